import GRDB
import Kernel

/// A complaint about a grade, and a formal one that is to be mended by grading anew, open a new grading of the script with new examiners.
///
/// The examiners of it see the script and the guide: they have no relation to the first judgements, the decision, the result, the reasons
/// or the complaint (UH-loven § 11-11(2), consolidated 2026-08-01).
struct AppealReaction: Reaction {
    let events: EventSelection = ["assessment.complaint.made", "assessment.formal.answered", "assessment.grade-complaint.drop"]

    /// New examiners of a complaint.
    static let examiners: Int64 = 2
    /// How many of them at least are from outside (UH-loven § 11-11(1)).
    static let external = 1

    /// How many examiners a new grading takes, and how many of them from outside: a renewed assessment no fewer than the part requires.
    static func required(of regrading: Int64, _ script: ExamStore.Script, _ db: Database) throws -> (examiners: Int64, external: Int) {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT examiners, renews IS NOT NULL FROM assessment_regrading WHERE _id = ?"), arguments: [regrading])
        let isRenewed = row?[1] as Bool? ?? false
        return (row?[0] ?? examiners, isRenewed ? max(external, script.external) : external)
    }

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        if event.header.name == "assessment.grade-complaint.drop" {
            if let complaint = event.number("grade-complaint") { try transaction.stopRegradings(of: complaint, "complaint") }
            return
        }
        let store = ExamStore(transaction.db)
        guard let candidate = event.number("candidate"), let script = try store.script(of: candidate) else { return }
        var values: [String: FieldValue] = ["examiners": .number(Self.examiners)]
        if let complaint = event.number("grade-complaint") {
            values["complaint"] = .number(complaint)
        } else if let formal = event.number("formal-complaint") {
            let remedy = try String.fetchOne(
                transaction.db, sql: "SELECT remedy FROM assessment_formal_complaint WHERE _id = ? AND _state = 'upheld'",
                arguments: [formal])
            guard remedy == "regrade" else { return }
            values["formal"] = .number(formal)
        }
        if let result = event.number("result") {
            try transaction.demandStanding(result)
            try oneAtATime(result, transaction)
        }
        try transaction.make("regrading", values, under: script.number)
    }

    /// Two gradings of one result at a time would each give a grade, and the order of events would decide which one holds.
    private func oneAtATime(_ result: Int64, _ transaction: ActionTransaction) throws {
        let isOpen = try Bool.fetchOne(
            transaction.db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM assessment_regrading g
                LEFT JOIN assessment_grade_complaint c ON c._id = g.complaint LEFT JOIN assessment_formal_complaint f ON f._id = g.formal
                WHERE coalesce(c.result, f.result) = ?1 AND g._state IN ('open', 'judged', 'disagreement'))
                OR EXISTS (SELECT 1 FROM assessment_grade_complaint WHERE result = ?1 AND _state = 'renewed')
                """, arguments: [result])
        guard isOpen == true else { return }
        throw ReactionRefusal(
            Text(
                nb: "en ny sensur av dette resultatet pågår alt", nn: "ein ny sensur av dette resultatet går alt føre seg",
                en: "a new grading of this result is under way already"),
            help: Text(
                nb: "vent til den er avgjort", nn: "vent til han er avgjord", en: "wait until it has been decided"))
    }
}
