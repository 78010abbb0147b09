import Kernel

extension Diagnostic {
    /// A report is asked for a variant that is not live.
    static func unknownVariant(_ id: String, known: [String], at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            "curriculum/unknown-variant", .error,
            Text(
                nb: "det finnes ingen gjeldende variant «\(id)»", nn: "det finst ingen gjeldande variant «\(id)»",
                en: "there is no live variant '\(id)'"), at: span, help: .didYouMean(id, among: known))
    }
}
