import GRDB
import Kernel

/// What has a first and a last day does not end before it begins.
struct DatesInOrder: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        guard let starts = act.values["starts"]?.string, let ends = act.values["ends"]?.string, try Day(ends) < Day(starts) else { return }
        throw ActRefusal.guarded(
            by: "dates-in-order",
            Text(
                nb: "planen slutter \(ends), før den begynner \(starts)", nn: "planen sluttar \(ends), før han byrjar \(starts)",
                en: "the plan ends on \(ends), before it begins on \(starts)"))
    }
}
