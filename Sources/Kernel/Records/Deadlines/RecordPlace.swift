/// Where a record stands: the records above it, and the enrolment, activity and offering that it belongs to.
public struct RecordPlace: Sendable, Hashable {
    /// A record by its kind and number.
    public struct Step: Sendable, Hashable {
        public var kind: String
        public var number: Int64
    }

    /// The record itself and those above it that modules declare, nearest first; never empty.
    public var line: [Step]
    public var enrolment: Int64?
    /// The internal key of the activity.
    public var activity: Int64?
    public var offering: String?

    public init(kind: String, number: Int64, enrolment: Int64? = nil, activity: Int64? = nil, offering: String? = nil) {
        line = [Step(kind: kind, number: number)]
        self.enrolment = enrolment
        self.activity = activity
        self.offering = offering
    }

    public var kind: String { line[0].kind }
    public var number: Int64 { line[0].number }
}
