import GRDB
import Kernel

/// A year after a grade was announced nothing is asked or complained of any more.
///
/// Also where no other time runs, because the letter never arrived (fvl. § 31, new Act § 65, consolidated 2026-08-01).
struct OuterLimit {
    private let db: Database

    init(_ db: Database) { self.db = db }

    /// Refuses from the end of the year on.
    ///
    /// - Parameters:
    ///   - number: of the complaint or the request.
    ///   - table: that it lies in.
    func demand(resultOf number: Int64, in table: String, at instant: Instant) throws {
        let due = try Int64.fetchOne(
            db,
            sql: """
                SELECT d.due FROM \(table) x JOIN kernel_deadline d ON d.kind = 'assessment.result' AND d.record = x.result
                AND d.name = 'outer-limit' WHERE x._id = ?
                """, arguments: [number])
        guard let due, instant.microseconds >= due else { return }
        throw ActRefusal.rule(
            "outer-limit", nb: "det er mer enn ett år siden karakteren ble kunngjort (fvl. § 31, fvl. 2025 § 65)",
            nn: "det er meir enn eitt år sidan karakteren vart kunngjord (fvl. § 31, fvl. 2025 § 65)",
            en: "it is more than a year since the grade was announced (fvl. § 31, fvl. 2025 § 65)")
    }
}
