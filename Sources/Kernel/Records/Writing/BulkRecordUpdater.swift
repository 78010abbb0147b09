import GRDB

/// Changes the same fields of many records of one type within a transaction, none of them a searched one.
///
/// Only importers get one; it leaves no event.
public final class BulkRecordUpdater {
    private let statement: BulkStatement
    private let number: Int32
    private let kernel: (() throws -> Void) throws -> Void

    init(
        _ type: RecordType, _ fields: [String], instant: Instant, in db: Database, kernel: @escaping (() throws -> Void) throws -> Void
    ) throws {
        if let searched = fields.first(where: type.search.contains) {
            throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "\(type.id).\(searched) is searched and cannot be changed in bulk")
        }
        self.kernel = kernel
        let assignments = try fields.enumerated().map { "\(try type.bulkColumn($1)) = ?\($0 + 1)" }
        number = Int32(fields.count + 2)
        statement = try BulkStatement(
            db,
            """
            UPDATE \(SQLName.quoted(type.table)) SET \(assignments.joined(separator: ", ")), _version = _version + 1, _changed = ?\(number - 1)
            WHERE _id = ?\(number)
            """)
        statement.bind(number - 1, instant.microseconds)
    }

    /// Sets a field to a number.
    public func set(_ position: Int, _ value: Int64) { statement.bind(Int32(position + 1), value) }

    /// Sets a field to a copy of a text; nil leaves it empty.
    public func set(_ position: Int, _ text: String?) { statement.bind(Int32(position + 1), copying: text) }

    /// Changes the record of that number.
    public func update(_ record: Int64) throws {
        try kernel {
            statement.bind(number, record)
            try statement.run()
        }
    }
}
