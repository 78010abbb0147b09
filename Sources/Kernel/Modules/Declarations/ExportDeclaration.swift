/// A format that a module writes, as the manifest declares it under `exports`.
public struct ExportDeclaration: Sendable {
    public var module: String
    /// The word after `kjerne export`.
    public var name: String
    public var title: Text
    public var description: Text?
    /// The relations, held in the workspace, an institution or an offering, that may export.
    public var by: [String]
    /// The records and fields that it reads.
    public var reads: [(record: String, reading: ReadGrant.Reading)]
    /// Ids that can be asked for when the examples of the module's imports have been read in.
    public var examples: [String] = []
    public var span: SourceSpan

    /// The full name, `<module>.<format>`.
    public var id: String { "\(module).\(name)" }
}
