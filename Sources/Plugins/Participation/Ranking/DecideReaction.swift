import GRDB
import Kernel

/// Ranks as the rule says, and stores each applicant's place with its reason.
struct DecideReaction: Reaction {
    let events: EventSelection = ["participation.ranking.order", "participation.ranking.draw"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let number = event.number(of: "participation.ranking"), let round = event.number(of: AdmissionRound.kind),
            let live = transaction.live, let type = live.record("participation.position")
        else { return }
        let db = transaction.db
        let admission = try AdmissionCase(round: round, live: live, at: transaction.instant, in: db)
        let basis = try RankingBasis(admission, version: live.module("participation")?.version ?? "", in: db)
        let seed = try Int64.fetchOne(db, sql: "SELECT lot_seed FROM participation_ranking WHERE _id = ?", arguments: [number]) ?? 0
        var generator = LotGenerator.make(seed: UInt64(seed))
        let ranked = try basis.contributed(by: live.registry).rank(
            basis.applicants, heedsEmployer: basis.heedsEmployer, using: &generator)
        let reason = RankingReason(tiers: basis.tiers, count: ranked.count)
        let writer = try transaction.bulkWriter(type, ["ranking", "application", "place", "tier", "hundredths", "ground", "why"])
        writer.set(0, number)
        for entry in ranked {
            writer.set(1, entry.applicant.application)
            writer.set(2, Int64(entry.place))
            writer.set(3, entry.applicant.tier < basis.tiers.count ? basis.tiers[entry.applicant.tier].id : nil)
            writer.set(4, Int64(entry.applicant.service.hundredths))
            writer.set(5, entry.ground.word)
            writer.set(6, reason.text(entry).json.compact)
            try writer.insert()
        }
    }
}

extension RankedApplicant.Ground {
    /// The word that the store keeps.
    var word: String {
        switch self {
        case .service: "service"
        case .tie: "tie"
        case .lot: "lot"
        case .employerOrder: "employer-order"
        case .alone: "alone"
        case .everyone: "everyone"
        }
    }
}
