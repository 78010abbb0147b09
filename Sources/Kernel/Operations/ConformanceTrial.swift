import GRDB

/// A store that a module is taken into use in.
struct ConformanceTrial {
    let id: String
    let workspace: Workspace
    let linked: LinkedModules
    let store: Store
    let folder: String
    private let clock: Clock

    init(id: String, workspace: Workspace, linked: LinkedModules, folder: String) throws {
        self.id = id
        self.workspace = workspace
        self.linked = linked
        self.folder = folder
        try FileContent.makeFolder(folder)
        store = try Store.open(at: folder + "/trial.sqlite", access: .readWrite(create: true))
        clock = .fixed(try Instant("2027-06-01T08:00:00Z"))
    }

    func close() { try? store.close() }

    var context: RunContext { RunContext(clock: clock, randomness: .seed(1), language: .en) }

    func apply(_ workspace: Workspace) throws {
        var context = context
        _ = try ActionPipeline.perform(
            ApplyAction(view: workspace.bodySchema?.root),
            .init(wanted: ConfigurationState(workspace), tree: workspace.tree, losesWork: true), context: &context, in: store)
    }

    /// The tables are made from nothing, and a second time there is nothing to do.
    func tables() throws -> [Diagnostic] {
        do {
            try apply(workspace)
            let before = try schema()
            try apply(workspace)
            return try before == schema() ? [] : [.trialFailed(id, Text(verbatim: "tables"), at: nil)]
        } catch { return [fault("apply", error, nil)] }
    }

    /// The module's tables, by name and SQL.
    private func schema() throws -> [String] {
        try store.read { db in
            try String.fetchAll(
                db, sql: "SELECT name || ' ' || coalesce(sql, '') FROM sqlite_master WHERE name LIKE ? ESCAPE '\\' ORDER BY name",
                arguments: [id + "\\_%"])
        }
    }

    /// Takes a record of each kind along every transition, each time from a fresh record, and takes all of it back.
    func walk() throws -> (faults: [Diagnostic], events: Set<String>) {
        let live: LiveConfiguration
        do { live = try store.read { try LiveConfiguration.load($0, linked: linked) } } catch { return ([fault("load", error, nil)], []) }
        var faults: [Diagnostic] = []
        var events: Set<String> = []
        for type in live.recordTypes where type.module == id {
            var walker = ConformanceWalk(live: live)
            let workflow = type.workflow
            do {
                events.formUnion(try walked(&walker, type, []))
            } catch {
                faults.append(fault("\(type.id).create", error, type.span))
                continue
            }
            guard let workflow else { continue }
            let paths = Self.paths(workflow)
            if !workflow.states.contains(where: { $0.isFinal && paths[$0.name] != nil }) {
                faults.append(.endsNowhere(workflow.name, at: workflow.span))
            }
            for transition in workflow.transitions {
                guard let from = transition.from.first(where: { paths[$0] != nil }), let path = paths[from] else { continue }
                do { events.formUnion(try walked(&walker, type, path + [transition])) } catch {
                    faults.append(fault("\(type.id).\(transition.name)", error, transition.span))
                }
            }
        }
        return (faults, events)
    }

    private func walked(_ walker: inout ConformanceWalk, _ type: RecordType, _ path: [Transition]) throws -> Set<String> {
        let declaration = ActionDeclaration(name: "kernel.module.try", title: Text(verbatim: type.id), roles: [])
        return try store.rehearse { db in
            let transaction = try ActionTransaction(declaration, context, db, live: walker.live)
            try walker.stage(db, transaction)
            let number = try walker.make(type, in: transaction)
            for transition in path {
                // Time and children may have taken the record further already.
                guard let content = try transaction.records.load(type, number), transition.from.contains(content.state ?? "") else { break }
                try walker.take(type, number, transition, in: transaction)
            }
            return Set(try String.fetchAll(db, sql: "SELECT name FROM kernel_event"))
        }
    }

    /// The shortest way from the initial state to each that can be reached by someone, or by time.
    static func paths(_ workflow: Workflow) -> [String: [Transition]] {
        var paths: [String: [Transition]] = [workflow.initial: []]
        var rest = [workflow.initial]
        while !rest.isEmpty {
            let state = rest.removeFirst()
            for transition in workflow.transitions
            where transition.from.contains(state) && paths[transition.to] == nil
                && (!transition.by.isEmpty || transition.when != nil || transition.isCoded)
            {
                paths[transition.to] = (paths[state] ?? []) + [transition]
                rest.append(transition.to)
            }
        }
        return paths
    }

    /// Without the module none of its tables is left, and nothing that the kernel kept for it.
    func removal(_ without: Workspace) throws -> [Diagnostic] {
        do {
            try apply(without)
            let names = try store.read { db in
                try String.fetchAll(db, sql: "SELECT name FROM kernel_module_table WHERE module = ?", arguments: [id])
                    + String.fetchAll(db, sql: "SELECT id FROM kernel_module WHERE id = ?", arguments: [id])
            }
            return (try schema() + names).map { .leftBehind($0) }
        } catch { return [fault("apply", error, nil)] }
    }

    func fault(_ what: String, _ error: any Error, _ span: SourceSpan?) -> Diagnostic {
        if let error = error as? any ExplainedError { return .trialFailed(what, error.message, at: span) }
        if let error = error as? DiagnosticsError, let first = error.diagnostics.first {
            return .trialFailed(what, first.message, at: span)
        }
        return .trialFailed(what, Text(verbatim: "\(error)"), at: span)
    }
}
