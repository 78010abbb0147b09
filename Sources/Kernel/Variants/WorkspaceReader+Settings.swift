/// `Config/kjerne.yaml`.
extension WorkspaceReader {
    mutating func readSettings(_ schemas: KindSchemas) throws(DiagnosticsError) {
        let path = FileKind.workspace.place
        guard let bytes = workspace.tree[path] else {
            if !workspace.tree.couldNotRead(path) { report(.noWorkspaceFile(path)) }
            return
        }
        let schema = SchemaChecker(try compile(schemas.plain(.workspace, sources: &workspace.sources)))
        let document = CheckedDocument.read(workspace.sources.add(path: path, bytes: bytes), schema: schema)
        report(document.faults)
        // Which modules there are decides what every other file may hold.
        guard canReadOn(document), let root = document.root, root["modules"]?.map != nil else { return }
        let settings = Workspace.Settings(readingOn: root)
        workspace.settings = settings
        if let node = root["time-zone"], node.string != nil, (try? TimeZoneRules.load(settings.timeZone)) == nil {
            report(.unknownTimeZone(settings.timeZone, at: node.span))
        }
    }
}

extension Workspace.Settings {
    /// The settings that a file gives; for a value that is missing or of the wrong kind, which its schema has told, one that lets the
    /// other files be read.
    ///
    /// A run that was not told to find every fault never gets here with such a file, and one that was does nothing else.
    fileprivate init(readingOn root: Node) {
        let languages = (root["languages"]?.list ?? []).compactMap(\.string).filter(LanguageTag.isWellFormed)
        self.init(
            id: root["workspace"]?.string ?? "", title: root["title"].flatMap { $0.map == nil ? nil : Text(node: $0) },
            languages: languages.isEmpty ? Language.allCases.map(\.rawValue) : languages,
            timeZone: root["time-zone"]?.string ?? "UTC", calendar: root["calendar"]?.string ?? "",
            storePath: root["store"]?["path"]?.string ?? "", root: root)
    }
}
