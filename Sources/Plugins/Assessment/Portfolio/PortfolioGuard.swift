import GRDB
import Kernel

/// A portfolio holds as many approved works as its part says, and none that do not belong there.
struct PortfolioGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        guard let script = try ExamStore(db).script(act.number), let portfolio = try Portfolio(of: script, in: db) else { return }
        let (part, count) = (portfolio.part, portfolio.pieces.count)
        let list = part.pieces.joined(separator: ", ")
        if let stranger = portfolio.strangers.first {
            throw ActRefusal.rule(
                "put-together",
                nb: "arbeid \(stranger) er ikke et godkjent arbeid av kandidaten blant \(list) (studieplanen, UH-loven § 11-1)",
                nn: "arbeid \(stranger) er ikkje eit godkjent arbeid av kandidaten blant \(list) (studieplanen, UH-lova § 11-1)",
                en: "work \(stranger) is no approved work of the candidate among \(list) (the study plan, UH-loven § 11-1)")
        }
        guard count < part.fewestPieces else { return }
        throw ActRefusal.rule(
            "put-together",
            nb:
                "mappen skal ha minst \(part.fewestPieces) godkjente arbeider blant \(list); den har \(count) (studieplanen, UH-loven § 11-1)",
            nn: "mappa skal ha minst \(part.fewestPieces) godkjende arbeid blant \(list); ho har \(count) (studieplanen, UH-lova § 11-1)",
            en:
                "the portfolio needs at least \(part.fewestPieces) approved works among \(list); it has \(count) (the study plan, UH-loven § 11-1)"
        )
    }
}
