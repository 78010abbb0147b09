/// What is live, as far as running it needs: modules with their declarations and code, roles, languages, time.
///
/// It is read from the store, so that work goes by what was applied and not by what lies in a file today.
public final class LiveConfiguration: Sendable {
    /// In load order.
    public let modules: [LiveModule]
    private let modulesByID: [String: LiveModule]
    /// What must be computed when of the deadlines.
    public let deadlines: DeadlinePlan
    /// Every record type of the live modules, by full name.
    public let records: [String: RecordType]
    /// All record types, by name.
    public let recordTypes: [RecordType]
    /// The record types directly under each, by its full name.
    private let below: [String: [RecordType]]
    /// Those whose writers a pseudonym replaces one day.
    let pseudonymous: [RecordType]
    /// Those that recognise work from elsewhere.
    let recognising: [RecordType]
    /// The kernel's roles and those of the modules.
    public let roles: [Role]
    public let languages: [String]
    public let timeZone: TimeZoneRules
    public let calendar: WorkingCalendar
    /// Every kind of activity of the live modules, by full name.
    let activities: [String: DeclaredActivity]
    /// Those that the record of a group completes, by name.
    let groupActivities: [DeclaredActivity]
    /// What has been made of it so far.
    let memory = LiveMemory()
    /// The code of the modules.
    public let registry: Registry
    /// The workspace's own settings, `Config/kjerne.yaml` as applied.
    public let workspace: JSONValue
    /// The kinds of record of modules that are set aside, also by the names that they had, and which of them are under a seal as a whole.
    let asleep: [String: Bool]

    public init(
        modules: [LiveModule], languages: [String], timeZone: TimeZoneRules, calendar: WorkingCalendar, registry: Registry,
        workspace: JSONValue, asleep: [String: Bool] = [:]
    ) {
        self.modules = modules
        self.languages = languages
        self.timeZone = timeZone
        self.calendar = calendar
        self.registry = registry
        self.workspace = workspace
        self.asleep = asleep
        modulesByID = Dictionary(modules.map { ($0.id, $0) }) { first, _ in first }
        records = Dictionary(modules.flatMap(\.declarations.records).map { ($0.id, $0) }) { first, _ in first }
        let types = records.values.sorted { $0.id < $1.id }
        recordTypes = types
        below = Dictionary(grouping: types.filter { $0.parent != nil }) { $0.parent ?? "" }
        pseudonymous = types.filter { $0.pseudonym != nil }
        recognising = types.filter { $0.recognises != nil }
        let activities = modules.flatMap(\.declarations.activities)
        self.activities = Dictionary(activities.flatMap { activity in activity.ids.map { ($0, activity) } }) { first, _ in first }
        groupActivities = activities.filter { $0.counting == .member }.sorted { $0.id < $1.id }
        deadlines = DeadlinePlan(DeclarationIndex(modules.map(\.declarations)))
        roles = Role.kernel + modules.flatMap(\.manifest.roles)
    }

    /// What modules may know of events: never what is sealed.
    public var audience: EventAudience { memory.audience { makeAudience() } }

    private func makeAudience() -> EventAudience {
        // What the memory keeps must not keep the configuration, or neither is ever freed.
        let (records, formers, asleep) = (records, deadlines.index.formerNames, asleep)
        let isVeiled: EventAudience.Veil = { event in
            event.records.contains { Self.isUnderSeal($0.kind, records: records, formers: formers, asleep: asleep) }
        }
        let filter: EventAudience.Filter = { event, payload, module in
            if isVeiled(event), event.source.module != module { return nil }
            let types = event.records.compactMap { records[formers.current($0.kind)] }
            let sealed = Set(types.flatMap(\.fields).filter { $0.seal != nil }.flatMap { [$0.name] + $0.was })
            guard !sealed.isEmpty, case .object(let members) = payload else { return payload }
            return .object(members.filter { !sealed.contains($0.key) })
        }
        return EventAudience(modules.map(\.manifest), formers: formers, filter: filter, veil: isVeiled)
    }

    /// Whether records of that kind are under a seal as a whole, by the name that they have or had.
    ///
    /// The seal of a module that is set aside holds as it last declared it. Of a kind that no module here declares any more, nobody can say
    /// that there was none.
    func isUnderSeal(_ kind: String) -> Bool {
        Self.isUnderSeal(kind, records: records, formers: deadlines.index.formerNames, asleep: asleep)
    }

    /// Whether records of that kind are under a seal that never ends; of a module that is set aside, every seal is taken for one.
    func isSealedForGood(_ kind: String) -> Bool {
        if let type = record(deadlines.index.formerNames.current(kind)) { return type.seal.map { $0.until == nil } ?? false }
        return isUnderSeal(kind)
    }

    private static func isUnderSeal(
        _ kind: String, records: [String: RecordType], formers: FormerNames, asleep: [String: Bool]
    ) -> Bool {
        if let type = records[formers.current(kind)] { return type.seal != nil }
        return kind.hasPrefix(NewEvent.Source.kernel.module + ".") ? false : asleep[kind] ?? true
    }

    /// How the workspace counts time.
    public var time: WorkspaceTime { WorkspaceTime(calendar: calendar, zone: timeZone) }

    public func module(_ id: String) -> LiveModule? { modulesByID[id] }

    /// The record type of that full name.
    public func record(_ id: String) -> RecordType? { records[id] }

    /// The kind of activity of that full name, which may be one that it had when an older release was made.
    public func activity(_ kind: String) -> DeclaredActivity? { activities[kind] }

    /// The kinds of activity that are done in records of that type, by name.
    func activities(doneIn record: String) -> [DeclaredActivity] {
        var found: [String: DeclaredActivity] = [:]
        for activity in activities.values where activity.record == record { found[activity.id] = activity }
        return found.values.sorted { $0.id < $1.id }
    }

    /// The record types that hang directly under that one.
    public func children(of id: String) -> [RecordType] { below[id] ?? [] }

    /// The type and its parents as far up as modules declare them, nearest first.
    public func line(of type: RecordType) -> [RecordType] {
        var line = [type]
        while let parent = line.last?.parent.flatMap({ records[$0] }), line.count < 32 { line.append(parent) }
        return line
    }

    /// What people call that under which a record of the type stands, as a heading; nil where it stands under nothing.
    func parentHeading(of type: RecordType) -> Text? {
        guard let parent = type.parent else { return nil }
        return (record(parent)?.label ?? KernelRecord(rawValue: parent)?.label)?.capitalised
    }

    /// The language that a person of that tag reads, among those of the workspace.
    public func language(_ tag: String?) -> Language {
        tag.flatMap(Language.init(rawValue:)) ?? languages.first.flatMap(Language.init(rawValue:)) ?? .nb
    }
}
