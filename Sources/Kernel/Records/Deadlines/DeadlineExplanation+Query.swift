public import GRDB

extension DeadlineExplanation {
    /// The explanations that the store keeps of a record's deadlines, which run or have run, by name.
    public static func list(_ kind: String, _ number: Int64, in db: Database) throws -> [DeadlineExplanation] {
        let query = try BulkStatement(db, "SELECT chain, name FROM kernel_deadline WHERE kind = ? AND record = ? ORDER BY name")
        query.bind(1, copying: kind)
        query.bind(2, number)
        var explanations: [DeadlineExplanation] = []
        try query.forEach { row in
            guard let explanation = DeadlineExplanation(try JSONValue(parsing: Array(row.bytes(0)))) else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "deadline \(row.text(1)) of \(kind) \(number)")
            }
            explanations.append(explanation)
        }
        return explanations
    }
}
