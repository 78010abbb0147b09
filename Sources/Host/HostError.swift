import Kernel

/// What can be wrong with how a command was called, beyond what the parser sees.
enum HostError: ExplainedError {
    case noWorkspace(String?)
    case unreadable(String, String)
    case badInstant(String)
    case badAnchor(String)
    case badRecord(String)
    case wrongFormat(String)
    case unknown(Text, String, known: [String])
    case notEmpty(String)
    case cannotCreate(String, String)
    case notConfirmed
    /// Rules that fail closed cannot be passed over by not running them.
    case safeMode

    var kind: ErrorKind {
        switch self {
        case .notEmpty, .cannotCreate: .cannotCreate
        case .notConfirmed, .safeMode: .refused
        default: .badInput
        }
    }

    var message: Text {
        switch self {
        case .noWorkspace(nil):
            Text(
                nb: "her er ikke noe arbeidsområde", nn: "her er ikkje noko arbeidsområde", en: "there is no workspace here")
        case .noWorkspace(let given?):
            Text(
                nb: "«\(given)» er ikke et arbeidsområde", nn: "«\(given)» er ikkje eit arbeidsområde", en: "'\(given)' is not a workspace")
        case .unreadable(let path, let reason):
            Text(
                nb: "«\(path)» kan ikke leses: \(reason)", nn: "«\(path)» kan ikkje lesast: \(reason)",
                en: "'\(path)' cannot be read: \(reason)")
        case .badInstant(let given):
            Text(nb: "«\(given)» er ikke et tidspunkt", nn: "«\(given)» er ikkje eit tidspunkt", en: "'\(given)' is not an instant")
        case .badAnchor(let given):
            Text(nb: "«\(given)» er ikke et anker", nn: "«\(given)» er ikkje eit anker", en: "'\(given)' is not an anchor")
        case .badRecord(let given):
            Text(
                nb: "«\(given)» navngir ikke noe hendelser kan handle om", nn: "«\(given)» nemner ikkje noko hendingar kan handle om",
                en: "'\(given)' does not name what events can be about")
        case .wrongFormat(let format):
            Text(
                nb: "denne kommandoen kan ikke svare som \(format)", nn: "denne kommandoen kan ikkje svare som \(format)",
                en: "this command cannot answer as \(format)")
        case .unknown(let what, let name, _):
            Text(
                nb: "\(what(.nb)) «\(name)» finnes ikke", nn: "\(what(.nn)) «\(name)» finst ikkje", en: "there is no \(what(.en)) '\(name)'"
            )
        case .notEmpty(let path):
            Text(nb: "mappen «\(path)» er ikke tom", nn: "mappa «\(path)» er ikkje tom", en: "the folder '\(path)' is not empty")
        case .cannotCreate(let path, let reason):
            Text(
                nb: "«\(path)» kan ikke lages: \(reason)", nn: "«\(path)» kan ikkje lagast: \(reason)",
                en: "'\(path)' cannot be made: \(reason)")
        case .safeMode:
            Text(
                nb: "i trygg modus kjøres ikke reglene, så ingenting kan settes i drift",
                nn: "i trygg modus blir ikkje reglane køyrde, så ingenting kan setjast i drift",
                en: "in safe mode the rules do not run, so nothing can be applied")
        case .notConfirmed:
            Text(
                nb: "ikke bekreftet; ingenting er endret", nn: "ikkje stadfesta; ingenting er endra",
                en: "not confirmed; nothing has changed")
        }
    }

    var help: Text? {
        switch self {
        case .noWorkspace:
            Text(
                nb: "gå til mappen som har Config/kjerne.yaml, eller lag en med «kjerne new MAPPE»",
                nn: "gå til mappa som har Config/kjerne.yaml, eller lag ei med «kjerne new MAPPE»",
                en: "go to the folder that has Config/kjerne.yaml, or make one with 'kjerne new DIR'")
        case .badInstant:
            Text(
                nb: "skriv for eksempel 2027-03-18T12:00:00Z", nn: "skriv til dømes 2027-03-18T12:00:00Z",
                en: "write for example 2027-03-18T12:00:00Z")
        case .unknown(_, let name, let known):
            if let nearest = NearestName.suggestion(for: name, among: known) {
                Text(nb: "mente du «\(nearest)»?", nn: "meinte du «\(nearest)»?", en: "did you mean '\(nearest)'?")
            } else if known.isEmpty {
                nil
            } else {
                Text(verbatim: known.prefix(30).joined(separator: ", "))
            }
        case .badRecord:
            Text(
                nb: "skriv slag og nummer, for eksempel kernel.enrolment:12", nn: "skriv slag og nummer, til dømes kernel.enrolment:12",
                en: "write kind and number, for example kernel.enrolment:12")
        case .notConfirmed:
            Text(nb: "kjør på nytt med --yes", nn: "køyr på nytt med --yes", en: "run again with --yes")
        default: nil
        }
    }
}
