/// Locks: content from outside that is pinned.
extension WorkspaceReader {
    mutating func readLocks(_ schemas: KindSchemas) throws(DiagnosticsError) {
        let files = paths(of: .lock)
        guard !files.isEmpty else { return }
        let schema = SchemaChecker(try compile(schemas.plain(.lock, sources: &workspace.sources)))
        for path in files {
            guard let root = document(path, bytes: workspace.tree[path] ?? [], schema: schema), let lock = Lock(root) else { continue }
            if !path.hasSuffix("/\(lock.id).yaml") { report(.fileName(lock.id, path: path, at: lock.span)) }
            let known = workspace.modules + workspace.otherModules
            if !known.contains(where: { $0.id == lock.module }), let span = root["module"]?.span {
                report(.lockOfNoModule(lock.module, known: known.map(\.id), at: span))
            }
            workspace.locks[lock.id] = lock
        }
    }
}

extension Diagnostic {
    static func lockOfNoModule(_ module: String, known: [String], at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "workspace/lock-of-no-module", .error,
            Text(
                nb: "låsen er skrevet av modulen «\(module)», som ikke finnes her",
                nn: "låsen er skriven av modulen «\(module)», som ikkje finst her",
                en: "the lock was written by the module '\(module)', which is not here"), at: span,
            help: Text(
                nb: "moduler som finnes: \(known.sorted().joined(separator: ", "))",
                nn: "modular som finst: \(known.sorted().joined(separator: ", "))",
                en: "modules that exist: \(known.sorted().joined(separator: ", "))"))
    }
}
