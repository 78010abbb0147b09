/// Reads a workspace from its files in one pass: documents, modules, layers, variants, offerings, rules.
///
/// Every fault is collected; what a fault makes unreadable is left out, and what depends on it is not blamed a second time.
public struct WorkspaceReader {
    /// The kernel's own version, which the `kernel` range of each module is held against.
    public static let kernelVersion = "1.0.0"

    var workspace: Workspace
    let linked: LinkedModules
    /// Whether every module that the workspace asks for was found.
    var knowsAllModules = true
    /// Ids of modules whose manifests have faults.
    var faultyModules: Set<String> = []
    /// The paths of the workspace in order, each with the kind of file that it names, if any.
    private let paths: [(path: String, kind: FileKind?)]
    /// Whether misspelt keys are taken for what they resemble, so that they hide no other fault; the run then shows them all and does no more.
    let mends: Bool
    /// Variants that have faults, but whose days can be reckoned.
    var judged: [String: CourseVariant] = [:]
    /// Names of layers whose files have faults, so that those who stand on them are not blamed.
    var unreadable = HiddenLayers()

    /// Reads the workspace that `tree` holds.
    ///
    /// - Parameters:
    ///   - tree: the files below `Config/` and `Modules/`.
    ///   - linked: the modules that the host was built with.
    ///   - depth: how far to read; listing modules does not need variants.
    public static func read(_ tree: FileTree, linked: LinkedModules, depth: Depth = .everything) -> Workspace {
        var reader = WorkspaceReader(tree, linked: linked, mends: depth == .everything)
        do { try reader.run(depth) } catch { reader.workspace.diagnostics.report(contentsOf: error.diagnostics) }
        return reader.workspace
    }

    /// How much of a workspace to read.
    public enum Depth: Sendable {
        /// The settings, and of modules that were built into the host what they are and need, not what they declare.
        case headings
        /// The settings and the modules.
        case modules
        case everything
    }

    private init(_ tree: FileTree, linked: LinkedModules, mends: Bool) {
        workspace = Workspace(tree: tree, sources: SourceMap())
        paths = tree.paths.map { ($0, FileKind(path: $0)) }
        self.linked = linked
        self.mends = mends
    }

    private mutating func run(_ depth: Depth) throws(DiagnosticsError) {
        let english = try KindSchemas(languages: ["nb", "nn", "en"], sources: &workspace.sources)
        reportUnreadable()
        try readSettings(english)
        guard let settings = workspace.settings else {
            reportUnknownFiles()
            return
        }
        let schemas =
            settings.languages == english.languages ? english : try KindSchemas(languages: settings.languages, sources: &workspace.sources)
        let manifests = try readManifests(schemas, depth: depth)
        try resolveModules(manifests, schemas)
        guard depth == .everything else { return }
        reportUnknownFiles()
        guard knowsAllModules else { return }
        bindCode()
        try readModuleSettings(schemas)
        checkDeclarations()
        try readCalendars(schemas)
        try readLocks(schemas)
        try readLayers(schemas)
        composeVariants()
        try readOfferings(schemas)
        runRules()
    }

    /// The paths that name a kind of file; for nil those that name none.
    func paths(of kind: FileKind?) -> [String] { paths.filter { $0.kind == kind }.map(\.path) }

    mutating func report(_ diagnostic: Diagnostic) { workspace.diagnostics.report(diagnostic) }
    mutating func report(_ diagnostics: [Diagnostic]) { workspace.diagnostics.report(contentsOf: diagnostics) }

    /// Reads one file of the tree and checks it; nil when its form is not right, even with misspelt keys taken for what they resemble.
    mutating func document(_ path: String, bytes: [UInt8], schema: SchemaChecker?) -> Node? {
        let document = CheckedDocument.read(workspace.sources.add(path: path, bytes: bytes), schema: schema)
        report(document.faults)
        return document.whole(mended: mends)
    }

    /// What a run can still say when a value in the settings is wrong, taking something sound in its place.
    func canReadOn(_ document: CheckedDocument) -> Bool { document.trust <= (mends ? .values : .sound) }

    mutating func compile(_ node: Node) throws(DiagnosticsError) -> Schema {
        let result = Schema.compile(node, dialect: .project)
        guard let schema = result.schema else {
            var faults = Diagnostics()
            faults.report(contentsOf: result.diagnostics)
            throw DiagnosticsError(faults)
        }
        return schema
    }

    /// What could not be read is pointed out, and nobody is blamed for missing it.
    private mutating func reportUnreadable() {
        for failure in workspace.tree.failures {
            let file = workspace.sources.add(path: failure.path, bytes: [])
            report(.unreadableFile(failure, at: SourceSpan(startOf: file.id)))
            let parts = failure.path.split(separator: "/")
            if parts.first == "Modules", parts.count > 1 { faultyModules.insert(String(parts[1])) }
            if parts.first == "Config" { unreadable.insert(path: failure.path) }
        }
    }

    /// Whether a file lies where a module may keep what it likes: anywhere in its folder, but no second YAML file beside the manifest.
    private func isOfModule(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        return parts.count > 3 ? parts[parts.count - 1] != "module.yaml" : parts.count == 3 && !path.hasSuffix(".yaml")
    }

    /// Files below Config/ and Modules/ that nothing reads are pointed out: a misspelt folder would otherwise be lost in silence.
    private mutating func reportUnknownFiles() {
        for path in paths(of: nil) {
            if path.hasSuffix(".md") || path.hasPrefix("Config/schemas/") { continue }
            if path.hasPrefix("Modules/") && isOfModule(path) { continue }
            let file = workspace.sources.add(path: path, bytes: workspace.tree[path] ?? [])
            report(.unknownFile(at: SourceSpan(startOf: file.id)))
        }
    }
}
