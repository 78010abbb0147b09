import GRDB
import Kernel

/// A candidate takes out the task once, and not before it is given.
struct TaskGivenGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        guard let sitting = try Sitting(act.number, in: db) else { return }
        let zone = act.live.timeZone
        if let began = sitting.began {
            let at = DateText.instant(began, in: zone)
            throw ActRefusal.rule(
                "task-given", nb: "oppgaven ble tatt ut \(at(.nb)), og tiden går", nn: "oppgåva vart teken ut \(at(.nn)), og tida går",
                en: "the task was taken out on \(at(.en)), and the time runs")
        }
        guard let given = try sitting.given(zone), act.instant < given else { return }
        let at = DateText.instant(given, in: zone)
        throw ActRefusal.rule(
            "task-given", nb: "oppgaven til «\(sitting.exam)» gis \(at(.nb))", nn: "oppgåva til «\(sitting.exam)» blir gitt \(at(.nn))",
            en: "the task of '\(sitting.exam)' is given on \(at(.en))")
    }
}
