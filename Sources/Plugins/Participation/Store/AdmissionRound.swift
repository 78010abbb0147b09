import GRDB
import Kernel

/// A round of admission as the store has it.
struct AdmissionRound: Sendable {
    static let kind = "participation.round"

    var number: Int64
    var offering: String
    /// The institution that admits; nil where any that gives the course may.
    var admittedBy: String?
    var opens: Day?
    var deadline: Day?
    var ownerDeadline: Day?
    var places: Int
    var minimum: Int
    var state: String

    static func find(_ number: Int64, in db: Database) throws -> AdmissionRound? {
        let sql = """
            SELECT _id, offering, admitted_by, opens, deadline, owner_deadline, places, minimum, _state FROM participation_round WHERE _id = ?
            """
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [number]) else { return nil }
        return AdmissionRound(
            number: row[0], offering: row[1], admittedBy: row[2], opens: try day(row[3]), deadline: try day(row[4]),
            ownerDeadline: try day(row[5]), places: row[6] ?? 0, minimum: row[7] ?? 0, state: row[8])
    }

    private static func day(_ text: String?) throws -> Day? { try text.map { try Day($0) } }
}
