/// A column that an import reads.
struct CSVColumn: Sendable, Hashable {
    /// The header that the file is expected to have.
    var name: String
    /// Whether the file must have it.
    var isRequired: Bool

    init(_ name: String, required: Bool = false) {
        self.name = name
        isRequired = required
    }
}
