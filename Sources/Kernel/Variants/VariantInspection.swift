/// What a rule sees: one composed variant with its offerings' days, the calendar, and the rule's settings.
public struct VariantInspection: Sendable {
    /// The days of one offering of the variant.
    public struct Run: Sendable {
        public var offering: String
        /// The first day.
        public var start: Day
        public var schedule: Schedule
    }

    public let variant: CourseVariant
    /// One for each offering that follows the variant; empty if it has none.
    public let runs: [Run]
    public let calendar: WorkingCalendar
    /// The institutions of the workspace, by id.
    public let institutions: [String: Layer]
    /// The kinds of activity that keep a record of what was done, as the enabled modules declare them.
    public let recordKinds: Set<String>
    /// Every kind of activity that the enabled modules declare.
    public let activityKinds: Set<String>
    /// Content from outside that is pinned, by the id of the lock.
    public let locks: [String: Lock]
    /// The settings of the module that the rule belongs to, defaults filled in.
    public let settings: Node?
    let registry: Registry

    /// The section that a module added to the variant, if the variant gives it.
    public func section(_ key: String) -> Node? { variant.body[key] }

    /// What modules contribute to an extension point of the module that the rule belongs to.
    public func contributions<P: ExtensionPoint>(to point: P.Type) -> [Contributed<P.Contribution>] { registry[point] }
}
