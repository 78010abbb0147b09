import Kernel

/// The store, the run's context, and the way into actions.
extension Host {
    /// The store of the workspace for reading; nil where nothing has been applied yet.
    func existingStore(_ settings: Workspace.Settings) throws -> Store? {
        do { return try Store.open(at: try storePath(settings), access: .readOnly) } catch StoreError.missing { return nil }
    }

    func store(_ settings: Workspace.Settings, create: Bool = false) throws -> Store {
        try Store.open(at: try storePath(settings), access: .readWrite(create: create))
    }

    /// The settings of the workspace without reading its variants, for commands that only use the store.
    ///
    /// - Parameter depth: `.modules` for those that also ask what the modules declare.
    func settings(_ depth: WorkspaceReader.Depth = .headings) throws -> (settings: Workspace.Settings, workspace: Workspace) {
        let workspace = try schemaWorkspace(depth)
        guard let settings = workspace.settings else {
            io.writeError(render(workspace.diagnostics, sources: workspace.sources, color: io.isErrorTerminal))
            throw ReportedFaults(status: .wrong)
        }
        return (settings, workspace)
    }

    /// A store to read people and offerings from.
    func readingStore() throws -> Store {
        let settings = try settings().settings
        return try Store.open(at: try storePath(settings), access: .readOnly)
    }

    /// Who acts, when, and with which random numbers.
    func context(in store: Store) throws -> RunContext {
        RunContext(
            actor: try actor(in: store), clock: try clock(), randomness: global.seed.map(Randomness.seed) ?? .system, language: language)
    }

    func actor(in store: Store) throws -> Actor {
        guard let id = global.actor else { return .operator }
        return try store.read { db in
            if let person = try Person.find(id, in: db) { return .person(person.key) }
            throw HostError.unknown(
                Text(nb: "personen", nn: "personen", en: "person"), id, known: [try Person.nearestID(to: id, in: db)].compactMap { $0 })
        }
    }

    func clock() throws -> Clock {
        // A variable that is set to nothing counts as not set.
        let variable = io.environment["KJERNE_NOW"].flatMap { $0.isEmpty ? nil : $0 }
        guard let given = global.instant ?? variable else { return .system }
        guard let instant = try? Instant(given) else {
            throw HostError.badInstant(given, from: global.instant == nil ? "KJERNE_NOW" : "--at")
        }
        return .fixed(instant)
    }

    /// Runs `body`; faults that it finds in a file are shown with their places, and end the command as bad input.
    func showingFaults<T>(_ sources: SourceMap, _ body: () throws -> T) throws -> T {
        do { return try body() } catch let error as DiagnosticsError {
            if global.output == .json || global.output == .sarif {
                try show(error.diagnostics, sources: sources)
            } else {
                io.writeError(render(error.diagnostics, sources: sources, color: io.isErrorTerminal))
            }
            throw ReportedFaults(status: .badInput)
        }
    }

    /// All roles, the kernel's and those of the enabled modules.
    func roles(_ workspace: Workspace) -> [Role] {
        Role.kernel + workspace.modules.flatMap(\.roles)
    }
}
