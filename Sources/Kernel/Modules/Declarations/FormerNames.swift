/// What records, events and actions were called before, by what they are called now.
///
/// Old events and releases are never rewritten; they are found and read through these names.
public struct FormerNames: Sendable {
    private var formers: [String: [String]] = [:]
    private var now: [String: String] = [:]
    /// What events and actions are called now, by what they were called.
    private var successors: [String: String] = [:]
    /// What kinds of activity are called now, by what they were called.
    private var activities: [String: String] = [:]
    /// What settings are called now, by what they were called, for each kind of activity.
    private var settings: [String: [String: String]] = [:]
    /// What the settings that the workspace gives a module are called now, by what they were called, for each module.
    private var moduleSettings: [String: [String: String]] = [:]
    /// The full names of records, with those that they had.
    private var records: [String: [String]] = [:]

    public init(_ modules: some Sequence<ModuleDeclarations>) {
        for module in modules {
            func full(_ names: [String]) -> [String] { names.map { "\(module.module).\($0)" } }
            for record in module.records {
                add(record: record.id, full(record.was))
                let names = [record.name] + record.was
                for word in ["created", "updated", "deleted", "create", "update", "delete"] { add(full(names.map { "\($0).\(word)" })) }
                for step in record.workflow?.transitions ?? [] {
                    add(full(names.flatMap { name in ([step.name] + step.was).map { "\(name).\($0)" } }))
                }
            }
            for activity in module.activities {
                for name in activity.ids.dropFirst() { activities[name] = activity.id }
                if !activity.formerSettings.isEmpty { settings[activity.id] = activity.formerSettings }
            }
            if !module.formerSettings.isEmpty { moduleSettings[module.module] = module.formerSettings }
            for event in module.events { add(full([event.name] + event.was)) }
            for action in module.actions { add(full([action.name] + action.was)) }
        }
    }

    /// - Parameter names: what it is called now, then what it was called.
    private mutating func add(_ names: [String]) {
        guard names.count > 1, let first = names.first else { return }
        formers[first, default: []] += names.dropFirst()
        for name in names.dropFirst() { successors[name] = first }
    }

    private mutating func add(record: String, _ names: [String]) {
        guard !names.isEmpty else { return }
        records[record] = names
        for name in names { now[name] = record }
    }

    /// A record's full name and those that it had.
    public func kinds(_ kind: String) -> [String] { [kind] + (records[kind] ?? []) }

    /// The full name of an event or action and those that it had.
    public func names(_ name: String) -> [String] { [name] + (formers[name] ?? []) }

    /// The beginning of names, and how the same names began before: `craft.item.` and `craft.piece.`.
    public func prefixes(_ prefix: String) -> [String] {
        [prefix]
            + records.filter { prefix.hasPrefix($0.key + ".") }.flatMap { now, before in before.map { $0 + prefix.dropFirst(now.count) } }
            .sorted()
    }

    /// What an event or action is called now.
    public func successor(of name: String) -> String { successors[name] ?? name }

    /// What a kind of activity is called now.
    public func currentActivity(_ kind: String) -> String { activities[kind] ?? kind }

    /// What a setting of an activity of that kind is called now.
    func setting(_ name: String, of kind: String) -> String { settings[currentActivity(kind)]?[name] ?? name }

    /// Whether settings of some kind of activity were called the one and are called the other now.
    func isRenamed(setting former: String, to name: String) -> Bool { settings.values.contains { $0[former] == name } }

    /// Whether a setting that the workspace gives a module was called the one and is called the other now.
    func isRenamed(setting former: String, to name: String, ofModule id: String) -> Bool { moduleSettings[id]?[former] == name }

    /// What a record is called now.
    public func current(_ kind: String) -> String { now[kind] ?? kind }
}
