/// What an import did.
public struct ImportOutcome: Sendable {
    /// What the source is about, by the id that people know.
    public var id: String
    /// SHA-256 of the source, in hexadecimal.
    public var digest: String
    /// How much of what, in the order to show it, for example `new`.
    public var counts: [(name: String, count: Int)]
    /// The same in words, as people read it; nil where the names are words enough.
    public var summary: Text?
    /// Whether the store is what it was before; then no event is left.
    public var isUnchanged: Bool
    /// What a person should know besides, each in a sentence.
    public var notes: [Text]

    public init(
        id: String, digest: String, counts: [(name: String, count: Int)], isUnchanged: Bool, notes: [Text] = [], summary: Text? = nil
    ) {
        self.id = id
        self.digest = digest
        self.counts = counts
        self.isUnchanged = isUnchanged
        self.notes = notes
        self.summary = summary
    }
}
