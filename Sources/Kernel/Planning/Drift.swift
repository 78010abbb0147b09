public import GRDB

/// Compares the files, what was last applied, and what is live.
public struct Drift: Sendable {
    public enum Side: String, Sendable {
        /// The files have changed since they were applied.
        case files
        /// Files have changed and mean what they meant: comments, layout, files that nothing reads, or words that no variant takes in,
        /// such as a programme's own title. `plan` has nothing to change, and the next `apply` keeps them.
        case text
        /// What is live is no longer what was applied: someone has written around the kernel.
        case live

        /// What people call it.
        var title: Text {
            switch self {
            case .files: Text(nb: "filene", nn: "filene", en: "files")
            case .text: Text(nb: "tekst", nn: "tekst", en: "text")
            case .live: Text(nb: "i drift", nn: "i drift", en: "live")
            }
        }
    }

    public var entries: [(side: Side, path: String, kind: Change.Kind)]

    /// Whether anything differs in what it means.
    public var isDifferent: Bool { entries.contains { $0.side != .text } }

    /// - Parameters:
    ///   - tree: the files as they are now.
    ///   - read: reads a configuration from the files that were applied.
    ///   - view: the schema of a composed variant.
    public static func find(_ tree: FileTree, view: SchemaView?, in db: Database, read: (FileTree) -> ConfigurationState?) throws -> Drift {
        var drift = Drift(entries: [])
        let last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM kernel_apply")
        let applied = try last.map { try Snapshots(db: db).tree(of: $0) } ?? FileTree()
        for path in Set(tree.files.keys).union(applied.files.keys).sorted() where tree[path] != applied[path] {
            drift.entries.append(
                (
                    isSame(path, tree[path], applied[path]) ? .text : .files, path,
                    applied[path] == nil ? .added : tree[path] == nil ? .removed : .changed
                ))
        }
        guard last != nil else { return drift }
        let configuration = ConfigurationStore(db: db)
        let live = try configuration.live()
        if let wanted = read(applied) {
            // Where all files together mean what they meant, none of them differs in what `plan` looks at.
            if read(tree) == wanted { for index in drift.entries.indices { drift.entries[index].side = .text } }
            for change in Differ(view: view).changes(from: wanted, to: live) { drift.entries.append((.live, change.path, change.kind)) }
        }
        for difference in try StoredRows(db: db).differences(from: live)
        where !drift.entries.contains(where: { $0.side == .live && $0.path == difference.path }) {
            drift.entries.append((.live, difference.path, difference.kind))
        }
        if try !drift.entries.contains(where: { $0.side == .live }) && configuration.isAltered() {
            drift.entries.append((.live, "kernel", .changed))
        }
        return drift
    }

    /// Whether a file means the same in both versions; a module is known by its bytes.
    private static func isSame(_ path: String, _ now: [UInt8]?, _ before: [UInt8]?) -> Bool {
        if FileKind(path: path) == nil { return !path.hasPrefix("Modules/") || path.hasSuffix("/README.md") }
        guard !path.hasPrefix("Modules/"), let now, let before, let a = content(now), let b = content(before) else { return false }
        return a == b
    }

    private static func content(_ bytes: [UInt8]) -> JSONValue? {
        let result = YAMLReader.read(SourceFile(id: .init(0), path: "", bytes: bytes))
        return result.diagnostics.contains { $0.severity == .error } ? nil : result.document?.root.json
    }

    public var table: Table {
        Table(
            "kernel.drift", title: Text(nb: "Avvik", nn: "Avvik", en: "Drift"),
            columns: [
                .init("side", .code, Text(nb: "Hvor", nn: "Kvar", en: "Where")),
                .init("path", .code, Text(nb: "Sti", nn: "Sti", en: "Path")),
                .init("kind", .code, Text(nb: "Endring", nn: "Endring", en: "Change")),
            ], rows: entries.map { [.coded($0.side.rawValue, $0.side.title), .text($0.path), $0.kind.cell] })
    }
}
