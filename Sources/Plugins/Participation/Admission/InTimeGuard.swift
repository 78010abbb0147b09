import GRDB
import Kernel

/// An application is handed in from the first day to the last.
struct InTimeGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let admission = try AdmissionCase(act, in: db)
        if let fault = Self.fault(admission) { throw ActRefusal.guarded(by: "participation/in-time", fault) }
    }

    /// Why it is not the time to apply; nil where it is.
    static func fault(_ admission: AdmissionCase) -> Text? {
        let round = admission.round
        if let opens = round.opens, admission.today < opens {
            return Text(nb: "det går an å søke fra \(opens)", nn: "det går an å søkje frå \(opens)", en: "one can apply from \(opens)")
        }
        if let deadline = round.deadline, admission.today > deadline {
            return Text(
                nb: "søknadsfristen var \(deadline)", nn: "søknadsfristen var \(deadline)", en: "the last day to apply was \(deadline)")
        }
        guard round.state == "open" else {
            return Text(
                nb: "runden tar ikke imot søknader nå", nn: "runden tek ikkje imot søknader no", en: "the round takes no applications now")
        }
        return nil
    }
}
