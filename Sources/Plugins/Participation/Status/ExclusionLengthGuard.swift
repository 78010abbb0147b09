import GRDB
import Kernel

/// Nobody is excluded for longer than the Act lets anyone be: two years.
///
/// UH-loven § 12-4, consolidated 2026-08-01: up to one year, two in especially grave cases.
struct ExclusionLengthGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let today = act.live.timeZone.day(at: act.instant)
        guard let text = act.values["excluded-until"]?.string, let until = try? Day(text) else { return }
        if until < today {
            throw ActRefusal.rule(
                "exclusion-length", nb: "\(until) er alt forbi", nn: "\(until) er alt forbi", en: "\(until) has passed already")
        }
        guard let last = try? today.adding(months: 24), until > last else { return }
        throw ActRefusal.rule(
            "exclusion-length", nb: "ingen kan utestenges lenger enn to år, altså til \(last) (UH-loven § 12-4)",
            nn: "ingen kan utestengjast lenger enn to år, altså til \(last) (UH-lova § 12-4)",
            en: "nobody can be excluded for longer than two years, that is until \(last) (UH-loven § 12-4)")
    }
}
