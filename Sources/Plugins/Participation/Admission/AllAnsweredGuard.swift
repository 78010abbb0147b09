import GRDB
import Kernel

/// An admission is over when nobody has an offer any more, and everyone who has accepted is enrolled.
struct AllAnsweredGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let open = try Applicant.list(round: act.number, in: ["offered", "accepted"], db).count
        guard open > 0 else { return }
        throw ActRefusal.rule(
            "all-answered", nb: "\(open) har et tilbud eller har takket ja uten å være tatt opp",
            nn: "\(open) har eit tilbod eller har takka ja utan å vere tekne opp",
            en: "\(open) have an offer, or have accepted and are not enrolled")
    }
}
