/// Why a plan cannot be made or carried out.
public enum PlanError: ExplainedError {
    /// The live configuration or the files are no longer those the plan was made from.
    case stale
    /// A saved plan says something else than a plan from the same files and the same state does.
    case otherChanges
    /// A change touches others than when the plan was saved.
    case touchesOthers(path: String, then: Touched, now: Touched)
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
        case .stale, .otherChanges, .touchesOthers: .busy
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
        case .otherChanges:
            Text(
                nb: "planen sier ikke det samme som en plan laget nå av de samme filene",
                nn: "planen seier ikkje det same som ein plan laga no av dei same filene",
                en: "the plan does not say what a plan made now from the same files does")
        case .touchesOthers(let path, let then, let now):
            Text(
                nb: "planen rører andre enn da den ble lagret: \(path) gjelder nå \(now.text(.nb)), og da \(then.text(.nb))",
                nn: "planen rører andre enn da han vart lagra: \(path) gjeld no \(now.text(.nn)), og da \(then.text(.nn))",
                en: "the plan touches others than when it was saved: \(path) is now about \(now.text(.en)), and was about \(then.text(.en))"
            )
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
        case .stale, .otherChanges:
            Text(
                nb: "lag planen på nytt med «kjerne plan»", nn: "lag planen på nytt med «kjerne plan»",
                en: "make it again with 'kjerne plan'")
        case .touchesOthers:
            Text(
                nb: "se på den igjen med «kjerne plan», og lagre den på nytt",
                nn: "sjå på han igjen med «kjerne plan», og lagre han på nytt",
                en: "look at it again with 'kjerne plan', and save it anew")
        case .refused(let changes) where changes.allSatisfy { $0.key.kind == .module }: nil
        case .refused:
            Text(
                nb: "la gjennomføringene stå på utgaven de har (release: r1), og gi neste kull en ny gjennomføring",
                nn: "la gjennomføringane stå på utgåva dei har (release: r1), og gi neste kull ei ny gjennomføring",
                en: "pin the offerings to the release they have (release: r1), and give the next cohort a new offering")
        case .wouldLoseWork(let changes): Loss.help(changes)
        case .unknownRelease(_, _, let known):
            known.isEmpty ? nil : .oneOf(known)
        case .unknownApply(_, let known):
            Text(
                nb: "det er gjort \(known) endringer; se «kjerne history»", nn: "det er gjort \(known) endringar; sjå «kjerne history»",
                en: "there are \(known); see 'kjerne history'")
        case .notAPlan, .snapshotUnreadable: nil
        }
    }

    /// How many a change touches.
    public struct Touched: Sendable, Equatable {
        var people: Int
        var work: Int

        init(_ change: JSONValue) {
            people = change["people"]?.integer ?? 0
            work = change["work"]?.integer ?? 0
        }

        func text(_ language: Language) -> String {
            Text(
                nb: "\(Counted.text(people, "person", "personer")) og \(Counted.text(work, "påmelding", "påmeldinger"))",
                nn: "\(Counted.text(people, "person", "personar")) og \(Counted.text(work, "påmelding", "påmeldingar"))",
                en: "\(Counted.text(people, "person", "people")) and \(Counted.text(work, "enrolment", "enrolments"))")(language)
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
