import GRDB

/// What rules may know of one enrolment.
final class EnrolmentReading: CompletionReading {
    private let key: Int64
    private let course: CourseReading
    /// The keys of the activities that are done.
    private let done: Set<Int64>
    /// Whether a rule has asked who it is about; what it says then holds for that enrolment alone.
    private(set) var isPersonal = false

    private let live: LiveConfiguration
    private let db: Database

    init(_ enrolment: Int64, course: CourseReading, done: Set<Int64>, live: LiveConfiguration, in db: Database) {
        key = enrolment
        self.course = course
        self.done = done
        self.live = live
        self.db = db
    }

    var enrolment: Int64 {
        isPersonal = true
        return key
    }

    var body: Node { course.body }

    func isDone(_ activity: String) throws -> Bool? { try course.activity(activity).map { done.contains($0.key) } }

    func keepsRecords(_ activity: String) throws -> Bool { try course.activity(activity)?.keepsRecords ?? false }

    func records(_ kind: String) throws -> [[String: JSONValue]] {
        isPersonal = true
        guard let type = live.record(kind) else { return [] }
        let scope = live.memory.scope(of: type, live)
        guard let place = scope.enrolment ?? scope.offering else { return [] }
        let value = scope.enrolment == nil ? course.offering.databaseValue : key.databaseValue
        let plan = live.memory.plan(of: type, live)
        let query = try BulkStatement(kept: plan.listing(where: place), in: db)
        query.bind(1, value)
        var records: [[String: JSONValue]] = []
        try query.forEach { row in
            guard let record = try plan.record(row, in: db) else { return }
            var values = Dictionary(record.values.map { ($0.name, $0.value) }) { first, _ in first }
            values["id"] = .integer(Int(record.number))
            values["state"] = record.state.map { .string($0) } ?? .null
            records.append(values)
        }
        return records
    }

    func title(of activity: String) throws -> Text { try course.activity(activity)?.title ?? Text(verbatim: activity) }
}
