/// Why a letter cannot be written, delivered or exported.
public enum NoticeRefusal: ExplainedError, Hashable {
    /// The recipient may not read what the letter says.
    case unreadable(letter: String, path: String)
    /// The module has no such text, or one that cannot be read.
    case noText(String)
    case unknown(Int64)
    case badChannel(String)
    /// The workspace names no sender.
    case noSender
    /// The recipient has no e-mail address, or one that mail cannot be sent to.
    case noAddress(notice: Int64)

    public var kind: ErrorKind {
        switch self {
        case .unreadable: .refused
        case .noText: .internalFault
        case .unknown, .badChannel, .noSender, .noAddress: .badInput
        }
    }

    public var message: Text {
        switch self {
        case .unreadable(let letter, let path):
            Text(
                nb: "brevet «\(letter)» sier «\(path)», som mottakeren ikke har lov til å lese",
                nn: "brevet «\(letter)» seier «\(path)», som mottakaren ikkje har lov til å lese",
                en: "letter '\(letter)' says '\(path)', which its recipient may not read")
        case .noText(let path):
            Text(nb: "brevteksten «\(path)» mangler", nn: "brevteksten «\(path)» manglar", en: "the text '\(path)' of a letter is missing")
        case .unknown(let id):
            Text(
                nb: "det finnes ikke noe brev nummer \(id)", nn: "det finst ikkje noko brev nummer \(id)",
                en: "there is no letter number \(id)")
        case .badChannel(let channel):
            Text(
                nb: "«\(channel.excerpt)» er ikke navnet på en kanal", nn: "«\(channel.excerpt)» er ikkje namnet på ein kanal",
                en: "'\(channel.excerpt)' is not the name of a channel")
        case .noSender:
            Text(
                nb: "arbeidsområdet sier ikke hvem brev kommer fra", nn: "arbeidsområdet seier ikkje kven brev kjem frå",
                en: "the workspace does not say whom letters come from")
        case .noAddress(let id):
            Text(
                nb: "mottakeren av brev nummer \(id) har ingen e-postadresse", nn: "mottakaren av brev nummer \(id) har inga e-postadresse",
                en: "the recipient of letter number \(id) has no e-mail address")
        }
    }

    public var help: Text? {
        switch self {
        case .badChannel:
            Text(
                nb: "skriv for eksempel email, portal eller paper", nn: "skriv til dømes email, portal eller paper",
                en: "write for example email, portal or paper")
        case .noSender:
            Text(
                nb: "skriv sender: {address: ...} i Config/kjerne.yaml og kjør «kjerne apply»",
                nn: "skriv sender: {address: ...} i Config/kjerne.yaml og køyr «kjerne apply»",
                en: "write sender: {address: ...} in Config/kjerne.yaml and run 'kjerne apply'")
        default: nil
        }
    }
}
