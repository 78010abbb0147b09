import GRDB
import Kernel

/// An exam is handed in within the candidate's own time, and held when it has opened and the topic has been out long enough.
///
/// Where several deliver together, the one who has most time counts.
struct InWindowGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let store = ExamStore(db)
        guard let script = try store.script(act.number), let sitting = try Sitting(script.candidate, in: db) else { return }
        try hasOpened(sitting, isHeld: !script.isVerifiable, act)
        guard script.isVerifiable else { return }
        let candidates = try script.members.compactMap { try store.candidate(of: $0, in: script.activity)?.number }
        let limits = try candidates.map { candidate in
            try Int64.fetchOne(
                db.cachedStatement(
                    sql:
                        "SELECT due FROM kernel_deadline WHERE kind = 'assessment.candidate' AND record = ? AND name = 'time' AND stopped IS NULL"
                ), arguments: [candidate]
            ).flatMap(Instant.init(microseconds:))
        }
        let known = limits.compactMap { $0 }
        guard known.count == limits.count, let last = known.max(), act.instant >= last else { return }
        let at = DateText.end(last, in: act.live.timeZone)
        throw ActRefusal.rule(
            "in-window",
            nb:
                "tiden på «\(sitting.exam)» var ute \(at(.nb)) (institusjonens forskrift, UH-loven § 11-6(3)); se kjerne explain deadline assessment.candidate \(script.candidate) time",
            nn:
                "tida på «\(sitting.exam)» var ute \(at(.nn)) (forskrifta til institusjonen, UH-lova § 11-6(3)); sjå kjerne explain deadline assessment.candidate \(script.candidate) time",
            en:
                "the time for '\(sitting.exam)' ended on \(at(.en)) (the institution's regulations, UH-loven § 11-6(3)); see kjerne explain deadline assessment.candidate \(script.candidate) time"
        )
    }

    private func hasOpened(_ sitting: Sitting, isHeld: Bool, _ act: GuardedAct) throws {
        let zone = act.live.timeZone
        guard let opens = sitting.opens, let given = try sitting.given(zone) else { return }
        // Where it is due when it opens, nothing else says when it is.
        if let due = sitting.due, due <= opens { return }
        var first = isHeld ? opens : given
        // Whoever was given the topic late has it as long as the others.
        if isHeld, let began = sitting.began, began > given {
            guard let later = Instant(microseconds: opens.microseconds + began.microseconds - given.microseconds) else { return }
            first = later
        }
        guard act.instant < first else { return }
        let at = DateText.instant(first, in: zone)
        throw ActRefusal.rule(
            "in-window", nb: "«\(sitting.exam)» åpner \(at(.nb)) for kandidaten", nn: "«\(sitting.exam)» opnar \(at(.nn)) for kandidaten",
            en: "'\(sitting.exam)' opens on \(at(.en)) for the candidate")
    }
}
