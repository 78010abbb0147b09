/// A report with a floor that gives numbers of what another one measures, with groups of its own.
///
/// The check of modules refuses it; a store that was filled without that check does not show it either.
struct MeasuredElsewhere: ExplainedError {
    /// The other report.
    let report: Text
    /// The full name of the field.
    let field: String

    var kind: ErrorKind { .refused }

    var message: Text {
        Text(
            nb: "rapporten «\(report(.nb))» gir alt tall om «\(field)», og forskjellen mellom dem kan fortelle om for få",
            nn: "rapporten «\(report(.nn))» gir alt tal om «\(field)», og skilnaden mellom dei kan fortelje om for få",
            en: "the report '\(report(.en))' gives numbers of '\(field)' already, and their difference could tell of too few")
    }

    var help: Text? {
        Text(
            nb: "slå av modulen som den ene av de to rapportene kommer fra, eller sett dem sammen til én rapport",
            nn: "slå av modulen som den eine av dei to rapportane kjem frå, eller set dei saman til éin rapport",
            en: "disable the module of one of the two reports, or make one report of the two")
    }
}
