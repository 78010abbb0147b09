import GRDB

/// What rules may know of one enrolment.
final class EnrolmentReading: CompletionReading {
    private let key: Int64
    private let course: CourseReading
    /// The keys of the activities that are done.
    private let done: Set<Int64>
    /// Whether a rule has asked who it is about; what it says then holds for that enrolment alone.
    private(set) var isPersonal = false

    init(_ enrolment: Int64, course: CourseReading, done: Set<Int64>) {
        key = enrolment
        self.course = course
        self.done = done
    }

    var enrolment: Int64 {
        isPersonal = true
        return key
    }

    var body: Node { course.body }

    func isDone(_ activity: String) -> Bool? { course.activities[activity].map { done.contains($0.key) } }

    func keepsRecords(_ activity: String) -> Bool { course.activities[activity]?.keepsRecords ?? false }

    func title(of activity: String) -> Text { course.activities[activity]?.title ?? Text(verbatim: activity) }
}
