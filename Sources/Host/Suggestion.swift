import Kernel

/// The name that a mistyped command, option or id most likely stands for.
enum Suggestion {
    /// Of shorter words one letter is too much: `go` is not `do`.
    private static let shortest = 3

    /// The nearest name, or the only one that begins with the word; nil where nothing is near.
    ///
    /// Dashes in front count for nothing.
    static func name(for word: String, among names: some Sequence<String>) -> String? {
        let wanted = bare(word)
        guard wanted.count >= shortest else { return nil }
        let names = Array(names)
        if let nearest = NearestName.suggestion(for: wanted, among: names.map(bare)) { return names.first { bare($0) == nearest } }
        let longer = names.filter { bare($0).hasPrefix(wanted) && bare($0) != wanted }
        return longer.count == 1 ? longer[0] : nil
    }

    /// "did you mean …", where there is a name to suggest.
    static func help(for word: String, among names: some Sequence<String>) -> Text? {
        name(for: word, among: names).map { Text(nb: "mente du «\($0)»?", nn: "meinte du «\($0)»?", en: "did you mean '\($0)'?") }
    }

    private static func bare(_ word: String) -> String { String(word.drop { $0 == "-" }) }
}
