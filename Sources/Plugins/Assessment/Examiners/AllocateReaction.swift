import GRDB
import Kernel

/// An allocation gives every delivered script that lacks examiners as many as it requires, from the pool of the offering.
///
/// The number that the lots are drawn with is kept, so that anyone can do it again. A written guide must be there (UH-loven § 11-7(3)).
struct AllocateReaction: Reaction {
    let events: EventSelection = ["assessment.allocation.created"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        let db = transaction.db
        let store = ExamStore(db)
        guard let number = event.number("allocation"),
            let row = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT offering, activity FROM assessment_allocation WHERE _id = ?"), arguments: [number])
        else { return }
        let (offering, activity): (String, Int64) = (row[0], row[1])
        let scripts = try waiting(activity, store)
        // What JSON and spreadsheets hold exactly.
        let seed = transaction.context.randomness.next() >> 11
        var given: [Int64: [Int64]] = [:]
        if !scripts.isEmpty {
            guard try store.guide(of: activity, in: offering) != nil else { throw Self.noGuide }
            let workload = Workload(db)
            let (pool, loads) = (try pool(offering, activity, store), try workload.loads(in: offering))
            do { given = try Allocation.solve(scripts, among: pool, loads: loads, seed: seed) } catch { throw Self.refusal(error) }
        }
        let type = try transaction.assessmentType("judgement")
        for (script, people) in given.sorted(by: { $0.key < $1.key }) {
            for person in people.sorted() {
                try transaction.records.create(type, ["assessor": .number(person)], parent: script.databaseValue)
            }
        }
        try transaction.change(
            "allocation", number,
            [
                "lot-seed": .number(Int64(seed)), "scripts": .number(Int64(given.count)),
                "examiners": .number(Int64(Set(given.values.joined()).count)),
            ])
    }

    private func waiting(_ activity: Int64, _ store: ExamStore) throws -> [Allocation.Script] {
        let numbers = try Int64.fetchAll(
            store.db.cachedStatement(
                sql: """
                    SELECT s._id FROM assessment_script s JOIN assessment_candidate c ON c._id = s.candidate
                    WHERE c.activity = ? AND s._state = 'delivered'
                    AND NOT EXISTS (SELECT 1 FROM assessment_judgement j WHERE j.script = s._id AND j._state <> 'recused') ORDER BY s._id
                    """), arguments: [activity])
        return try numbers.compactMap { try store.script($0) }.map { script in
            Allocation.Script(
                number: script.number, examiners: script.examiners, external: script.external, members: Set(script.members),
                barred: try store.spoilt(before: script.number))
        }
    }

    /// Whoever sits the exam herself is not of it.
    private func pool(_ offering: String, _ activity: Int64, _ store: ExamStore) throws -> [Allocation.Examiner] {
        let members = try Row.fetchAll(
            store.db.cachedStatement(
                sql: "SELECT person, external, capacity FROM assessment_pool_member WHERE offering = ? ORDER BY person"),
            arguments: [offering])
        let taken = try Workload(store.db).taken(in: offering)
        return try members.filter { try !store.sits($0[0], activity) }.map { row in
            Allocation.Examiner(
                person: row[0], isExternal: row[1], capacity: row[2], taken: taken[row[0]] ?? 0,
                ties: try store.ties(of: row[0], in: offering))
        }
    }

    /// Nobody judges without a written guide.
    static let noGuide = ReactionRefusal(
        Text(
            nb: "det er ingen fastsatt sensorveiledning; den skal finnes til alle eksamener (UH-loven § 11-7(3))",
            nn: "det er inga fastsett sensorrettleiing; ho skal finnast til alle eksamenar (UH-lova § 11-7(3))",
            en: "no examiner guide is adopted; there must be one for every exam (UH-loven § 11-7(3))"))

    private static func refusal(_ fault: Allocation.Impossible) -> ReactionRefusal {
        fault.needsExternal
            ? ReactionRefusal(
                Text(
                    nb: "ingen ekstern sensor i korpset kan ta besvarelse \(fault.script)",
                    nn: "ingen ekstern sensor i korpset kan ta svar \(fault.script)",
                    en: "no external examiner of the pool can take script \(fault.script)"))
            : ReactionRefusal(
                Text(
                    nb: "for få sensorer er habile eller har plass til besvarelse \(fault.script)",
                    nn: "for få sensorar er gilde eller har plass til svar \(fault.script)",
                    en: "too few examiners are impartial or have room for script \(fault.script)"),
                help: Text(
                    nb: "ta flere inn i sensorkorpset: assessment.pool-member.create",
                    nn: "ta fleire inn i sensorkorpset: assessment.pool-member.create", en: "add to the pool: assessment.pool-member.create"
                ))
    }
}
