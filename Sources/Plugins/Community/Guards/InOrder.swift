import GRDB
import Kernel

/// An agreement does not end before it starts.
struct InOrder: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        guard let starts = act.values["starts"]?.string, let ends = act.values["ends"]?.string, ends < starts else { return }
        throw ActRefusal.guarded(
            by: "in-order",
            Text(
                nb: "avtalen kan ikke slutte (\(ends)) før den begynner (\(starts))",
                nn: "avtalen kan ikkje slutte (\(ends)) før han tek til (\(starts))",
                en: "the agreement cannot end (\(ends)) before it starts (\(starts))"))
    }
}
