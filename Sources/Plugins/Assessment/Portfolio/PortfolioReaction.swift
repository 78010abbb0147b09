import GRDB
import Kernel

/// A portfolio that is delivered holds the works as they were approved, so that what is judged no longer changes.
struct PortfolioReaction: Reaction {
    let events: EventSelection = ["assessment.script.deliver"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let number = event.number("script"), let script = try ExamStore(transaction.db).script(number),
            let portfolio = try Portfolio(of: script, in: transaction.db)
        else { return }
        let written = try String.fetchOne(transaction.db, sql: "SELECT language FROM assessment_script WHERE _id = ?", arguments: [number])
        let language = [written, portfolio.part.languages.first].compactMap { $0.flatMap(Language.init(rawValue:)) }.first ?? .nb
        let text = portfolio.pieces.map { piece in
            let origin = piece.carriedFrom.map { " (\($0))" } ?? ""
            return "# \(piece.title(language))\(origin)\n\n\(piece.text)"
        }
        let files = portfolio.pieces.flatMap(\.files).map { FieldValue.file(digest: $0.digest, name: $0.name) }
        var values: [String: FieldValue] = ["portfolio": .text(text.joined(separator: "\n\n"))]
        if !files.isEmpty { values["portfolio-files"] = .list(files) }
        try transaction.change("script", number, values)
    }
}
