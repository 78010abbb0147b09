/// Content from outside the workspace that courses build on, pinned code by code (`Config/locks/<id>.yaml`).
///
/// The kernel keeps it, makes it a part of every release and shows how it changes; what a code is, and whether what is loaded is still what was
/// pinned, the module says that the lock names.
public struct Lock: Sendable {
    public var id: String
    /// The module that wrote it and can judge it.
    public var module: String
    /// What the codes are taken from, in the module's own words.
    public var framework: String?
    public var licence: String
    /// SHA-256 of the content behind each code, as hexadecimal.
    public var entries: [String: String]
    /// SHA-256 of the lock as canonical JSON, which releases name.
    public var digest: String
    public var span: SourceSpan
    let root: Node

    /// Reads a lock whose form the schema has accepted.
    init?(_ root: Node) {
        guard let id = root["lock"], let name = id.string, let module = root["module"]?.string, let licence = root["licence"]?.string,
            let entries = root["entries"]?.map, let bytes = try? root.json.canonical
        else { return nil }
        self.id = name
        self.module = module
        self.licence = licence
        framework = root["framework"]?.string
        self.entries = Dictionary(entries.pairs.compactMap { pair in pair.value.string.map { (pair.key, $0) } }) { first, _ in first }
        digest = Digest.hex(bytes)
        span = id.span
        self.root = root
    }
}
