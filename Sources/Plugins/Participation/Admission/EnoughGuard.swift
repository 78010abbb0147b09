import GRDB
import Kernel

/// The course starts when as many have accepted as it needs.
struct EnoughGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let round = try AdmissionCase(act, in: db).round
        let count = try Applicant.list(round: round.number, in: ["accepted", "enrolled"], db).count
        guard count < max(1, round.minimum) else { return }
        throw ActRefusal.rule(
            "enough", nb: "\(count) har takket ja, og kurset trenger \(max(1, round.minimum)) for å starte",
            nn: "\(count) har takka ja, og kurset treng \(max(1, round.minimum)) for å starte",
            en: "\(count) have accepted, and the course needs \(max(1, round.minimum)) to start")
    }
}
