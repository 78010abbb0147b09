/// A module as it is live: what was applied, and what it declares.
public final class LiveModule: Sendable {
    public let manifest: ModuleManifest
    public let declarations: ModuleDeclarations
    /// The module's settings in this workspace, defaults filled in.
    public let settings: JSONValue
    /// Long texts and letters, by their path in the module's folder.
    public let texts: [String: String]

    public var id: String { manifest.id }
    public var version: String { source.version }
    public let source: NewEvent.Source

    init(manifest: ModuleManifest, declarations: ModuleDeclarations, settings: JSONValue, texts: [String: String]) {
        self.manifest = manifest
        self.declarations = declarations
        self.settings = settings
        self.texts = texts
        source = NewEvent.Source(module: manifest.id, version: manifest.version.description)
    }
}
