/// The languages that every text of the system exists in; a workspace may add others.
public enum Language: String, Sendable, Hashable, CaseIterable {
    /// Norwegian bokmål.
    case nb
    /// Norwegian nynorsk.
    case nn
    /// English.
    case en
}

extension Language {
    /// Words in the quotation marks of the language, with commas between them.
    func quoted(_ words: [String]) -> String {
        words.map { self == .en ? "'\($0)'" : "«\($0)»" }.joined(separator: ", ")
    }
}
