import ArgumentParser
import Kernel

/// What the parser says of words that it cannot follow, in English, with a suggestion of ours in the place of its own.
///
/// The parser suggests any option within three letters, so that `--foo` becomes `--as`.
struct Misuse {
    /// What is wrong, as one sentence.
    var message: String
    /// The message with the usage of the command.
    var page: String
    /// The command whose help says how it is used; nil where the parser names none.
    var command: String?

    init(_ error: any Error, in arguments: [String]) {
        message = Kjerne.message(for: error)
        page = Kjerne.fullMessage(for: error)
        if let start = page.firstRange(of: "See '")?.upperBound, let end = page[start...].firstRange(of: " --help'")?.lowerBound {
            command = String(page[start..<end])
        }
        let opening = "Unknown option '"
        guard message.hasPrefix(opening), let end = message.dropFirst(opening.count).firstIndex(of: "'") else { return }
        let given = String(message.dropFirst(opening.count)[..<end])
        let nearest = given.hasPrefix("--") ? Suggestion.name(for: given, among: Self.options(of: arguments)) : nil
        let told = "\(opening)\(given)'" + (nearest.map { ". Did you mean '\($0)'?" } ?? "")
        page = page.replacing(message, with: told)
        message = told
    }

    var help: Text? {
        command.map { Text(nb: "se «\($0) --help»", nn: "sjå «\($0) --help»", en: "see '\($0) --help'") }
    }

    /// The options of the command that the words name, as its help shows them.
    private static func options(of arguments: [String]) -> [String] {
        let page =
            switch CommandTree.find(arguments, root: Kjerne.self) {
            case .command(let type, _): Kjerne.helpMessage(for: type)
            default: Kjerne.helpMessage()
            }
        let words = page.split { !$0.isLetter && !$0.isNumber && $0 != "-" }
        var seen: Set<Substring> = []
        return words.filter { $0.hasPrefix("--") && $0.count > 2 && seen.insert($0).inserted }.map(String.init)
    }
}
