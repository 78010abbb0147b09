/// The schemas that a workspace knows: of its files, and of the formats that commands write.
public struct SchemaLibrary {
    private let workspace: Workspace

    /// - Parameter workspace: read at least as far as its modules, which extend the schemas.
    public init(_ workspace: Workspace) { self.workspace = workspace }

    /// The names for `schema show`, files first.
    public var names: [String] { FileKind.allCases.map(\.rawValue) + OutputSchemas.all.map(\.name) + exports.map(\.id) }

    /// What the files of a kind are: where they lie, or what they say that they are.
    func subject(of name: String) -> String {
        FileKind(rawValue: name)?.place ?? OutputSchemas.all.first { $0.name == name }?.format ?? exports.first { $0.id == name }?.format
            ?? ""
    }

    private var exports: [ModuleManifest.FileFormat] { workspace.modules.flatMap(\.formats) }

    /// A schema as plain JSON Schema 2020-12, texts in one language; nil for an unknown name.
    ///
    /// That of a layer takes a part of the whole, as `check` does; what is required is asked of the composed variant.
    /// - Throws: `DiagnosticsError` when a module's own schema is faulty.
    public func standard(_ name: String, language: Language) throws(DiagnosticsError) -> JSONValue? {
        let isLayer = FileKind(rawValue: name).map { [FileKind.programme, .institution, .variant].contains($0) } ?? false
        return try schema(name)?.standardJSON(language: language, options: isLayer ? .partial : [])
    }

    /// A schema ready for use; nil for an unknown name.
    func schema(_ name: String) throws(DiagnosticsError) -> Schema? {
        var sources = SourceMap()
        let node: Node
        if let kind = FileKind(rawValue: name) {
            node = try file(kind, sources: &sources)
        } else if let output = OutputSchemas.all.first(where: { $0.name == name }) {
            node = try SchemaText.node(output.yaml, path: "kernel:schema/\(name)", in: &sources)
        } else if let format = exports.first(where: { $0.id == name }) {
            node = try KindSchemas(languages: languages, sources: &sources).standalone(format.schema)
        } else {
            return nil
        }
        let result = Schema.compile(node, dialect: .project)
        guard let schema = result.schema else {
            var faults = Diagnostics()
            faults.report(contentsOf: result.diagnostics)
            throw DiagnosticsError(faults)
        }
        return schema
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

    private var languages: [String] { workspace.settings?.languages ?? ["nb", "nn", "en"] }

    private func file(_ kind: FileKind, sources: inout SourceMap) throws(DiagnosticsError) -> Node {
        let schemas = try KindSchemas(languages: languages, sources: &sources)
        switch kind {
        case .programme, .institution, .variant:
            return try schemas.layer(kind, body: try schemas.body(modules: workspace.modules, sources: &sources), sources: &sources)
        default: return try schemas.plain(kind, sources: &sources)
        }
    }
}

/// Lists of schemas and of the keys in one.
public enum SchemaTables {
    /// The keys that a file of that kind may have, with what the enabled modules add; nil for an unknown name.
    public static func keys(_ name: String, in library: SchemaLibrary) throws -> Table? {
        guard let schema = try library.schema(name) else { return nil }
        var rows: [[Table.Cell]] = []
        walk(schema.root, path: "", depth: 0, into: &rows)
        return Table(
            "kernel.schema-keys", title: Text(verbatim: name), parameters: [("schema", .string(name))],
            columns: [
                .init("key", .code, Text(nb: "Nøkkel", nn: "Nøkkel", en: "Key")),
                .init("title", .localized, Text(nb: "Hva", nn: "Kva", en: "What")),
                .init("default", .text, Text(nb: "Ellers", nn: "Elles", en: "Default")),
                .init("unit", .code, Text(nb: "Enhet", nn: "Eining", en: "Unit")),
                .init("running", .code, Text(nb: "Mens kurset går", nn: "Medan kurset går", en: "While it runs")),
            ], rows: rows)
    }

    /// How deep keys are listed; trees that refer to themselves end there.
    private static let depth = 6

    private static func walk(_ view: SchemaView, path: String, depth: Int, into rows: inout [[Table.Cell]]) {
        guard depth < Self.depth, rows.count < 2000 else { return }
        for (key, inner) in view.declaredProperties {
            let name = path.isEmpty ? key : "\(path).\(key)"
            let value = VariantTables.cell(inner.defaultValue?.json)
            rows.append([
                .text(name), inner.title.map { .localized($0) } ?? .empty, value, .init(inner.unit), .init(inner.running?.rawValue),
            ])
            walk(inner, path: name, depth: depth + 1, into: &rows)
            if let identity = inner.item.identity { walk(inner.item, path: "\(name).<\(identity)>", depth: depth + 1, into: &rows) }
        }
    }

    public static func list(_ library: SchemaLibrary) -> Table {
        Table(
            "kernel.schemas", title: Text(nb: "Skjemaer", nn: "Skjema", en: "Schemas"),
            columns: [
                .init("schema", .code, Text(nb: "Skjema", nn: "Skjema", en: "Schema")),
                .init("of", .text, Text(nb: "Gjelder", nn: "Gjeld", en: "Describes")),
            ],
            rows: library.names.map { name in [.text(name), .text(library.subject(of: name))] })
    }
}
