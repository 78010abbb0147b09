/// A workspace as its files describe it: settings, modules, calendar, variants and offerings, read and checked as a whole.
public struct Workspace: Sendable {
    /// A variant that could be composed.
    public struct ComposedVariant: Sendable {
        public var layer: Layer
        /// The layers it is made of, bases first.
        public var layers: [Layer]
        public var variant: CourseVariant
        public var release: Release
    }

    /// `Config/kjerne.yaml`.
    public struct Settings: Sendable {
        public var id: String
        public var title: Text?
        public var languages: [String]
        public var timeZone: String
        public var calendar: String
        public var storePath: String
        public var root: Node
    }

    public internal(set) var tree: FileTree
    public internal(set) var sources: SourceMap
    public internal(set) var diagnostics = Diagnostics()
    public internal(set) var settings: Settings?
    /// The enabled modules, in load order.
    public internal(set) var modules: [ModuleManifest] = []
    /// Modules that lie in the workspace or the host but are not enabled.
    public internal(set) var otherModules: [ModuleManifest] = []
    /// Settings of each enabled module, defaults filled in.
    public internal(set) var moduleSettings: [String: Node] = [:]
    public internal(set) var registry = Registry()
    /// What the enabled modules declare; nil when the workspace could not be read that far.
    public internal(set) var catalog: RecordCatalog?
    public internal(set) var calendars: [String: (calendar: WorkingCalendar, root: Node)] = [:]
    /// Content from outside that is pinned, by id.
    public internal(set) var locks: [String: Lock] = [:]
    public internal(set) var layers: [String: Layer] = [:]
    public internal(set) var variants: [ComposedVariant] = []
    public internal(set) var offerings: [DeclaredOffering] = []
    public internal(set) var schedules: [String: Schedule] = [:]
    /// The schema of a composed body; nil when the workspace could not be read that far.
    public internal(set) var bodySchema: Schema?

    public var calendar: WorkingCalendar? { settings.flatMap { calendars[$0.calendar]?.calendar } }

    /// What the rules of the enabled modules are about, by the ids of their diagnostics.
    public var ruleTexts: [String: RuleText] {
        var texts: [String: RuleText] = [:]
        for module in modules {
            for rule in module.root["rules"]?.map?.pairs ?? [] {
                guard let title = rule.value["title"] else { continue }
                texts["\(module.id)/\(rule.key)"] = RuleText(
                    title: Text(node: title), description: rule.value["description"].map(Text.init(node:)), module: module.id,
                    source: rule.value["source"]?.string)
            }
        }
        return texts
    }

    /// Adds faults that were found beside the files, for example against the store.
    public mutating func report(_ faults: [Diagnostic]) { diagnostics.report(contentsOf: faults) }

    /// The variant of that id, if it could be composed.
    public func variant(_ id: String) -> ComposedVariant? { variants.first { $0.variant.id == id } }
}
