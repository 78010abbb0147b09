import KernelTesting
import Testing

@testable import Kernel

/// What a walk left, to be compared.
extension RandomWalk {
    func rows(_ sql: String) throws -> [String] { try store.read { try TestRows.strings(sql, in: $0) } }

    /// What the store holds, on lines as the model's.
    func lines() throws -> [String] {
        let person = "(SELECT p.id FROM kernel_enrolment e JOIN kernel_person p ON p.key = e.person WHERE e.id = r.enrolment)"
        let activity = "(SELECT a.activity FROM kernel_activity a WHERE a.key = r.activity)"
        let queries = [
            "SELECT 'enrolment', p.id, e.state FROM kernel_enrolment e JOIN kernel_person p ON p.key = e.person WHERE e.role = 'participant'",
            "SELECT 'note', r._id, \(person), \(activity), r._state, r._version, r.text, r.level FROM reflection_note r",
            "SELECT 'job', r._id, \(person), \(activity), r._state, r._version, r.text, r.ends / 1000000 FROM walk_job r",
            """
            SELECT 'feedback', r._id, r.note, (SELECT p.id FROM kernel_person p WHERE 'person:' || p.key = r._author), r._state, r._version,
            r.text FROM reflection_feedback r
            """,
            "SELECT 'merit', r._id, \(person), \(activity), r._state, r._version FROM walk_merit r",
            "SELECT 'completion', \(person), \(activity), r.status FROM kernel_completion r",
        ]
        return try queries.flatMap(rows).sorted()
    }

    /// What is kept of completion, with its instants.
    func completion() throws -> [String] {
        try rows("SELECT enrolment, activity, status, since FROM kernel_completion ORDER BY 1, 2")
            + rows("SELECT enrolment, status FROM kernel_fulfilment ORDER BY 1")
    }

    /// Computes all of completion from nothing.
    func rebuild() throws {
        try store.write(durability: .normal) { db in
            try TestRows.run("DELETE FROM kernel_completion", in: db)
            try TestRows.run("DELETE FROM kernel_fulfilment", in: db)
            try Completion(live: live, db: db).rebuild(at: #require(Instant(microseconds: Int64(now) * 1_000_000)))
        }
    }
}
