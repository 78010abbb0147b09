import GRDB

/// Gives reports: the right to them, their parameters, and the transaction that they are made in.
public struct ReportRunner: Sendable {
    public let live: LiveConfiguration
    public let store: Store

    public init(live: LiveConfiguration, store: Store) {
        self.live = live
        self.store = store
    }

    /// A report, as the actor of `context` may see it.
    ///
    /// - Parameter parameters: a map, as it was given.
    /// - Throws: `ReportRefusal`, or `DiagnosticsError` with places for what is wrong with the parameters.
    public func run(_ report: any NamedReport, _ parameters: Node, context: RunContext) throws -> ReportAnswer {
        let instant = try context.clock.now()
        func answer(_ db: Database) throws -> ReportAnswer {
            let standing = try Standing(context.actor, at: AskedAt(instant, in: live.timeZone), in: db, memory: live.memory)
            let rights = RoleRights(live: live, standing: standing, countsAssigned: report.givesRows)
            let decision = rights.decide(by: report.by)
            guard decision.isAllowed else { throw ReportRefusal.right(report: report.name, decision) }
            let checked = try Self.check(parameters, report.schema)
            try requireOffering(checked, in: db)
            let answer = try report.answer(
                ReportRequest(
                    live: live, actor: context.actor, standing: standing, parameters: checked, instant: instant, language: context.language,
                    seed: context.seed),
                in: db)
            return answer.naming(parameters: Self.names(report.schema))
        }
        guard report.keepsPrints else { return try store.read(answer) }
        do { return try store.write(durability: .full, answer) } catch StoreError.readOnly {
            throw ReportRefusal.needsWriting(report: report.name)
        }
    }

    /// An offering that is not there is told, since an empty table would say that nothing is in it.
    ///
    /// Which offerings there are, everyone may know.
    private func requireOffering(_ parameters: Node, in db: Database) throws {
        guard let node = parameters["offering"], let id = node.string else { return }
        let finder = ReferenceFinder(live: live, db: db)
        guard try finder.find(KernelRecord.offering.rawValue, id) == nil else { return }
        let known = try finder.known(KernelRecord.offering.rawValue)
        throw DiagnosticsError(.noSuchRecord(id, KernelRecord.offering.rawValue, known: known, at: node.span))
    }

    /// What the parameters of a report are called.
    private static func names(_ schema: JSONValue) -> [String: Text] {
        var names: [String: Text] = [:]
        for (name, property) in schema["properties"]?.object ?? [] {
            let texts = (property["title"]?.object ?? []).compactMap { entry in entry.value.string.map { (entry.key, $0) } }
            let unit = property["unit"]?.string == "percent" ? " (%)" : ""
            if !texts.isEmpty { names[name] = Text(Dictionary(texts) { first, _ in first }.mapValues { $0 + unit }) }
        }
        return names
    }

    /// The parameters, checked, with defaults.
    private static func check(_ parameters: Node, _ schema: JSONValue) throws -> Node {
        var faults = Diagnostics()
        let root = try StoredNode.read(String(decoding: try schema.canonical, as: UTF8.self), name: "parameters")
        let (compiled, wrong) = Schema.compile(root, dialect: .project)
        faults.report(contentsOf: wrong)
        guard let compiled else { throw DiagnosticsError(faults) }
        faults.report(contentsOf: compiled.validate(parameters))
        if faults.hasErrors { throw DiagnosticsError(faults) }
        return compiled.defaults(for: parameters)
    }
}
