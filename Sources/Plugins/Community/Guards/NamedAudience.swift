import GRDB
import Kernel

/// A share with a course is with its staff, one with a person is with her as one of a school, a group or a course, and its last day is not over.
struct NamedAudience: ActionGuard {
    private static let staff = ["lecturer", "coordinator", "mentor"]

    func check(_ act: GuardedAct, in db: Database) throws {
        func has(_ name: String) -> Bool { act.values[name].map { !$0.isNull } ?? false }
        if let until = act.values["until"]?.string, until < act.live.timeZone.day(at: act.instant).description {
            throw ActRefusal.guarded(
                by: "named-audience",
                Text(
                    nb: "den siste dagen, \(until), er alt forbi", nn: "den siste dagen, \(until), er alt forbi",
                    en: "the last day, \(until), has passed already"))
        }
        if has("to-offering"), !Self.staff.contains(act.values["role"]?.string ?? "") {
            throw ActRefusal.guarded(
                by: "named-audience",
                Text(
                    nb: "med et kurs deles bare med dem som leder det: oppgi rollen lecturer, coordinator eller mentor",
                    nn: "med eit kurs blir det berre delt med dei som leier det: oppgi rolla lecturer, coordinator eller mentor",
                    en: "what is shared with a course is shared with its staff alone: give the role lecturer, coordinator or mentor"))
        }
        if has("to-person"), !has("to-organisation"), !has("to-group"), !has("to-offering") {
            throw ActRefusal.guarded(
                by: "named-audience",
                Text(
                    nb: "en person får det som en av en skole, en gruppe eller et kurs: oppgi hvilken også",
                    nn: "ein person får det som ein av ein skule, ei gruppe eller eit kurs: oppgi kva for ein òg",
                    en: "a person gets it as one of a school, a group or a course: name that too"))
        }
    }
}
