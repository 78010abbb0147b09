import GRDB
import Kernel

/// A seat given outside the ranking, as the store has it.
struct Award: Sendable {
    static let kind = "participation.award"

    var number: Int64
    var application: Int64
    var seat: String
    var ground: String
    var reason: String
    /// Whether it is on top of the seats that there are.
    var isExtra: Bool

    /// The last one of an application; nil where there is none.
    static func last(of application: Int64, in db: Database) throws -> Award? {
        let sql = """
            SELECT _id, application, seat, ground, reason, extra FROM participation_award WHERE application = ? ORDER BY _id DESC LIMIT 1
            """
        return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [application]).map { row in
            Award(number: row[0], application: row[1], seat: row[2], ground: row[3], reason: row[4], isExtra: row[5])
        }
    }
}
