import Agreement
import Kernel

/// `curriculum.agreement`: how alike a staff classify the same vignettes, before and after they have worked on a concept.
///
/// Shown are coefficients with intervals, how many answered of those who were asked, what is missing, how many categories there are and how
/// often each was chosen; nothing about fewer than the floor, also not by subtracting one number from another. The seed is the parameter's,
/// else the run's (`--seed`), else 1, and always told.
struct AgreementReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let seed = parameters["bootstrap-seed"]?.integer.map { UInt64(max(0, $0)) } ?? reading.seed ?? 1
        let draws = parameters["draws"]?.integer ?? 1000
        let rounds = try ConceptRound.all(only: parameters["round"]?.integer, reading: reading)
        let writer = AgreementRows(seed: seed, draws: draws, floor: reading.floor)
        return Table(
            "curriculum.agreement", title: AgreementTexts.title,
            parameters: [
                ("round", parameters["round"]?.integer.map(JSONValue.integer) ?? .null),
                ("bootstrap-seed", Int(exactly: seed).map(JSONValue.integer) ?? .string(String(seed))),
                ("draws", .integer(draws)),
            ],
            columns: [
                .init("round", .text, AgreementTexts.round), .init("concept", .text, AgreementTexts.concept),
                .init("about", .localized, AgreementTexts.about), .init("measure", .code, AgreementTexts.measure),
                .init("value", .number, AgreementTexts.value), .init("lower", .number, AgreementTexts.lower),
                .init("upper", .number, AgreementTexts.upper), .init("respondents", .integer, AgreementTexts.respondents),
                .init("invited", .integer, AgreementTexts.invited), .init("rate", .number, AgreementTexts.rate),
                .init("missing", .integer, AgreementTexts.missing), .init("categories", .integer, AgreementTexts.categories),
                .init("distribution", .text, AgreementTexts.distribution),
            ], rows: rounds.flatMap(writer.rows),
            chart: Chart(.bar, labels: "about", details: "measure", values: ["value"]),
            notes: AgreementTexts.notes(seed: seed, draws: draws),
            suppression: Suppression(floor: reading.floor))
    }
}
