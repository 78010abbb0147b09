import GRDB
import Kernel

/// Who helps in a conflict is whom one party has proposed and the other has said yes to by name; no party helps in her own.
struct SameHelper: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let helper = act.values["helper"]?.string
        if helper == act.values["first"]?.string || helper == act.values["second"]?.string {
            throw refusal(
                Text(
                    nb: "den som hjelper, kan ikke være en av partene", nn: "den som hjelper, kan ikkje vere ein av partane",
                    en: "the one who helps cannot be one of the parties"))
        }
        guard let proposed = act.values["proposed"]?.string, proposed != helper else { return }
        throw refusal(
            Text(
                nb: "det er «\(proposed)» som er foreslått; begge må si ja til den samme",
                nn: "det er «\(proposed)» som er føreslått; begge må seie ja til den same",
                en: "it is '\(proposed)' who is proposed; both must say yes to the same one"))
    }

    private func refusal(_ text: Text) -> ActRefusal { .guarded(by: "same-helper", text) }
}
