import Kernel

/// What can be wrong with how a command was called, beyond what the parser sees.
enum HostError: ExplainedError {
    case noWorkspace(String?)
    case unreadable(String, Text)
    case badInstant(String, from: String)
    /// The value of `KJERNE_LANG`.
    case badLanguage(String)
    case badAnchor(String)
    case badRecord(String)
    case wrongFormat(String, can: [String])
    case unknown(Text, String, known: [String])
    /// One variant or several.
    case unknownVariants([String], known: [String])
    case notEmpty(String)
    case cannotCreate(String, Text)
    case notConfirmed
    /// Files that undo would write over, with edits that nobody has applied.
    case neverApplied([String])
    case noAction
    case noRecord([String])
    case unknownFlag(String, known: [String])
    case unknownParameter(String, known: [String])
    case flagWithoutValue(String)
    case flagTwice(String)
    case extraWord(String)
    case fieldsWithEach([String])
    /// An action that is about no record, and so about no version of one.
    case nothingToExpect(String)
    /// A request without a name.
    case emptyRequest
    /// An action that makes no anonymous record, and so takes no token.
    case noTokenTaken(String)
    /// Rules that fail closed cannot be passed over by not running them.
    case safeMode
    case badRange(String)
    case badModuleID(String)
    case moduleExists(String)

