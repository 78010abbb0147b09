import GRDB

/// Reads texts in several languages as the store keeps them: a JSON object from language tag to text.
struct StoredText {
    private let statement: BulkStatement

    init(_ db: Database) throws {
        statement = try BulkStatement(db, "SELECT key, value FROM json_each(?) WHERE type = 'text'")
    }

    func read(_ json: String) throws -> Text {
        var byLanguage: [String: String] = [:]
        statement.bind(1, copying: json)
        try statement.forEach { byLanguage[$0.text(0)] = $0.text(1) }
        return Text(byLanguage)
    }
}
