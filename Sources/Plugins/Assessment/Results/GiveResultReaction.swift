import GRDB
import Kernel

/// The grade of a script becomes a result for each person who wrote it.
struct GiveResultReaction: Reaction {
    let events: EventSelection = ["assessment.script.agree", "assessment.script.settle"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        let store = ExamStore(transaction.db)
        guard let number = event.number("script"), let script = try store.script(number),
            let grade = try String.fetchOne(
                transaction.db.cachedStatement(sql: "SELECT grade FROM assessment_decision WHERE script = ?"), arguments: [number])
        else { return }
        for candidate in try store.candidates(of: number) where candidate.state == "delivered" {
            try transaction.give(grade, to: candidate.number, verifiable: script.isVerifiable, kind: "ordinary")
        }
    }
}

extension ActionTransaction {
    /// Makes a result; it is frozen from the start, and only another result takes its place.
    @discardableResult
    func give(
        _ grade: String, to candidate: Int64, verifiable: Bool, kind: String, replacing old: Int64? = nil, reason: String? = nil
    ) throws -> Int64 {
        var values: [String: FieldValue] = [
            "grade": .text(grade), "passed": .truth(try scale(of: candidate)?.passes(grade) ?? false), "verifiable": .truth(verifiable),
            "kind": .text(kind),
        ]
        if let old {
            values["replaces"] = .number(old)
            // What was frozen with the old grade is handed out no more.
            try outdate(outcomeOf: candidate)
        }
        if let reason { values["reason"] = .text(reason) }
        return try make("result", values, under: candidate)
    }

    /// The scale on which a candidate is graded; nil where there is no such candidate.
    func scale(of candidate: Int64) throws -> GradeScale? {
        guard let live, let offering = try ExamStore(db).offering(of: candidate), let tree = try ExamTree.of(offering: offering, in: db)
        else { return nil }
        return try tree.scale(live.registry)
    }
}
