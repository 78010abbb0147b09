/// An event that a module declares.
public struct DeclaredEvent: Sendable {
    public var name: String
    public var version: Int
    /// JSON Schema of the payload.
    public var payload: Node?
    public var span: SourceSpan
}
