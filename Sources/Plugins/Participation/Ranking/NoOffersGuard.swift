import GRDB
import Kernel

/// A ranking is not annulled after anyone has been offered a seat by it.
struct NoOffersGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let round = try AdmissionCase(act, in: db).round
        let offered = ["offered", "accepted", "turned-down", "expired", "enrolled", "waiting"]
        guard try Applicant.list(round: round.number, in: offered, db).contains(where: { $0.outside == nil }) else { return }
        throw ActRefusal.rule(
            "no-offers", nb: "noen har alt fått svar etter denne rangeringen", nn: "nokon har alt fått svar etter denne rangeringa",
            en: "some have been answered by this ranking already")
    }
}
