import GRDB
import Kernel

/// The right to a postponed exam around a birth (UH-loven § 10-6, consolidated 2026-08-01).
struct PostponementGuard: ActionGuard {
    enum Demand: Sendable { case saysTheDay, isNoRight }

    let demand: Demand

    init(_ demand: Demand) { self.demand = demand }

    /// The days between which an exam may be put off as of right; nil where the ground gives none.
    static func window(_ ground: String, around day: Day) throws(TimeError) -> ClosedRange<Day>? {
        switch ground {
        case "birth": try day.adding(days: -21)...day.adding(days: 42)
        case "other-parent": try day...day.adding(days: 14)
        default: nil
        }
    }

    func check(_ act: GuardedAct, in db: Database) throws {
        let ground = act.values["ground"]?.string ?? ""
        let day = try act.values["day"]?.string.map { try Day($0) }
        if demand == .saysTheDay {
            guard ["birth", "other-parent"].contains(ground), day == nil else { return }
            throw ActRefusal.rule(
                "day-of-birth", nb: "oppgi termin eller fødselsdag med --day", nn: "oppgi termin eller fødselsdag med --day",
                en: "give the due date or the day of birth with --day")
        }
        let sql = "SELECT candidate FROM assessment_postponement WHERE _id = ?"
        guard let day, let window = try Self.window(ground, around: day),
            let candidate = try Int64.fetchOne(db, sql: sql, arguments: [act.number]),
            let exam = try Sitting(candidate, in: db)?.opens(in: db),
            window.contains(act.live.timeZone.day(at: exam))
        else { return }
        throw ActRefusal.rule(
            "no-right-to-postpone",
            nb: "eksamen ligger mellom \(window.lowerBound) og \(window.upperBound), og da er utsettelse en rett (UH-loven § 10-6)",
            nn: "eksamen ligg mellom \(window.lowerBound) og \(window.upperBound), og då er utsetjing ein rett (UH-lova § 10-6)",
            en: "the exam lies between \(window.lowerBound) and \(window.upperBound), where postponement is a right (UH-loven § 10-6)")
    }
}
