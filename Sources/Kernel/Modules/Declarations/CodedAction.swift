/// An action that code performs, as the manifest declares it.
public struct CodedAction: Sendable {
    public var module: String
    public var name: String
    public var title: Text
    public var description: Text?
    /// JSON Schema of the input.
    public var input: Node?
    public var by: [String]
    /// The record that it is about; `do` then takes an id.
    public var record: String?
    /// The event it leaves, without its module; nil where code decides.
    public var event: String? = nil
    /// Former names, newest first.
    public var was: [String] = []
    public var span: SourceSpan

    /// The full name, `<module>.<action>`.
    public var id: String { "\(module).\(name)" }
}
