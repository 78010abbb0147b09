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
        let bytes: [UInt8]
        do { bytes = try FileContent.read(path == "-" ? "/dev/stdin" : io.resolved(path), limit: ReaderLimits.standard.bytes + 1) } catch {
            let place = SourceSpan(startOf: sources.add(path: path, bytes: []).id)
            return try showingFaults(sources) {
                throw DiagnosticsError(.unreadable(reason: error.reason, isTable: false, at: place))
            }
        }
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

    /// The input from the file and the flags; a flag replaces the file's value.
    func inputs(_ words: [String], file: String?, of action: any NamedAction, into sources: inout SourceMap) throws -> ActionInput {
        let base = try file.map { try document($0, into: &sources) }
        let parsed = FlagInputs.parse(words, schema: action.schema, into: &sources)
        if let unknown = parsed.unknown.first {
            throw HostError.unknownFlag(unknown, known: InputText(schema: action.schema).names)
        }
        if let repeated = parsed.repeated.first { throw HostError.flagTwice(repeated) }
        if let incomplete = parsed.incomplete.first { throw HostError.flagWithoutValue(incomplete) }
        try showingFaults(sources) { try parsed.requireSound() }
        var positional = parsed.positional[...]
        let id = action.about == nil ? nil : positional.popFirst()
        if let extra = positional.first { throw HostError.extraWord(extra) }
        var values = parsed.values
        if let base, let map = base.map {
            var merged = map
            for pair in parsed.values.map?.pairs ?? [] { merged.set(pair) }
            values = Node(.map(merged), at: base.span)
        } else if let base {
            values = base
        }
        return ActionInput(id: id, values: values)
    }

    /// Tells what an action did.
    ///
    /// - Parameter zone: by whose clock people are told of moments; programs get them in UTC.
    func show(_ result: ActionResult<JSONValue>, of action: any NamedAction, zone: TimeZoneRules) throws {
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
            for item in value.array ?? [value] { io.write("  \(name): \(Self.told(item, zone))\n") }
        }
    }

    /// A value of an effect as people read it, a moment as in a table.
    private static func told(_ value: JSONValue, _ zone: TimeZoneRules) -> String {
        guard let text = value.string else { return value.compact }
        guard let instant = try? Instant(text), instant.description == text else { return text }
        return DateText.cell(instant, in: zone)
    }
}
