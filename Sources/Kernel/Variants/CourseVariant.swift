/// A composed variant, read into the terms that rules, schedules and plans speak in.
public struct CourseVariant: Sendable {
    public struct Course: Sendable {
        public var institution: String
        public var code: String
        public var version: Int
        public var partners: [String]
    }

    public struct Outcome: Sendable {
        public var id: String
        public var title: Text
        public var kind: String
        public var aims: [Reference]
        public var span: SourceSpan
    }

    /// A name that points at something else in the variant, with its place.
    public struct Reference: Sendable, Hashable {
        public var id: String
        public var span: SourceSpan
    }

    public struct Gathering: Sendable {
        public var id: String
        public var title: Text
        public var start: TimedOffset
        /// Length in days; halves count.
        public var days: Double
        public var digital: Bool
        public var outcomes: [Reference]
        public var span: SourceSpan
    }

    public struct Activity: Sendable {
        public var id: String
        /// `<module>.<kind>`.
        public var kind: String
        public var title: Text?
        public var outcomes: [Reference]
        public var opens: TimedOffset?
        public var due: TimedOffset?
        /// `individual`, `group` or `either`.
        public var work: String
        public var onOrder: Bool
        public var settings: Node?
        public var span: SourceSpan
    }

    /// An offset and where it was written.
    public struct TimedOffset: Sendable {
        public var offset: Offset
        public var span: SourceSpan
    }

    public struct Part: Sendable {
        public var id: String
        public var title: Text?
        public var code: String?
        public var credits: Double?
        public var creditsSpan: SourceSpan?
        public var start: TimedOffset
        public var gatherings: [Gathering]
        public var activities: [Activity]
        public var span: SourceSpan
    }

    public var id: String
    public var title: Text
    public var course: Course
    public var credits: Double
    public var creditsSpan: SourceSpan
    public var aims: [Reference]
    public var outcomes: [Outcome]
    public let parts: [Part]
    /// Those of all parts, in their order.
    public let gatherings: [Gathering]
    public let activities: [Activity]
    public var requirements: Node
    /// The whole composed body, defaults filled in; sections of modules are read from here.
    public var body: Node
    /// Where the variant's own file says its name, for faults that have no better place.
    public var span: SourceSpan

    /// The activity of that id, if the variant has it.
    public func activity(_ id: String) -> Activity? { parts.lazy.flatMap(\.activities).first { $0.id == id } }
}
