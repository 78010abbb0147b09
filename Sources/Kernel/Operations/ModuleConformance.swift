/// Judges whether a module keeps what a module must keep, by taking it into use in a workspace of its own.
///
/// ```swift
/// let checks = try ModuleConformance(id: "notes", files: files, linked: linked).run(in: folder)
/// print(ConformanceCheck.table("notes", checks))
/// ```
public struct ModuleConformance {
    public let id: String
    /// The files of every module that may be needed, by module: path in the folder to content.
    let modules: [String: [String: [UInt8]]]
    let linked: LinkedModules

    /// - Parameters:
    ///   - files: the module's folder, path to content.
    ///   - others: folders of other modules that it may require; those that are linked are known already.
    ///   - linked: the modules of the host.
    public init(id: String, files: [String: [UInt8]], others: [String: [String: [UInt8]]] = [:], linked: LinkedModules) {
        self.id = id
        self.linked = linked
        var modules = others
        for module in linked.files where modules[module.id] == nil { modules[module.id] = module.files.mapValues { Array($0.utf8) } }
        modules[id] = files
        self.modules = modules
    }

    /// Makes every check.
    ///
    /// - Parameter folder: an empty folder for the stores that the module is tried in; the caller removes it.
    /// - Throws: `StoreError` where the stores cannot be made; what is wrong with the module is in the checks.
    public func run(in folder: String) throws -> [ConformanceCheck] {
        let workspace = WorkspaceReader.read(tree(), linked: linked)
        var checks = [
            ConformanceCheck(
                .manifest, workspace.diagnostics.sorted(in: workspace.sources).filter { $0.severity == .error }, sources: workspace.sources),
            hasFolder ? ConformanceCheck(.documentation, documentation()) : .notMade(.documentation),
        ]
        guard !workspace.diagnostics.hasErrors, let module = workspace.modules.first(where: { $0.id == id }) else { return checks }
        let declarations = module.declarations().declarations
        checks.append(
            ConformanceCheck(
                .texts, texts(declarations) + languages(module.root, workspace.settings?.languages ?? []), sources: workspace.sources))
        checks.append(ConformanceCheck(.names, names(declarations)))
        checks.append(ConformanceCheck(.code, code(module)))
        let trial = try ConformanceTrial(id: id, workspace: workspace, linked: linked, folder: folder)
        defer { trial.close() }
        checks.append(ConformanceCheck(.tables, try trial.tables()))
        let walks = try trial.walk()
        checks.append(ConformanceCheck(.workflows, walks.faults))
        let (rights, told) = trial.rights()
        checks.append(rights)
        let reading = try ConformanceTrial(id: id, workspace: workspace, linked: linked, folder: folder + "/read")
        defer { reading.close() }
        try reading.apply(workspace)
        let (formats, imported) = reading.formats(modules[id] ?? [:])
        checks.append(formats)
        checks.append(reading.reports(isFilled: !formats.unchecked.contains { $0.hasPrefix("import ") }))
        checks.append(trial.roundTrip())
        let without = WorkspaceReader.read(tree(without: id), linked: linked)
        checks.append(try life(workspace, without: without, in: folder + "/life"))
        checks.append(seed(workspace, in: folder))
        checks += [.export, .erasure].map(ConformanceCheck.notMade)
        let emitted = walks.events.union(told).union(imported)
        var happened = ConformanceCheck(.events, events(declarations, emitted: emitted))
        // What code alone can make happen, and the kit could not make it do.
        let byCode = Set(declarations.actions.compactMap(\.event) + declarations.imports.map(\.event))
        happened.unchecked = byCode.sorted().map { "\(id).\($0)" }.filter { !emitted.contains($0) }
        checks.append(happened)
        checks.append(ConformanceCheck(.removal, try trial.removal(without)))
        return checks.sorted { $0.subject < $1.subject }
    }

    private func life(_ workspace: Workspace, without: Workspace, in folder: String) throws -> ConformanceCheck {
        let trial = try ConformanceTrial(id: id, workspace: workspace, linked: linked, folder: folder)
        defer { trial.close() }
        return trial.life(without: without)
    }

    /// Two trials from nothing with the same seed come to the same content.
    private func seed(_ workspace: Workspace, in folder: String) -> ConformanceCheck {
        var check = ConformanceCheck(.seed, [])
        do {
            let digests = try ["one", "two"].map { name in
                let trial = try ConformanceTrial(id: id, workspace: workspace, linked: linked, folder: "\(folder)/\(name)")
                defer { trial.close() }
                let (digest, unchecked) = try trial.seeded()
                check.unchecked = unchecked
                return digest
            }
            if Set(digests).count != 1 { check.faults.append(.seedVaries(id)) }
        } catch { check.faults.append(.trialFailed("seed", Text(verbatim: "\(error)"), at: nil)) }
        return check
    }

    // MARK: The workspace that it is tried in

