/// Why a report is not given.
public enum ReportRefusal: ExplainedError {
    /// No relation gives the right.
    case right(report: String, RightDecision)
    /// The report keeps what it gives, and the store can only be read.
    case needsWriting(report: String)
    /// The report is computed by code that does not run here.
    case codeMissing(report: String)

    public var kind: ErrorKind {
        switch self {
        case .right: .refused
        case .needsWriting: .storage
        case .codeMissing: .unavailable
        }
    }

    public var message: Text {
        switch self {
        case .right(let report, _):
            Text(
                nb: "du har ikke rett til å se rapporten «\(report)»", nn: "du har ikkje rett til å sjå rapporten «\(report)»",
                en: "you have no right to see the report '\(report)'")
        case .needsWriting(let report):
            Text(
                nb: "rapporten «\(report)» kan ikke lages av et lager som bare kan leses",
                nn: "rapporten «\(report)» kan ikkje lagast av eit lager som berre kan lesast",
                en: "the report '\(report)' cannot be made from a store that can only be read")
        case .codeMissing(let report):
            Text(
                nb: "rapporten «\(report)» regnes ut av kode som ikke kjøres her",
                nn: "rapporten «\(report)» blir rekna ut av kode som ikkje blir køyrd her",
                en: "the report '\(report)' is computed by code that does not run here")
        }
    }

    public var help: Text? {
        switch self {
        case .right(_, let decision): decision.reason
        case .needsWriting:
            Text(
                nb: "det som vises, må huskes, så ingen seinere rapport røper tall om for få",
                nn: "det som blir vist, må hugsast, så ingen seinare rapport røper tal om for få",
                en: "what is shown must be remembered, so that no later report gives away numbers about too few")
        case .codeMissing:
            Text(
                nb: "kjør uten --safe-mode, med en vert som har modulen", nn: "køyr utan --safe-mode, med ein vert som har modulen",
                en: "run without --safe-mode, with a host that has the module")
        }
    }
}
