import GRDB
import Kernel

/// A joint grade settles the disagreement about a script.
struct SettleReaction: Reaction {
    let events: EventSelection = ["assessment.decision.created"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let script = event.number("script"), let decision = event.number("decision"),
            let content = try transaction.records.load(transaction.assessmentType("decision"), decision),
            let grade = content.values["grade"]?.string, let offering = content.offering
        else { return }
        if let scale = try ExamTree.of(offering: offering, in: transaction.db)?.scale, !scale.contains(grade), !scale.grades.isEmpty,
            transaction.live?.module("assessment") != nil, try hasScheme(offering, transaction)
        {
            let list = scale.grades.joined(separator: ", ")
            throw ReactionRefusal(
                Text(
                    nb: "karakteren «\(grade)» er ikke på skalaen: \(list) (UH-loven § 11-7(1))",
                    nn: "karakteren «\(grade)» er ikkje på skalaen: \(list) (UH-lova § 11-7(1))",
                    en: "the grade '\(grade)' is not on the scale: \(list) (UH-loven § 11-7(1))"))
        }
        if content.values["way"]?.string == "moderation", try !hasModerator(script, transaction) {
            throw ReactionRefusal(
                Text(
                    nb: "ingen oppmann har vurdert besvarelsen", nn: "ingen oppmann har vurdert svaret",
                    en: "no moderator has judged the script"),
                help: Text(
                    nb: "oppnevn en sensor til: assessment.judgement.create", nn: "oppnemn ein sensor til: assessment.judgement.create",
                    en: "name one more examiner: assessment.judgement.create"))
        }
        try transaction.advance("script", script, "settle")
    }

    private func hasModerator(_ script: Int64, _ transaction: ActionTransaction) throws -> Bool {
        try Bool.fetchOne(
            transaction.db.cachedStatement(
                sql: "SELECT EXISTS (SELECT 1 FROM assessment_judgement WHERE script = ? AND moderates AND _state = 'sealed')"),
            arguments: [script]) == true
    }

    private func hasScheme(_ offering: String, _ transaction: ActionTransaction) throws -> Bool {
        try ExamTree.of(offering: offering, in: transaction.db)?.parts.isEmpty == false
    }
}
