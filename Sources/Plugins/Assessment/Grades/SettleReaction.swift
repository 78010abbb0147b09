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
        try transaction.advance("script", script, "settle")
    }

    private func hasScheme(_ offering: String, _ transaction: ActionTransaction) throws -> Bool {
        try ExamTree.of(offering: offering, in: transaction.db)?.parts.isEmpty == false
    }
}