    var kind: ErrorKind {
        switch self {
        case .notEmpty, .cannotCreate, .moduleExists: .cannotCreate
        case .notConfirmed, .neverApplied, .safeMode: .refused
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
                nb: "«\(path)» kan ikke leses: \(reason(.nb))", nn: "«\(path)» kan ikkje lesast: \(reason(.nn))",
                en: "'\(path)' cannot be read: \(reason(.en))")
        case .badInstant(let given, let source):
            Text(
                nb: "\(source): «\(given)» er ikke et tidspunkt", nn: "\(source): «\(given)» er ikkje eit tidspunkt",
                en: "\(source): '\(given)' is not an instant")
        case .badLanguage(let given):
            Text(
                nb: "KJERNE_LANG: «\(given)» er ikke et av språkene", nn: "KJERNE_LANG: «\(given)» er ikkje eit av språka",
                en: "KJERNE_LANG: '\(given)' is not one of the languages")
        case .badAnchor(let given):
            Text(nb: "«\(given)» er ikke et anker", nn: "«\(given)» er ikkje eit anker", en: "'\(given)' is not an anchor")
        case .badRecord(let given):
            Text(
                nb: "«\(given)» navngir ikke noe hendelser kan handle om", nn: "«\(given)» nemner ikkje noko hendingar kan handle om",
                en: "'\(given)' does not name what events can be about")
        case .wrongFormat(let format, _):
            Text(
                nb: "denne kommandoen kan ikke svare som \(format)", nn: "denne kommandoen kan ikkje svare som \(format)",
                en: "this command cannot answer as \(format)")
        case .unknown(let what, let name, _):
            Text(
                nb: "\(what(.nb)) «\(name)» finnes ikke", nn: "\(what(.nn)) «\(name)» finst ikkje", en: "there is no \(what(.en)) '\(name)'"
            )
        case .unknownVariants(let names, _):
            names.count == 1 || names.first == names.last
                ? Text(
                    nb: "varianten «\(names[0])» finnes ikke", nn: "varianten «\(names[0])» finst ikkje",
                    en: "there is no variant '\(names[0])'")
                : Text(
                    nb: "variantene \(names.map { "«\($0)»" }.joined(separator: " og ")) finnes ikke",
                    nn: "variantane \(names.map { "«\($0)»" }.joined(separator: " og ")) finst ikkje",
                    en: "there are no variants \(names.map { "'\($0)'" }.joined(separator: " and "))")
        case .notEmpty(let path):
            Text(nb: "mappen «\(path)» er ikke tom", nn: "mappa «\(path)» er ikkje tom", en: "the folder '\(path)' is not empty")
        case .cannotCreate(let path, let reason):
            Text(
                nb: "«\(path)» kan ikke lages: \(reason(.nb))", nn: "«\(path)» kan ikkje lagast: \(reason(.nn))",
                en: "'\(path)' cannot be made: \(reason(.en))")
        case .safeMode:
            Text(
                nb: "i trygg modus kjøres ikke reglene, så ingenting kan settes i drift",
                nn: "i trygg modus blir ikkje reglane køyrde, så ingenting kan setjast i drift",
                en: "in safe mode the rules do not run, so nothing can be applied")
        case .neverApplied(let paths):
            Text(
                nb: "filer som ville bli skrevet over, har endringer som aldri er satt i drift: \(paths.joined(separator: ", "))",
                nn: "filer som ville bli skrivne over, har endringar som aldri er sette i drift: \(paths.joined(separator: ", "))",
                en: "files that would be written over hold changes that were never applied: \(paths.joined(separator: ", "))")
        case .noAction:
            Text(
                nb: "navnet på handlingen mangler", nn: "namnet på handlinga manglar", en: "the name of the action is missing")
        case .noRecord:
            Text(nb: "slaget av post mangler", nn: "slaget av post manglar", en: "the kind of record is missing")
        case .unknownFlag(let name, _):
            Text(
                nb: "handlingen har ikke feltet «\(name)»", nn: "handlinga har ikkje feltet «\(name)»",
                en: "the action has no field '\(name)'")
        case .unknownParameter(let name, _):
            Text(
                nb: "rapporten har ikke parameteren «\(name)»", nn: "rapporten har ikkje parameteren «\(name)»",
                en: "the report has no parameter '\(name)'")
        case .flagWithoutValue(let name):
            Text(nb: "«--\(name)» mangler en verdi", nn: "«--\(name)» manglar ein verdi", en: "'--\(name)' has no value")
        case .flagTwice(let name):
            Text(
                nb: "«--\(name)» er gitt mer enn én gang, og tar én verdi", nn: "«--\(name)» er gitt meir enn éin gong, og tek éin verdi",
                en: "'--\(name)' is given more than once, and takes one value")
        case .extraWord(let word):
            Text(nb: "«\(word)» hører ikke til her", nn: "«\(word)» høyrer ikkje til her", en: "'\(word)' does not belong here")
        case .fieldsWithEach(let words):
            Text(
                nb: "med --each kommer alt fra filen, også «\(words.joined(separator: " "))»",
                nn: "med --each kjem alt frå fila, òg «\(words.joined(separator: " "))»",
                en: "with --each everything comes from the file, '\(words.joined(separator: " "))' too")
        case .nothingToExpect(let action):
            Text(
                nb: "«\(action)» gjelder ingen post som finnes fra før, og da har --expect ingenting å sammenligne med",
                nn: "«\(action)» gjeld ingen post som finst frå før, og då har --expect ingenting å samanlikne med",
                en: "'\(action)' is about no record that is there already, so --expect has nothing to compare with")
        case .emptyRequest:
            Text(
                nb: "--request er tom; da kjennes forespørselen ikke igjen",
                nn: "--request er tom; då blir ikkje førespurnaden kjend att",
                en: "--request is empty, by which no request is known again")
        case .noTokenTaken(let action):
            Text(
                nb: "«\(action)» lager ingen anonym post, og tar ikke imot --token",
                nn: "«\(action)» lagar ingen anonym post, og tek ikkje imot --token",
                en: "'\(action)' makes no anonymous record, and takes no --token")
        case .badRange(let given):
            Text(
                nb: "«\(given)» er ikke et utvalg av versjoner", nn: "«\(given)» er ikkje eit utval av versjonar",
                en: "'\(given)' is not a range of versions")
        case .badModuleID(let given):
            Text(
                nb: "«\(given)» kan ikke være navnet på en modul", nn: "«\(given)» kan ikkje vere namnet på ein modul",
                en: "'\(given)' cannot be the name of a module")
        case .moduleExists(let id):
            Text(
                nb: "modulen «\(id)» finnes allerede", nn: "modulen «\(id)» finst alt", en: "the module '\(id)' exists already")
        case .notConfirmed:
            Text(
                nb: "ikke bekreftet; ingenting er endret", nn: "ikkje stadfesta; ingenting er endra",
                en: "not confirmed; nothing has changed")
        }
    }

    /// The exit code: the parser's own where an option has a value that it cannot have.
    var status: ExitStatus {
        switch self {
        case .badInstant, .badAnchor, .badRecord, .wrongFormat, .noAction, .noRecord, .unknownFlag, .unknownParameter, .flagWithoutValue,
            .flagTwice, .badLanguage, .extraWord, .fieldsWithEach, .nothingToExpect, .emptyRequest, .noTokenTaken,
            .badRange, .badModuleID:
            .usage
        default: ExitStatus(kind)
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
        case .badLanguage: Text(nb: "mulige verdier: nb, nn, en", nn: "moglege verdiar: nb, nn, en", en: "possible values: nb, nn, en")
        case .wrongFormat(_, let formats):
            Text(
                nb: "mulige verdier: \(formats.joined(separator: ", "))", nn: "moglege verdiar: \(formats.joined(separator: ", "))",
                en: "possible values: \(formats.joined(separator: ", "))")
        case .badAnchor:
            Text(
                nb: "skriv det som «kjerne log --verify» ga, for eksempel 12:9f2c… med 64 siffer",
                nn: "skriv det som «kjerne log --verify» gav, til dømes 12:9f2c… med 64 siffer",
                en: "write what 'kjerne log --verify' gave, for example 12:9f2c… with 64 digits")
        case .noRecord(let known): Self.listed(known)
        case .unknown(_, let name, let known), .unknownFlag(let name, let known), .unknownParameter(let name, let known):
            Suggestion.help(for: name, among: known) ?? Self.listed(known)
        case .unknownVariants(let names, let known):
            Self.help(names, known: known)
        case .badRecord:
            Text(
                nb: "skriv slag og nummer, for eksempel kernel.enrolment:12", nn: "skriv slag og nummer, til dømes kernel.enrolment:12",
                en: "write kind and number, for example kernel.enrolment:12")
        case .neverApplied:
            Text(
                nb: "ingenting er endret; ta vare på dem først, eller kjør på nytt med --yes",
                nn: "ingenting er endra; ta vare på dei først, eller køyr på nytt med --yes",
                en: "nothing has changed; keep them elsewhere first, or run again with --yes")
        case .notConfirmed:
            Text(nb: "kjør på nytt med --yes", nn: "køyr på nytt med --yes", en: "run again with --yes")
        case .emptyRequest:
            Text(nb: "gi den et navn du velger selv", nn: "gi han eit namn du vel sjølv", en: "give it a name of your choice")
        default: nil
        }
    }

    /// What there is, the first of it where it is much.
    private static func listed(_ known: [String]) -> Text? {
        guard !known.isEmpty else { return nil }
        let (first, rest) = (known.prefix(30).joined(separator: ", "), known.count - 30)
        return rest <= 0
            ? Text(verbatim: first)
            : Text(nb: "\(first) og \(rest) til", nn: "\(first) og \(rest) til", en: "\(first) and \(rest) more")
    }

    /// The nearest name of each, or what there is.
    private static func help(_ names: [String], known: [String]) -> Text? {
        var seen: Set<String> = []
        let nearest = names.compactMap { Suggestion.name(for: $0, among: known) }.filter { seen.insert($0).inserted }
        guard !nearest.isEmpty else { return Self.listed(known) }
        func listed(_ and: String, _ left: String, _ right: String) -> String {
            nearest.map { left + $0 + right }.joined(separator: " \(and) ")
        }
        return Text(
            nb: "mente du \(listed("og", "«", "»"))?", nn: "meinte du \(listed("og", "«", "»"))?",
            en: "did you mean \(listed("and", "'", "'"))?")
    }
}
