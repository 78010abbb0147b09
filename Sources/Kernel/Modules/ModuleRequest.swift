/// A module that a workspace enables, and which versions of it.
public struct ModuleRequest: Sendable {
    public var id: String
    public var range: VersionRange
    /// Where the name stands.
    public var span: SourceSpan
    /// Where the range stands.
    public var rangeSpan: SourceSpan

    /// - Parameter rangeSpan: nil where only the name has a place.
    public init(id: String, range: VersionRange, span: SourceSpan, rangeSpan: SourceSpan? = nil) {
        self.id = id
        self.range = range
        self.span = span
        self.rangeSpan = rangeSpan ?? span
    }
}
