/// A format that a module reads in, as the manifest declares it under `imports`.
public struct ImportDeclaration: Sendable {
    public var module: String
    /// The word after `kjerne import`.
    public var name: String
    public var title: Text
    public var description: Text?
    /// The roles that may import, held anywhere.
    public var by: [String]
    /// The one event that an import leaves, without its module.
    public var event: String
    /// Files or folders of the module's own that are such a source, so that anyone can try the format.
    public var examples: [String] = []
    public var span: SourceSpan

    /// The full name, `<module>.<format>`.
    public var id: String { "\(module).\(name)" }
    /// The action that an import is, in the log and in refusals.
    public var action: String { "\(module).import-\(name)" }
}
