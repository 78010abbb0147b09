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

    func isDone(_ activity: String) -> Bool? { course.activities[activity].map { done.contains($0.key) } }

    func keepsRecords(_ activity: String) -> Bool { course.activities[activity]?.keepsRecords ?? false }

    func records(_ kind: String) throws -> [[String: JSONValue]] {
        isPersonal = true
        guard let type = live.record(kind) else { return [] }
        let scope = live.memory.scope(of: type, live)
        guard let place = scope.enrolment ?? scope.offering else { return [] }
        let value = scope.enrolment == nil ? course.offering.databaseValue : key.databaseValue
        let numbers = try Int64.fetchAll(
            db.cachedStatement(sql: "SELECT r._id FROM \(SQLName.quoted(type.table)) r WHERE \(place) = ? ORDER BY r._id"),
            arguments: [value])
        let loader = RecordLoader(live: live, db: db)
        return try numbers.compactMap { number in
            guard let content = try loader.load(type, number) else { return nil }
            var values = content.values
            values["id"] = .integer(Int(number))
            values["state"] = content.state.map { .string($0) } ?? .null
            return values
        }
    }

    func title(of activity: String) -> Text { course.activities[activity]?.title ?? Text(verbatim: activity) }
}
