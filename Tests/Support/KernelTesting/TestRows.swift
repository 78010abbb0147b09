public import GRDB

/// Rows of a query as texts, for tests that look past the kernel's own ways of reading.
public enum TestRows {
    /// Each row's values, joined with `|`; NULL is empty.
    public static func strings(_ sql: String, in db: Database) throws -> [String] {
        try Row.fetchAll(db, sql: sql).map { row in
            row.map { value in
                switch value.1.storage {
                case .null: ""
                case .int64(let number): String(number)
                case .double(let number): String(number)
                case .string(let text): text
                case .blob(let data): data.map { String($0, radix: 16) }.joined()
                }
            }.joined(separator: "|")
        }
    }

    /// Runs a statement that gives no rows, past the kernel's own ways of writing.
    public static func run(_ sql: String, in db: Database) throws { try db.execute(sql: sql) }
}
