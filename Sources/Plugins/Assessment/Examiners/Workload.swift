import GRDB
import Kernel

/// How many scripts examiners have, done or not.
///
/// What someone stepped aside from, and what fell before she had judged it, is none of hers.
struct Workload {
    private let db: Database

    init(_ db: Database) { self.db = db }

    /// Every script that someone was given, at first or anew: whose, in which offering, and whether it still waits.
    private static let given = """
        SELECT j.assessor, a.offering, j._state IN ('assigned', 'declared') AS waits FROM assessment_judgement j
        JOIN assessment_script s ON s._id = j.script JOIN assessment_candidate c ON c._id = s.candidate
        JOIN kernel_activity a ON a.key = c.activity WHERE j._state = 'sealed' OR j._state <> 'recused' AND s._state <> 'lapsed'
        UNION ALL SELECT r.assessor, a.offering, r._state IN ('assigned', 'declared') FROM assessment_regrade r
        JOIN assessment_regrading g ON g._id = r.regrading JOIN assessment_script s ON s._id = g.script
        JOIN assessment_candidate c ON c._id = s.candidate JOIN kernel_activity a ON a.key = c.activity
        WHERE r._state = 'sealed' OR r._state <> 'recused' AND g._state <> 'stopped'
        """

    /// What each examiner has of an offering, by person: first gradings, moderations and complaints.
    func taken(in offering: String) throws -> [Int64: Int] {
        try counts("SELECT assessor, count(*) FROM (\(Self.given)) WHERE offering = ? GROUP BY assessor", offering)
    }

    /// The same, and what waits for each examiner elsewhere.
    func loads(in offering: String) throws -> [Int64: Int] {
        try counts("SELECT assessor, count(*) FROM (\(Self.given)) WHERE offering = ? OR waits GROUP BY assessor", offering)
    }

    /// Refuses where an examiner of the pool has more scripts than she takes in the offering.
    func requireRoom(for person: Int64, in offering: String) throws {
        let most = try Int.fetchOne(
            db.cachedStatement(sql: "SELECT capacity FROM assessment_pool_member WHERE offering = ? AND person = ?"),
            arguments: [offering, person])
        guard let most, let taken = try taken(in: offering)[person], taken > most else { return }
        throw ReactionRefusal(
            Text(
                nb: "sensoren har alt \(taken - 1) av høyst \(most) besvarelser i «\(offering)»",
                nn: "sensoren har alt \(taken - 1) av høgst \(most) svar i «\(offering)»",
                en: "the examiner already has \(taken - 1) of at most \(most) scripts in '\(offering)'"),
            help: Text(
                nb: "oppnevn en annen, eller øk tallet med assessment.pool-member.update --capacity",
                nn: "oppnemn ein annan, eller auk talet med assessment.pool-member.update --capacity",
                en: "name another, or raise the number with assessment.pool-member.update --capacity"))
    }

    private func counts(_ sql: String, _ offering: String) throws -> [Int64: Int] {
        let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [offering])
        return Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first }
    }
}
