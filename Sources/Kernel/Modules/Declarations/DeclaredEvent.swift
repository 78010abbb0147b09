/// An event that a module declares.
public struct DeclaredEvent: Sendable {
    public var name: String
    public var version: Int
    /// JSON Schema of the payload.
    public var payload: Node?
    /// Former names, newest first.
    public var was: [String] = []
    public var span: SourceSpan
}
