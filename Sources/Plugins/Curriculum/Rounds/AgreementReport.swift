import Agreement
import Kernel

/// `curriculum.agreement`: how alike a staff classify the same vignettes, before and after they have worked on a concept.
///
/// Source of what is shown and kept back: coefficients with intervals, n and what is missing; nothing about fewer than the floor, also not
/// by subtracting one number from another.
struct AgreementReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let seed = parameters["bootstrap-seed"]?.integer ?? 1
        let draws = parameters["draws"]?.integer ?? 1000
        let rounds = try ConceptRound.all(only: parameters["round"]?.integer, reading: reading)
        let writer = AgreementRows(seed: UInt64(max(0, seed)), draws: draws, floor: reading.floor)
        return Table(
            "curriculum.agreement", title: AgreementTexts.title,
            parameters: [
                ("round", parameters["round"]?.integer.map(JSONValue.integer) ?? .null), ("bootstrap-seed", .integer(seed)),
                ("draws", .integer(draws)),
            ],
            columns: [
                .init("round", .text, AgreementTexts.round), .init("concept", .text, AgreementTexts.concept),
                .init("about", .localized, AgreementTexts.about), .init("measure", .code, AgreementTexts.measure),
                .init("value", .number, AgreementTexts.value), .init("lower", .number, AgreementTexts.lower),
                .init("upper", .number, AgreementTexts.upper), .init("respondents", .integer, AgreementTexts.respondents),
                .init("invited", .integer, AgreementTexts.invited), .init("missing", .integer, AgreementTexts.missing),
            ], rows: rounds.flatMap(writer.rows), notes: AgreementTexts.notes(seed: seed, draws: draws),
            suppression: Suppression(floor: reading.floor))
    }
}
