import GRDB
import Kernel

/// A round has one ranking at a time, and a new one after an annulled one says why.
struct OneRankingReaction: Reaction {
    let events: EventSelection = ["participation.ranking.created"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let number = event.number(of: "participation.ranking") else { return }
        let db = transaction.db
        let others = try Row.fetchAll(
            db,
            sql: """
                SELECT r._id, r._state, n.why FROM participation_ranking n JOIN participation_ranking r ON r.round = n.round AND r._id <> n._id
                WHERE n._id = ? ORDER BY r._id
                """, arguments: [number])
        if let other = others.first(where: { $0[1] != "annulled" }) {
            let id: Int64 = other[0]
            throw ReactionRefusal(
                Text(
                    nb: "runden har alt rangering \(id)", nn: "runden har alt rangering \(id)", en: "the round has ranking \(id) already"),
                help: Text(
                    nb: "opphev den først med «participation.ranking.annul \(id) --reason»",
                    nn: "opphev ho først med «participation.ranking.annul \(id) --reason»",
                    en: "annul it first with 'participation.ranking.annul \(id) --reason'"))
        }
        let why: String? = others.first?[2]
        if !others.isEmpty, why?.isEmpty ?? true {
            throw ReactionRefusal(
                Text(
                    nb: "en ny rangering er en ny beslutning: si hvorfor (--why)",
                    nn: "ei ny rangering er ei ny avgjerd: sei kvifor (--why)",
                    en: "a new ranking is a new decision: say why (--why)"))
        }
    }
}
