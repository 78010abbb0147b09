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

    /// Why a result may not be announced: fewer examiners have judged than were computed, or too few of them are external (UH-loven
    /// §§ 11-6, 11-7(2), 11-11).
    static func refusal(_ number: Int64, _ db: Database) throws -> ActRefusal? {
        let store = ExamStore(db)
        guard let result = try store.result(number), let script = try store.script(of: result.candidate), result.kind != "correction" else {
            return nil
        }
        let needed: (examiners: Int64, external: Int)
        let judged: Row?
        let paragraphs: String
        if result.kind == "ordinary" {
            needed = (Int64(script.examiners), script.external)
            judged = try counts("judgement", under: "script", script.number, db)
            paragraphs = "§§ 11-6, 11-7(2)"
        } else {
            let regrading = try store.regrading(behind: number) ?? 0
            needed = try AppealReaction.required(of: regrading, script, db)
            judged = try counts("regrade", under: "regrading", regrading, db)
            paragraphs = "§ 11-11"
        }
        let (all, external): (Int64, Int) = (judged?[0] ?? 0, judged?[1] ?? 0)
        if all < needed.examiners {
            return .rule(
                "enough-examiners", nb: "\(all) av \(needed.examiners) sensorer har vurdert besvarelsen (UH-loven \(paragraphs))",
                nn: "\(all) av \(needed.examiners) sensorar har vurdert svaret (UH-lova \(paragraphs))",
                en: "\(all) of \(needed.examiners) examiners have judged the script (UH-loven \(paragraphs))")
        }
        guard external < needed.external else { return nil }
        return .rule(
            "enough-examiners",
            nb: "\(external) av \(needed.external) eksterne sensorer har vurdert besvarelsen (UH-loven \(paragraphs))",
            nn: "\(external) av \(needed.external) eksterne sensorar har vurdert svaret (UH-lova \(paragraphs))",
            en: "\(external) of \(needed.external) external examiners have judged the script (UH-loven \(paragraphs))")
    }

    private static func counts(_ record: String, under parent: String, _ number: Int64, _ db: Database) throws -> Row? {
        try Row.fetchOne(
            db,
            sql: "SELECT count(*), coalesce(sum(external), 0) FROM assessment_\(record) WHERE \(parent) = ? AND _state = 'sealed'",
            arguments: [number])
    }
}
