import GRDB
import Kernel

/// An exception from the languages of an exam paper is decided at least two months before the exam (UH-forskriften § 5-2, consolidated
/// 2026-08-01).
struct TwoMonthsGuard: ActionGuard {
    /// So many months before.
    static let months = 2

    func check(_ act: GuardedAct, in db: Database) throws {
        let sql = """
            SELECT coalesce(a.opens, a.due), a.activity FROM assessment_language_exception x JOIN kernel_activity a ON a.key = x.activity
            WHERE x._id = ?
            """
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [act.number]),
            let at = (row[0] as Int64?).flatMap(Instant.init(microseconds:))
        else { return }
        let zone = act.live.timeZone
        let last = try zone.day(at: at).adding(months: -Self.months)
        guard zone.day(at: act.instant) > last else { return }
        let exam: String = row[1]
        throw ActRefusal.rule(
            "two-months-before",
            nb: "unntak for «\(exam)» måtte vedtas senest \(last), to måneder før eksamen (UH-forskriften § 5-2)",
            nn: "unntak for «\(exam)» måtte vedtakast seinast \(last), to månader før eksamen (UH-forskrifta § 5-2)",
            en: "an exception for '\(exam)' had to be decided by \(last), two months before the exam (UH-forskriften § 5-2)")
    }
}
