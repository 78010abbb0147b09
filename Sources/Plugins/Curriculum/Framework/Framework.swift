import Kernel

/// A curriculum framework that others decide: the national curriculum, or one that a school bought or wrote.
struct Framework: Sendable, Equatable {
    /// How the framework came.
    enum Format: String, Sendable { case grep, `case`, core }

    /// Short and unique in the workspace, for example `grep`.
    var id: String
    var format: Format
    /// What the URIs of its elements begin with; none for formats that know none.
    var namespace: String?
    /// By language tag (BCP 47).
    var title: LocalText
    var publisher: String?
    /// The licence's name, for example `NLOD 2.0`.
    var licence: String?
    /// What must stand wherever its text is shown.
    var credit: LocalText?
    var language: String?
    var version: String?

    /// What may change of it from one source to the next, as it is stored: title, publisher, licence, credit, language, edition.
    var head: [String?] { [title.compact, publisher, licence, credit?.compact, language, version] }

    /// Whether a head that is stored says the same, in whichever order its texts stand.
    func hasHead(_ stored: [String?]) -> Bool {
        stored.count == head.count
            && zip(stored, head).enumerated().allSatisfy { place, pair in
                let isText = place == 0 || place == 3
                return pair.0 == pair.1 || isText && Self.canonical(pair.0) != nil && Self.canonical(pair.0) == Self.canonical(pair.1)
            }
    }

    private static func canonical(_ text: String?) -> [UInt8]? {
        text.flatMap { try? JSONValue(parsing: Array($0.utf8)).canonical }
    }
}
