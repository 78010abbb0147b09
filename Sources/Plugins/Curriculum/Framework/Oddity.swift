/// Something in a source that is not as it should be, kept as it is and told.
struct Oddity: Sendable, Hashable {
    /// What is odd, as a word: see `OddityKind`.
    var kind: OddityKind
    var type: String?
    var code: String?
    /// The file within the source.
    var file: String?
    /// The place in the object, as a JSON path.
    var path: String?
    /// What stands there.
    var found: String?
}
