/// Faults of what transitions, conditions and time limits name.
extension Diagnostic {
    static func unknownMoment(_ path: String, record: String, among known: [String], at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "workflow/unknown-moment", .error,
            Text(
                nb: "ingenting gir tidspunktet «\(path)» for «\(record)»", nn: "ingenting gir tidspunktet «\(path)» for «\(record)»",
                en: "nothing gives the moment '\(path)' for '\(record)'"), at: span, label: .didYouMean(path, among: known),
            help: .oneOf(known))
    }

    static func notAChild(_ record: String, of parent: String, among known: [String], at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "workflow/not-a-child", .error,
            Text(
                nb: "«\(record)» ligger ikke rett under «\(parent)»", nn: "«\(record)» ligg ikkje rett under «\(parent)»",
                en: "'\(record)' does not lie right under '\(parent)'"), at: span, label: .didYouMean(record, among: known),
            help: known.isEmpty ? nil : .oneOf(known))
    }

    static func unknownCount(_ name: String, among known: [String], at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "workflow/unknown-count", .error,
            Text(
                nb: "«\(name)» er verken et felt med heltall eller en innstilling",
                nn: "«\(name)» er verken eit felt med heiltal eller ei innstilling",
                en: "'\(name)' is neither an integer field nor a setting"), at: span, label: .didYouMean(name, among: known),
            help: known.isEmpty ? nil : .oneOf(known))
    }

    static func unknownGuard(_ name: String, among known: [String], at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "workflow/unknown-guard", .error,
            Text(
                nb: "ingen modul bidrar med vakten «\(name)»", nn: "ingen modul bidreg med vakta «\(name)»",
                en: "no module contributes the guard '\(name)'"), at: span, label: .didYouMean(name, among: known),
            help: Text(
                nb: "bind den under contributes: {kernel.action-guards: {\(name): {fails: closed}}}",
                nn: "bind ho under contributes: {kernel.action-guards: {\(name): {fails: closed}}}",
                en: "bind it under contributes: {kernel.action-guards: {\(name): {fails: closed}}}"))
    }
}
