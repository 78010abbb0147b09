import GRDB
import Kernel

/// An application as the store has it.
struct Applicant: Sendable {
    static let kind = "participation.application"

    var number: Int64
    var round: Int64
    /// The applicant's internal key.
    var person: Int64
    var employer: String
    var school: String?
    var team: String?
    /// The kinds of seat that she takes, the best first; empty where she named none.
    var wishes: [String]
    var priority: Int?
    var tier: String?
    var seat: String?
    /// The ground on which she was offered it outside the ranking; nil where it was by the ranking.
    var outside: String?
    /// Whether that seat is on top of those that there are.
    var isExtra: Bool
    /// Whether she would rather wait than take a seat that she did not wish.
    var onlyWished: Bool
    var state: String

    private static let select = """
        SELECT _id, round, applicant, employer, school, team, seat_wish, seat_second, priority, tier, seat, outside, extra, only_wished, _state
        FROM participation_application
        """

    static func find(_ number: Int64, in db: Database) throws -> Applicant? {
        try Row.fetchOne(db.cachedStatement(sql: select + " WHERE _id = ?"), arguments: [number]).map(Applicant.init)
    }

    /// Those of a round in one of some states, by number.
    static func list(round: Int64, in states: [String], _ db: Database) throws -> [Applicant] {
        let marks = states.map { _ in "?" }.joined(separator: ", ")
        return try Row.fetchAll(
            db, sql: select + " WHERE round = ? AND _state IN (\(marks)) ORDER BY _id",
            arguments: [round] + StatementArguments(states)
        ).map(Applicant.init)
    }

    private init(_ row: Row) {
        number = row[0]
        round = row[1]
        person = row[2]
        employer = row[3]
        school = row[4]
        team = row[5]
        wishes = [row[6] as String?, row[7] as String?].compactMap { $0 }
        priority = row[8]
        tier = row[9]
        seat = row[10]
        outside = row[11]
        isExtra = row[12] ?? false
        onlyWished = row[13] ?? false
        state = row[14]
    }
}
