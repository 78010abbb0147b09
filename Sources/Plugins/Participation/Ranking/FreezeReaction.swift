import GRDB
import Kernel

/// Keeps what a frozen ranking goes by: how many applicants, the rule with its version, and the digest of all of it.
struct FreezeReaction: Reaction {
    let events: EventSelection = ["participation.ranking.freeze"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let number = event.number(of: "participation.ranking"), let round = event.number(of: AdmissionRound.kind),
            let live = transaction.live, let type = live.record("participation.ranking")
        else { return }
        let admission = try AdmissionCase(round: round, live: live, at: transaction.instant, in: transaction.db)
        let basis = try RankingBasis(admission, version: live.module("participation")?.version ?? "", in: transaction.db)
        try transaction.records.update(
            type, number,
            [
                "digest": .scalar(basis.digest.databaseValue), "rule": .scalar(basis.rule.databaseValue),
                "applicants": .scalar(basis.applicants.count.databaseValue), "generator": .scalar(LotGenerator.name.databaseValue),
            ])
    }
}
