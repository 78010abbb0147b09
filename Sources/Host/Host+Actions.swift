import Kernel

/// What commands that act on records share.
extension Host {
    /// What named actions work in: files are read as the caller names them.
    func environment(_ live: LiveConfiguration, _ store: Store) -> ActionEnvironment {
        let folder = io.folder
        return ActionEnvironment(live: live, files: FileStore(store: store.path)) { path, limit in
            try FileContent.read(path.hasPrefix("/") ? path : folder + "/" + path, limit: limit)
        }
    }

    /// A YAML or JSON file that a person hands in; `-` is standard input.
    func document(_ path: String, into sources: inout SourceMap) throws -> Node {
        let bytes = try FileContent.read(path == "-" ? "/dev/stdin" : io.resolved(path), limit: ReaderLimits.standard.bytes)
        let file = sources.add(path: path == "-" ? "stdin" : path, bytes: bytes)
        let result = path.hasSuffix(".json") ? JSONReader.read(file) : YAMLReader.read(file)
        let map = sources
        return try showingFaults(map) {
            guard let root = result.document?.root, result.isSound else {
                var faults = Diagnostics()
                faults.report(contentsOf: result.diagnostics)
                throw DiagnosticsError(faults)
            }
            return root
        }
    }

    /// Tells what an action did.
    func show(_ result: ActionResult<JSONValue>, of action: any NamedAction) throws {
        guard global.output ?? .table == .table else { return try show(result.json(result.effect), text: "") }
        var line = action.name
        if let id = result.outcome.id { line += " \(id)" }
        if let state = result.outcome.state {
            line += ": " + (action.concerns?.workflow?.state(state)?.label(language) ?? state)
        }
        if let version = result.outcome.version {
            line += say(nb: " (versjon \(version))", nn: " (versjon \(version))", en: " (version \(version))")
        }
        io.write(line + "\n")
        for (name, value) in result.effect.object ?? [] {
            for item in value.array ?? [value] { io.write("  \(name): \(item.string ?? item.compact)\n") }
        }
    }
}
