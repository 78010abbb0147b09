import GRDB

/// How many seats of each kind are in use in an offering: those that participants have and have not left, however they got them, and those
/// that applicants have been offered and may still take.
///
/// Seats that were given on top of those that there are take none from anyone.
enum SeatsTaken {
    /// - Parameter seat: one that is not counted, since it is this one that is judged.
    static func count(in offering: String, besides seat: Int64? = nil, _ db: Database) throws -> [String: Int] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT s.kind, count(*) FROM participation_seat s JOIN kernel_enrolment e ON e.id = s.enrolment
                WHERE e.offering = ?1 AND s._state NOT IN ('withdrawn', 'excluded', 'transferred') AND s.extra = 0 AND s._id IS NOT ?2
                GROUP BY s.kind
                UNION ALL
                SELECT a.seat, count(*) FROM participation_application a JOIN participation_round r ON r._id = a.round
                WHERE r.offering = ?1 AND a._state IN ('offered', 'accepted') AND a.seat IS NOT NULL
                AND coalesce(a.extra, 0) = 0 GROUP BY a.seat
                """, arguments: [offering, seat])
        return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: +)
    }
}
