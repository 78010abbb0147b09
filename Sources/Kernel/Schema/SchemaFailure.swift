/// One way in which a value does not satisfy one schema, before it is put in words.
struct SchemaFailure {
    enum Kind {
        /// The schema `false`.
        case never
        case type(ValueTypes)
        case value([Node])
        case length(least: Int, most: Int)
        case pattern(String)
        case format(StringFormat)
        case below(String, isAllowed: Bool)
        case above(String, isAllowed: Bool)
        case notMultiple(String)
        case incomparable
        case itemCount(least: Int, most: Int)
        case repeated(first: SourceSpan)
        case noneContained
        case keyCount(least: Int, most: Int)
        /// The rules whose keys would have been right.
        case unknownKey(rules: [Int])
        case missingKey(String, for: String?)
        case forbidden
        case several([Int])
        /// Each branch wants another type or value.
        case either(ValueTypes, [Node])
    }

    var kind: Kind
    var rule: Int
    /// What to underline.
    var span: SourceSpan
    /// The value, or the map that the key stands in or is missing from.
    var node: Node
    /// The key, where the failure is about one.
    var key: String?
    /// How deep the value lies.
    var level: Int
    /// Whether the value is itself a key.
    var isKey: Bool
    /// The branch that it was found in, and how many there were.
    var branch: (rule: Int, count: Int)?
}
