public import GRDB

/// Until when activities were extended for enrolments, read once.
public struct ActivityExtensions: Sendable {
    private var latest: [Key: DeadlineExtension] = [:]

    private struct Key: Hashable {
        var enrolment: Int64
        var name: String
    }

    /// - Parameter enrolment: the internal key of the only one to read of; nil for all.
    public init(enrolment: Int64? = nil, in db: Database) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT record, name, until, event FROM kernel_extension WHERE kind = 'kernel.enrolment' AND (?1 IS NULL OR record = ?1)
                ORDER BY event
                """, arguments: [enrolment])
        while let row = try rows.next() {
            guard let until = Instant(microseconds: row[2]) else { continue }
            latest[Key(enrolment: row[0], name: row[1])] = DeadlineExtension(until: until, event: row[3])
        }
    }

    /// The latest decision that moves when an activity is due for an enrolment; nil where none does.
    ///
    /// - Parameter ordinary: when the activity is due for the others; a decision never shortens that.
    public func find(_ enrolment: Int64, _ activity: String, after ordinary: Instant?) -> DeadlineExtension? {
        guard let ordinary, let found = latest[Key(enrolment: enrolment, name: "\(activity).due")], found.until > ordinary else {
            return nil
        }
        return found
    }

    /// When an activity is due for an enrolment.
    public func due(_ enrolment: Int64, _ activity: String, ordinary: Instant?) -> Instant? {
        latest.isEmpty ? ordinary : find(enrolment, activity, after: ordinary)?.until ?? ordinary
    }
}
