import GRDB
import Kernel

/// What must be so for a result to be announced or replaced.
struct ResultGuard: ActionGuard {
    enum Demand: Sendable { case enoughExaminers, hasSuccessor }

    let demand: Demand

    init(_ demand: Demand) { self.demand = demand }

    func check(_ act: GuardedAct, in db: Database) throws {
        switch demand {
        case .hasSuccessor:
            let isThere = try Bool.fetchOne(
                db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM assessment_result WHERE replaces = ?)"), arguments: [act.number])
            guard isThere != true else { return }
            throw ActRefusal.rule(
                "has-successor", nb: "et fastsatt resultat endres bare ved et nytt vedtak",
                nn: "eit fastsett resultat blir berre endra ved eit nytt vedtak",
                en: "a fixed result changes only by a new decision")
        case .enoughExaminers:
            if let refusal = try Self.refusal(act.number, db) { throw refusal }
        }
    }

    /// Why a result may not be announced: fewer examiners have judged than the law asks for (UH-loven § 11-7(2)).
    static func refusal(_ number: Int64, _ db: Database) throws -> ActRefusal? {
        let store = ExamStore(db)
        guard let result = try store.result(number), let script = try store.script(of: result.candidate) else { return nil }
        let isOrdinary = result.kind == "ordinary"
        let judged = try Int.fetchOne(
            db,
            sql: isOrdinary
                ? "SELECT count(*) FROM assessment_judgement WHERE script = ? AND _state = 'sealed'"
                : "SELECT count(*) FROM assessment_regrade r JOIN assessment_regrading g ON g._id = r.regrading WHERE g.script = ? AND r._state = 'sealed'",
            arguments: [script.number])
        let needed = isOrdinary ? script.examiners : result.kind == "correction" ? 0 : 2
        guard (judged ?? 0) < needed else { return nil }
        return .rule(
            "enough-examiners", nb: "\(judged ?? 0) av \(needed) sensorer har vurdert besvarelsen (UH-loven §§ 11-7(2), 11-11(2))",
            nn: "\(judged ?? 0) av \(needed) sensorar har vurdert svaret (UH-lova §§ 11-7(2), 11-11(2))",
            en: "\(judged ?? 0) of \(needed) examiners have judged the script (UH-loven §§ 11-7(2), 11-11(2))")
    }
}
