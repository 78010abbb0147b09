/// One difference between what is live and what the files describe.
public struct Change: Sendable, Equatable {
    public enum Kind: String, Sendable { case added, changed, removed, moved }

    /// What a change means for those who are in the middle of a course.
    public enum Risk: String, Sendable, Comparable, CaseIterable {
        /// Nobody notices, or nobody is there.
        case safe
        /// People in running offerings meet something else than they were promised.
        case affectsPeople = "affects-people"
        /// Work would lose its place; `apply` wants `--lose-work`, and `Loss` says what becomes of it.
        case losesWork = "loses-work"
        /// A key that says `running: refuse` would change under people's feet; `apply` refuses.
        case refused

        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
        public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
    }

    /// Where: `<variant>.parts.host.credits`, `offerings.vest-h27.start`, `modules.notes.version`.
    ///
    /// `offerings.vest-h27.days.field-note.due` is a day that follows from something else, such as the calendar.
    public var path: String
    public var kind: Kind
    public var before: JSONValue?
    public var after: JSONValue?
    public var risk: Risk = .safe
    /// How many different people it touches.
    public var people = 0
    /// How much work it touches: enrolments, or records.
    public var work = 0
    /// Whether how much it is, is not told: the records are under a seal, or nobody's.
    public var isUncounted = false

    /// Why the risk is what it is, where the change alone does not say so.
    public var note: Text?

    /// The thing that changes, and where within it.
    var key: ConfigurationState.Key
    var inner: [String]
    /// The whole document that a module is to have, for weighing what becomes of its tables.
    var whole: JSONValue?
    /// What the schema says of changing it while an offering runs, as its branch for this very value has it; nil where it says nothing.
    var running: RunningChange?
    /// Whether it is an item of a list by identity.
    var isItem = false
    /// Whether items of such lists go with it: it takes away a whole list, or what holds one.
    var takesItems = false

    /// Whether it is of the tables that a module keeps work in.
    var isOfTables: Bool { key.kind == .module && inner.first == "records" }

    /// Whether it is of the settings that the workspace gives a module.
    var isOfSettings: Bool { key.kind == .module && inner.first == "settings" }

    /// Whether it is of the clock by which days begin and end.
    var isOfClock: Bool { key.kind == .workspace && inner == ["time-zone"] }

    /// Whether it is of a kind of activity that a module declares.
    var isOfActivities: Bool { key.kind == .module && inner.first == "activities" }

    /// Whether it comes of the offering's move to another release.
    var isOfMove: Bool { key.kind == .offering && inner.count > 1 && inner.first == "release" }
}
