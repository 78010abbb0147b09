import GRDB
import Kernel

/// The right to a postponed exam around a birth (UH-loven § 10-6, consolidated 2026-08-01).
struct PostponementGuard: ActionGuard {
    enum Demand: Sendable { case saysTheDay, isNoRight, hasNotSat }

    /// States of a candidate in which a postponement does something: she is freed from the exam, or gets the attempt back.
    static let open: Set<String> = ["registered", "absent", "absent-used", "withdrawn-late"]

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
        if demand == .hasNotSat { return try hasNotSat(act, db) }
        if demand == .saysTheDay {
            guard ["birth", "other-parent"].contains(ground), day == nil else { return }
            throw ActRefusal.rule(
                "day-of-birth", nb: "oppgi termin eller fødselsdag med --day", nn: "oppgi termin eller fødselsdag med --day",
                en: "give the due date or the day of birth with --day")
        }
        let sql = "SELECT candidate FROM assessment_postponement WHERE _id = ?"
        guard let day, let window = try Self.window(ground, around: day),
            let candidate = try Int64.fetchOne(db, sql: sql, arguments: [act.number]),
            // Whoever has sat the exam after all may be refused.
            let state = try Self.state(of: candidate, db), Self.open.contains(state),
            let exam = try Sitting(candidate, in: db)?.opens(in: db),
            window.contains(act.live.timeZone.day(at: exam))
        else { return }
        throw ActRefusal.rule(
            "no-right-to-postpone",
            nb: "eksamen ligger mellom \(window.lowerBound) og \(window.upperBound), og da er utsettelse en rett (UH-loven § 10-6)",
            nn: "eksamen ligg mellom \(window.lowerBound) og \(window.upperBound), og då er utsetjing ein rett (UH-lova § 10-6)",
            en: "the exam lies between \(window.lowerBound) and \(window.upperBound), where postponement is a right (UH-loven § 10-6)")
    }

    private static func state(of candidate: Int64, _ db: Database) throws -> String? {
        try String.fetchOne(db.cachedStatement(sql: "SELECT _state FROM assessment_candidate WHERE _id = ?"), arguments: [candidate])
    }

    /// What has been handed in is graded; there is nothing left to postpone.
    private func hasNotSat(_ act: GuardedAct, _ db: Database) throws {
        let sql = "SELECT candidate FROM assessment_postponement WHERE _id = ?"
        let candidate =
            act.number == 0 ? act.values["candidate"]?.integer.map(Int64.init) : try Int64.fetchOne(db, sql: sql, arguments: [act.number])
        guard let candidate, let state = try Self.state(of: candidate, db), !Self.open.contains(state) else { return }
        guard ["delivered", "passed", "failed", "completed"].contains(state) else {
            throw ActRefusal.rule(
                "has-not-sat", nb: "det er ikke noe å utsette: oppmeldingen er avsluttet uten å bruke et forsøk",
                nn: "det er ikkje noko å utsetje: oppmeldinga er avslutta utan å bruke eit forsøk",
                en: "there is nothing to postpone: the registration has ended without using an attempt")
        }
        throw ActRefusal.rule(
            "has-not-sat",
            nb: "besvarelsen er levert, og blir sensurert; eksamen kan utsettes bare for den som ikke har levert (UH-loven § 11-6(3))",
            nn: "svaret er levert, og blir sensurert; eksamen kan utsetjast berre for den som ikkje har levert (UH-lova § 11-6(3))",
            en: "the script has been handed in, and is graded; an exam is postponed only for whoever has not handed in (UH-loven § 11-6(3))"
        )
    }
}
