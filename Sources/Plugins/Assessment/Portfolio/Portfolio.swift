import GRDB
import Kernel

/// The approved works that a candidate's portfolio is put together from.
struct Portfolio {
    /// An approved work of the candidate.
    struct Piece {
        var number: Int64
        var activity: String
        var title: Text
        var text: String
        var carriedFrom: String?
        var files: [(digest: String, name: String)]
    }

    var part: ExamTree.Part
    /// Those that she puts forward, or all that are approved, in the order in which the part names them.
    var pieces: [Piece]
    /// Numbers that she put forward and that do not belong there.
    var strangers: [Int64]

    /// - Returns: nil where the part of the script is no portfolio.
    init?(of script: ExamStore.Script, in db: Database) throws {
        guard let part = try ExamTree.of(offering: script.offering, in: db)?.part(script.exam), !part.pieces.isEmpty else { return nil }
        self.part = part
        let approved = try Self.approved(by: script.candidate, in: db).filter { part.pieces.contains($0.activity) }
        let chosen = try ExamStore(db).list("script", "works", script.number)
        strangers = chosen.filter { number in !approved.contains { $0.number == number } }
        let taken = chosen.isEmpty ? approved : approved.filter { chosen.contains($0.number) }
        pieces = part.pieces.compactMap { activity in taken.first { $0.activity == activity } }
    }

    private static func approved(by candidate: Int64, in db: Database) throws -> [Piece] {
        let sql = """
            SELECT w._id, a.activity, a.title, coalesce(j.text, w.text, ''), w.carried_from, w.joint FROM assessment_candidate c
            JOIN assessment_work w ON w.enrolment = c.enrolment JOIN kernel_activity a ON a.key = w.activity
            LEFT JOIN assessment_joint_work j ON j._id = w.joint WHERE c._id = ? AND w._state = 'approved' ORDER BY w._id
            """
        return try Row.fetchAll(db, sql: sql, arguments: [candidate]).map { row in
            let members = try (row[2] as String?).flatMap { try JSONValue(parsing: Array($0.utf8)).object } ?? []
            let titles = members.compactMap { member in member.value.string.map { (member.key, $0) } }
            let activity: String = row[1]
            let files = try (row[5] as Int64?).map { try Self.files("joint-work", $0, db) } ?? Self.files("work", row[0], db)
            return Piece(
                number: row[0], activity: activity,
                title: titles.isEmpty ? Text(verbatim: activity) : Text(Dictionary(titles) { first, _ in first }), text: row[3],
                carriedFrom: row[4], files: files)
        }
    }

    private static func files(_ record: String, _ number: Int64, _ db: Database) throws -> [(digest: String, name: String)] {
        let table = SQLName.quoted(SQLName.list(table: SQLName.table(module: "assessment", record: record), field: "files"))
        return try Row.fetchAll(
            db, sql: "SELECT value, value__name FROM \(table) WHERE record = ? ORDER BY position", arguments: [number]
        ).map { ($0[0], $0[1]) }
    }
}