    private func tree(without left: String? = nil) -> FileTree {
        let wanted = ModuleNeeds.of(id, in: modules).filter { $0 != left }
        var files: [String: [UInt8]] = [
            "Config/kjerne.yaml": Array(settings(modules: wanted).utf8), "Config/calendars/trial.yaml": Array(Self.calendar.utf8),
        ]
        for name in wanted {
            for (path, bytes) in modules[name] ?? [:] { files["Modules/\(name)/\(path)"] = bytes }
        }
        return FileTree(files)
    }

    private func settings(modules names: Set<String>) -> String {
        let lines = names.sorted().map { "  \($0): \">=0.0.0\"\n" }.joined()
        return """
            workspace: trial
            languages: [nb, nn, en]
            time-zone: Europe/Oslo
            calendar: trial
            store: {path: var/kjerne.sqlite}
            modules: \(names.isEmpty ? "{}\n" : "\n" + lines)
            """
    }

    private static let calendar = """
        calendar: trial
        title: {nb: Prøve, nn: Prøve, en: Trial}
        weekend: [saturday, sunday]
        holidays: []

        """

    // MARK: Checks that need no store

    /// Whether the module came from a folder; what a host was built with holds declarations and texts alone.
    private var hasFolder: Bool {
        linked.files.first { $0.id == id }.map { $0.files.mapValues { Array($0.utf8) } != modules[id] } ?? true
    }

    private func documentation() -> [Diagnostic] {
        let text = String(decoding: modules[id]?["README.md"] ?? [], as: UTF8.self)
        return text.contains { !$0.isWhitespace } ? [] : [.noReadme(id)]
    }

    /// Every text by language, wherever it stands, is there in each of the languages; schemas of settings and actions included.
    private func languages(_ node: Node, _ languages: [String]) -> [Diagnostic] {
        if let list = node.list { return list.flatMap { self.languages($0, languages) } }
        guard let map = node.map else { return [] }
        let isText =
            !map.isEmpty && map.pairs.allSatisfy { ["nb", "nn", "en", "se", "sma", "smj"].contains($0.key) && $0.value.string != nil }
        guard isText else { return map.pairs.flatMap { self.languages($0.value, languages) } }
        return languages.filter { language in map[language]?.string?.contains { !$0.isWhitespace } != true }
            .map { .notInEveryLanguage($0, at: node.span) }
    }

    /// What people see has a title.
    private func texts(_ declarations: ModuleDeclarations) -> [Diagnostic] {
        var faults: [Diagnostic] = []
        for record in declarations.records {
            if record.title == nil { faults.append(.noTitle("records.\(record.name)", at: record.span)) }
            for field in record.fields where field.title == nil {
                faults.append(.noTitle("records.\(record.name).fields.\(field.name)", at: field.span))
            }
            for state in record.workflow?.states ?? [] where state.title == nil {
                faults.append(.noTitle("workflows.\(record.workflow?.name ?? "").states.\(state.name)", at: state.span))
            }
            for transition in record.workflow?.transitions ?? [] where transition.title == nil {
                faults.append(.noTitle("workflows.\(record.workflow?.name ?? "").transitions.\(transition.name)", at: transition.span))
            }
        }
        for report in declarations.reports where report.title == nil { faults.append(.noTitle("reports.\(report.name)", at: report.span)) }
        for activity in declarations.activities where activity.title == nil {
            faults.append(.noTitle("activities.\(activity.name)", at: nil))
        }
        return faults
    }

    /// No two tables, and no two columns of one, have the same name.
    private func names(_ declarations: ModuleDeclarations) -> [Diagnostic] {
        var tables: Set<String> = []
        var faults: [Diagnostic] = []
        for record in declarations.records {
            let table = RecordTable(type: record)
            for name in [record.table] + table.besides.map(\.name) where !tables.insert(name).inserted {
                faults.append(.sameName(name, at: record.span))
            }
            var columns: Set<String> = []
            for column in table.columns where !columns.insert(column.name).inserted {
                faults.append(.sameName("\(record.table).\(column.name)", at: record.span))
            }
        }
        return faults
    }

    /// Registering twice gives the same.
    private func code(_ module: ModuleManifest) -> [Diagnostic] {
        guard case .swift(let name) = module.implementation, let plugin = linked.plugin(name) else { return [] }
        func entries() -> [String] {
            var registrar = Registrar(module: id)
            plugin.init().register(in: &registrar)
            return registrar.finish().entries.map { "\($0.pointID) \($0.name) \(type(of: $0.value))" }
        }
        return entries() == entries() ? [] : [.registersOtherwise(id, at: module.implementationSpan)]
    }

    private func events(_ declarations: ModuleDeclarations, emitted: Set<String>) -> [Diagnostic] {
        let byCode = Set(declarations.actions.compactMap(\.event) + declarations.imports.map(\.event))
        return declarations.events.filter { !byCode.contains($0.name) && !emitted.contains("\(id).\($0.name)") }.map {
            .neverEmitted($0.name, at: $0.span)
        }
    }
}
