import GRDB
import Kernel

/// A leave ends after it begins.
struct LeaveDaysGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        guard let from = act.values["from"]?.string, let until = act.values["until"]?.string, until < from else { return }
        throw ActRefusal.rule(
            "leave-days", nb: "permisjonen slutter (\(until)) før den begynner (\(from))",
            nn: "permisjonen sluttar (\(until)) før han byrjar (\(from))", en: "the leave ends (\(until)) before it begins (\(from))")
    }
}
