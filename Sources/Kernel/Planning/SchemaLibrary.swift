/// The schemas that a workspace knows: of its files, and of the formats that commands write.
public struct SchemaLibrary {
    private let workspace: Workspace

    /// - Parameter workspace: read at least as far as its modules, which extend the schemas.
    public init(_ workspace: Workspace) { self.workspace = workspace }

    /// The names for `schema show`, files first.
    public var names: [String] { FileKind.allCases.map(\.rawValue) + OutputSchemas.all.map(\.name) }

    /// A schema as plain JSON Schema 2020-12, texts in one language; nil for an unknown name.
    ///
    /// - Throws: `DiagnosticsError` when a module's own schema is faulty.
    public func standard(_ name: String, language: Language) throws(DiagnosticsError) -> JSONValue? {
        var sources = SourceMap()
        let node: Node
        if let kind = FileKind(rawValue: name) {
            node = try file(kind, sources: &sources)
        } else if let output = OutputSchemas.all.first(where: { $0.name == name }) {
            node = try SchemaText.node(output.yaml, path: "kernel:schema/\(name)", in: &sources)
        } else {
            return nil
        }
        let result = Schema.compile(node, dialect: .project)
        guard let schema = result.schema else {
            var faults = Diagnostics()
            faults.report(contentsOf: result.diagnostics)
            throw DiagnosticsError(faults)
        }
        return schema.standardJSON(language: language)
    }

    /// The files that editors read: one for each kind, with what the enabled modules add.
    public func editorFiles(language: Language) throws(DiagnosticsError) -> [(path: String, bytes: [UInt8])] {
        var files: [(path: String, bytes: [UInt8])] = []
        for kind in FileKind.allCases {
            guard let schema = try standard(kind.rawValue, language: language) else { continue }
            files.append(("\(kind.rawValue).schema.json", Array((schema.pretty + "\n").utf8)))
        }
        return files
    }

    private func file(_ kind: FileKind, sources: inout SourceMap) throws(DiagnosticsError) -> Node {
        let schemas = try KindSchemas(languages: workspace.settings?.languages ?? ["nb", "nn", "en"], sources: &sources)
        switch kind {
        case .programme, .institution, .variant:
            return try schemas.layer(kind, body: try schemas.body(modules: workspace.modules, sources: &sources), sources: &sources)
        default: return try schemas.plain(kind, sources: &sources)
        }
    }
}

/// Lists of schemas.
public enum SchemaTables {
    public static func list(_ library: SchemaLibrary) -> Table {
        Table(
            "kernel.schemas", title: Text(nb: "Skjemaer", nn: "Skjema", en: "Schemas"),
            columns: [
                .init("schema", .code, Text(nb: "Skjema", nn: "Skjema", en: "Schema")),
                .init("of", .text, Text(nb: "Gjelder", nn: "Gjeld", en: "Describes")),
            ],
            rows: library.names.map { name in
                [.text(name), .text(FileKind(rawValue: name)?.place ?? OutputSchemas.all.first { $0.name == name }?.format ?? "")]
            })
    }
}
