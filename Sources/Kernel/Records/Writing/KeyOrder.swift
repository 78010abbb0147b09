import GRDB

/// Makes the file forget in which order the rows of a table without row numbers came.
///
/// SQLite puts a new row into the free space of its page, so that the bytes of a page tell in which order its rows were written. The rows
/// beside a new one are taken out and put back in the order of their keys, as `AnonymousOrder` does with records.
struct KeyOrder {
    /// Its name, quoted.
    let table: String
    /// The columns of its primary key.
    let key: [String]
    let db: Database
    /// How many rows on each side are put back: more than any page holds.
    private static let reach = 512

    func forget(around values: [DatabaseValue]) throws {
        let columns = "(\(key.joined(separator: ", ")))"
        let marks = "(\(key.map { _ in "?" }.joined(separator: ", ")))"
        func rows(_ relation: String, _ direction: String) throws -> [Row] {
            let order = key.map { "\($0) \(direction)" }.joined(separator: ", ")
            return try Row.fetchAll(
                db, sql: "SELECT * FROM \(table) WHERE \(columns) \(relation) \(marks) ORDER BY \(order) LIMIT \(Self.reach)",
                arguments: StatementArguments(values))
        }
        let all = try Array(rows("<=", "DESC").reversed()) + rows(">", "ASC")
        guard let first = all.first, let last = all.last, all.count > 1 else { return }
        func place(_ row: Row) -> [DatabaseValue] { key.map { row[$0] as DatabaseValue } }
        try db.execute(
            sql: "DELETE FROM \(table) WHERE \(columns) BETWEEN \(marks) AND \(marks)",
            arguments: StatementArguments(place(first) + place(last)))
        let names = first.columnNames.map(SQLName.quoted).joined(separator: ", ")
        let blanks = first.columnNames.map { _ in "?" }.joined(separator: ", ")
        let statement = try db.cachedStatement(sql: "INSERT INTO \(table) (\(names)) VALUES (\(blanks))")
        for row in all { try statement.execute(arguments: StatementArguments(Array(row.databaseValues))) }
    }
}
