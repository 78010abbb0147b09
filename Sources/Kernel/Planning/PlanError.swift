/// Why a plan cannot be made or carried out.
public enum PlanError: ExplainedError {
    /// The live configuration or the files are no longer those the plan was made from.
    case stale
    /// A saved plan that is not one.
    case notAPlan(String)
    /// Changes that a running offering forbids, or that would lose what lies in a module's tables.
    case refused([Change])
    /// Work would lose its place and nobody agreed to it.
    case wouldLoseWork([Change])
    case unknownRelease(offering: String, label: String, known: [String])
    case unknownApply(Int, known: Int)
    /// The files as they were at an apply cannot be read by this version.
    case snapshotUnreadable(Int)

    public var kind: ErrorKind {
        switch self {
        case .stale: .busy
        case .notAPlan, .unknownRelease, .unknownApply: .badInput
        case .refused, .wouldLoseWork, .snapshotUnreadable: .refused
        }
    }

    public var message: Text {
        switch self {
        case .stale:
            Text(
                nb: "planen er foreldet: filene eller det som er i drift, er endret siden den ble laget",
                nn: "planen er forelda: filene eller det som er i drift, er endra sidan han vart laga",
                en: "the plan is stale: the files, or what is live, have changed since it was made")
        case .notAPlan(let path):
            Text(nb: "«\(path)» er ikke en lagret plan", nn: "«\(path)» er ikkje ein lagra plan", en: "'\(path)' is not a saved plan")
        case .refused(let changes) where changes.allSatisfy { $0.key.kind == .module }:
            Text(
                nb: "modulen kan ikke endres slik når det ligger arbeid i den: \(Self.notes(changes, .nb))",
                nn: "modulen kan ikkje endrast slik når det ligg arbeid i han: \(Self.notes(changes, .nn))",
                en: "the module cannot change so while work lies in it: \(Self.notes(changes, .en))")
        case .refused(let changes):
            Text(
                nb: "planen endrer noe som ikke kan endres mens folk går på kurset: \(Self.paths(changes))",
                nn: "planen endrar noko som ikkje kan endrast medan folk går på kurset: \(Self.paths(changes))",
                en: "the plan changes what cannot change while people take the course: \(Self.paths(changes))")
        case .wouldLoseWork(let changes):
            Text(
                nb: "planen tar bort noe som det er arbeid i: \(Self.paths(changes))",
                nn: "planen tek bort noko som det er arbeid i: \(Self.paths(changes))",
                en: "the plan takes away what holds work: \(Self.paths(changes))")
        case .unknownRelease(let offering, let label, _):
            Text(
                nb: "gjennomføringen «\(offering)» er låst til utgaven «\(label)», som ikke finnes",
                nn: "gjennomføringa «\(offering)» er låst til utgåva «\(label)», som ikkje finst",
                en: "offering '\(offering)' is pinned to release '\(label)', which does not exist")
        case .unknownApply(let id, _):
            Text(
                nb: "det finnes ingen endring nummer \(id)", nn: "det finst inga endring nummer \(id)", en: "there is no apply number \(id)"
            )
        case .snapshotUnreadable(let id):
            Text(
                nb: "filene slik de var ved endring \(id), kan ikke leses av denne versjonen",
                nn: "filene slik dei var ved endring \(id), kan ikkje lesast av denne versjonen",
                en: "the files as they were at apply \(id) cannot be read by this version")
        }
    }

    public var help: Text? {
        switch self {
        case .stale:
            Text(
                nb: "lag planen på nytt med «kjerne plan»", nn: "lag planen på nytt med «kjerne plan»",
                en: "make it again with 'kjerne plan'")
        case .refused(let changes) where changes.allSatisfy { $0.key.kind == .module }: nil
        case .refused:
            Text(
                nb: "la gjennomføringene stå på utgaven de har (release: r1), og gi neste kull en ny gjennomføring",
                nn: "la gjennomføringane stå på utgåva dei har (release: r1), og gi neste kull ei ny gjennomføring",
                en: "pin the offerings to the release they have (release: r1), and give the next cohort a new offering")
        case .wouldLoseWork:
            Text(
                nb: "med --lose-work blir det gjort; arbeidet blir stående som avviklet",
                nn: "med --lose-work blir det gjort; arbeidet blir ståande som avvikla",
                en: "with --lose-work it is done; the work stays visible as retired")
        case .unknownRelease(_, _, let known):
            known.isEmpty ? nil : .oneOf(known)
        case .unknownApply(_, let known):
            Text(
                nb: "det er gjort \(known) endringer; se «kjerne history»", nn: "det er gjort \(known) endringar; sjå «kjerne history»",
                en: "there are \(known); see 'kjerne history'")
        case .notAPlan, .snapshotUnreadable: nil
        }
    }

    /// The first changes with why not.
    private static func notes(_ changes: [Change], _ language: Language) -> String {
        changes.prefix(5).map { change in change.path + (change.note.map { " (\($0(language)))" } ?? "") }.joined(separator: ", ")
            + (changes.count > 5 ? ", …" : "")
    }

    private static func paths(_ changes: [Change]) -> String {
        changes.prefix(5).map(\.path).joined(separator: ", ") + (changes.count > 5 ? ", …" : "")
    }
}
