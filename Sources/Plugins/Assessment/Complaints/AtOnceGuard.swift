import GRDB
import Kernel

/// Reasons for an oral or practical grade are asked for at once: on the day on which it is made known (UH-loven § 11-8, consolidated 2026-08-01).
struct AtOnceGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let sql = """
            SELECT r.verifiable, (SELECT max(n.announced) FROM kernel_notice n WHERE n.module = 'assessment' AND n.kind = 'assessment.result'
            AND n.name = 'grade' AND n.record = r._id)
            FROM assessment_reasons x JOIN assessment_result r ON r._id = x.result WHERE x._id = ?
            """
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [act.number]), (row[0] as Bool) == false,
            let announced = (row[1] as Int64?).flatMap(Instant.init(microseconds:))
        else { return }
        let zone = act.live.timeZone
        guard zone.day(at: act.instant) > zone.day(at: announced) else { return }
        throw ActRefusal.rule(
            "at-once", nb: "begrunnelse for en muntlig eller praktisk prøve må kreves straks den er kunngjort (UH-loven § 11-8)",
            nn: "grunngiving for ei munnleg eller praktisk prøve må krevjast straks ho er kunngjord (UH-lova § 11-8)",
            en: "reasons for an oral or practical test must be asked for as soon as the grade is announced (UH-loven § 11-8)")
    }
}
