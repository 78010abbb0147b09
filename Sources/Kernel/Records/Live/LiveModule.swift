/// A module as it is live: what was applied, and what it declares.
public struct LiveModule: Sendable {
    public var manifest: ModuleManifest
    public var declarations: ModuleDeclarations
    /// The module's settings in this workspace, defaults filled in.
    public var settings: JSONValue
    /// Long texts and letters, by their path in the module's folder.
    public var texts: [String: String]

    public var id: String { manifest.id }
    public var version: String { manifest.version.description }
    public var source: NewEvent.Source { .init(module: id, version: version) }
}
