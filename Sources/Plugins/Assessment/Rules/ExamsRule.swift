import Kernel

/// Exam parts and exam activities answer to each other, and a portfolio's works exist.
struct ExamsRule: VariantRule {
    /// How many parts without an exam are tried against the exams without a part.
    private static let mostMeant = 50

    func findings(in inspection: VariantInspection) -> [Finding] {
        let scheme = AssessmentScheme(inspection)
        let parts = scheme?.parts ?? []
        let exams = inspection.variant.activities.filter { $0.kind == "assessment.exam" }
        var findings: [Finding] = []
        // An exam whose name was only misspelt in the scheme is not blamed a second time.
        var loose = exams.filter { exam in !parts.contains { $0.exam == exam.id } }
        let unknown = parts.filter { part in !exams.contains { $0.id == part.exam } }
        for (number, part) in unknown.enumerated() {
            let meant = number < Self.mostMeant ? NearestName.suggestion(for: part.exam, among: loose.map(\.id)) : nil
            loose.removeAll { $0.id == meant }
            findings.append(
                Finding(
                    Text(
                        nb: "eksamensdelen «\(part.exam)» har ingen aktivitet av slaget assessment.exam",
                        nn: "eksamensdelen «\(part.exam)» har ingen aktivitet av slaget assessment.exam",
                        en: "the exam part '\(part.exam)' has no activity of kind assessment.exam"), at: part.span,
                    help: meant.map(Text.didYouMean)))
        }
        for exam in loose {
            findings.append(
                Finding(
                    Text(
                        nb: "eksamenen «\(exam.id)» står ikke i vurderingsordningen",
                        nn: "eksamenen «\(exam.id)» står ikkje i vurderingsordninga",
                        en: "the exam '\(exam.id)' is not in the assessment scheme"), at: exam.span))
        }
        for part in parts {
            for piece in part.pieces where inspection.variant.activity(piece.id) == nil {
                findings.append(
                    Finding(
                        Text(
                            nb: "mappen henter fra «\(piece.id)», som ikke finnes", nn: "mappa hentar frå «\(piece.id)», som ikkje finst",
                            en: "the portfolio takes from '\(piece.id)', which does not exist"), at: piece.span,
                        meant: .init(piece.id) { inspection.variant.activities.map(\.id) }))
            }
            if let best = part.bestOf, best.number > part.pieces.count { findings.append(tooMany(best, of: part.pieces.count)) }
        }
        if let best = scheme?.bestOf, best.number > parts.count { findings.append(tooMany(best, of: parts.count)) }
        return findings
    }

    private func tooMany(_ best: (number: Int, span: SourceSpan), of count: Int) -> Finding {
        Finding(
            Text(
                nb: "de \(best.number) beste av \(count) finnes ikke", nn: "dei \(best.number) beste av \(count) finst ikkje",
                en: "there is no best \(best.number) of \(count)"), at: best.span)
    }
}
