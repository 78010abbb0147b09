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

    /// The settings of the workspace without reading its variants.
    func settings() throws -> Workspace.Settings {
        let workspace = try schemaWorkspace(.headings)
        guard let settings = workspace.settings else {
            throw try refusal(workspace.diagnostics, sources: workspace.sources, as: .wrong)
        }
        return settings
    }

    /// Where the store lies, which is all that commands on what is live take from the files: a fault anywhere else in them stops no work.
    func storePath() throws -> String {
        // Where that cannot be read, the reader of the whole says why.
        try namedStorePath() ?? storePath(settings())
    }

    /// Where `Config/kjerne.yaml`, read alone, says that the store lies; nil where it does not say so.
    func namedStorePath() throws -> String? {
        let file = SourceFile(
            id: .init(0), path: FileKind.workspace.place,
            bytes: try FileContent.read(root() + "/" + FileKind.workspace.place, limit: ReaderLimits.standard.bytes))
        let result = DocumentReader.read(file)
        guard result.isSound, let path = result.document?.root["store"]?["path"]?.string else { return nil }
        return path.hasPrefix("/") ? path : try root() + "/" + path
    }

    /// A store to read from.
    func readingStore() throws -> Store { try Store.open(at: try storePath(), access: .readOnly) }

    /// A store to act in.
    func writingStore() throws -> Store { try Store.open(at: try storePath(), access: .readWrite(create: false)) }

    /// Who acts, when, and with which random numbers.
    func context(in store: Store) throws -> RunContext {
        RunContext(
            actor: try actor(in: store), clock: try clock(), randomness: global.seed.map(Randomness.seed) ?? .system, language: language,
            seed: global.seed)
    }

    func actor(in store: Store) throws -> Actor { try person(in: store).map { .person($0.key) } ?? .operator }

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
            throw try refusal(error.diagnostics, sources: sources, as: CSVMapping.isAtFault(in: error.diagnostics) ? .usage : .badInput)
        }
    }

    /// Shows the faults that a command ends with: to a program as its answer, to people on standard error.
    func refusal(_ faults: Diagnostics, sources: SourceMap, as status: ExitStatus) throws -> ReportedFaults {
        if global.output == .json || global.output == .sarif {
            try show(faults, sources: sources)
        } else {
            io.writeError(render(faults, sources: sources, color: io.isErrorTerminal))
        }
        return ReportedFaults(status: status)
    }
}
