import GRDB

/// Writes many new records of one type within a transaction: rows and full-text index, by prepared statements.
///
/// ```swift
/// let books = try transaction.writer("book", ["title", "pages"])
/// books.set(0, title)
/// books.set(1, 312)
/// let number = try books.insert()
/// ```
/// It checks no values beyond what the table does, and leaves no event: only importers get one.
public final class BulkRecordWriter {
    private let statement: BulkStatement
    private let search: BulkStatement?
    /// The places of the searched fields, in the order of the index.
    private let searched: [Int?]
    private let texts: BulkTexts
    private let kernel: (() throws -> Void) throws -> Void
    private var folded: [UInt8] = []

    /// - Parameter kernel: does the kernel's own work while code of a module runs.
    init(
        _ type: RecordType, _ fields: [String], author: String, instant: Instant, in db: Database,
        kernel: @escaping (() throws -> Void) throws -> Void
    ) throws {
        self.kernel = kernel
        let columns = try fields.map { try type.bulkColumn($0) }
        let marks = fields.indices.map { "?\($0 + 1)" }
        statement = try BulkStatement(
            db,
            """
            INSERT INTO \(SQLName.quoted(type.table)) (\(columns.joined(separator: ", ")), _author, _created, _changed)
            VALUES (\(marks.joined(separator: ", ")), ?\(fields.count + 1), ?\(fields.count + 2), ?\(fields.count + 2))
            """)
        statement.bind(Int32(fields.count + 1), copying: author)
        statement.bind(Int32(fields.count + 2), instant.microseconds)
        searched = type.search.map { fields.firstIndex(of: $0) }
        texts = BulkTexts(count: fields.count)
        guard !type.search.isEmpty else {
            search = nil
            return
        }
        let names = type.search.flatMap { [SQLName.searchColumn($0), SQLName.searchColumn($0) + "__folded"] }.map(SQLName.quoted)
        search = try BulkStatement(
            db,
            """
            INSERT INTO \(SQLName.quoted(SQLName.search(table: type.table))) (rowid, \(names.joined(separator: ", ")))
            VALUES (?, \(names.map { _ in "?" }.joined(separator: ", ")))
            """)
    }

    /// Sets a field to a number, a truth value as 0 or 1, or the number of a record.
    public func set(_ position: Int, _ value: Int64) { statement.bind(Int32(position + 1), value) }

    /// Sets a field to a copy of a text; nil leaves it empty.
    public func set(_ position: Int, _ text: String?) {
        guard let text else { return clear(position) }
        set(position, text: texts.keep(text, at: position))
    }

    /// Sets a field to UTF-8 text without copying it: the bytes must stay where they are until `insert`.
    public func set(_ position: Int, text bytes: UnsafeBufferPointer<UInt8>) {
        texts[position] = bytes
        statement.bind(Int32(position + 1), text: bytes)
    }

    /// Leaves a field empty.
    public func clear(_ position: Int) {
        texts[position] = nil
        statement.bindNull(Int32(position + 1))
    }

    /// Writes the record; the fields keep their values for the next one.
    ///
    /// - Returns: its number.
    @discardableResult
    public func insert() throws -> Int64 {
        var number: Int64 = 0
        try kernel {
            try statement.run()
            number = statement.lastInsertedKey
            guard let search else { return }
            search.bind(1, number)
            for (index, position) in searched.enumerated() {
                let column = Int32(2 * index + 2)
                guard let position, let bytes = texts[position] else {
                    search.bindNull(column)
                    search.bindNull(column + 1)
                    continue
                }
                search.bind(column, text: bytes)
                folded.removeAll(keepingCapacity: true)
                TextFolding.fold(bytes, into: &folded)
                search.bind(column + 1, copyingText: folded)
            }
            try search.run()
        }
        return number
    }
}

extension RecordType {
    /// The quoted column of a field that a bulk writer may set.
    ///
    /// - Throws: `DatabaseError` for a field that there is not, or that does not lie in one column.
    func bulkColumn(_ name: String) throws -> String {
        if name == parentField { return SQLName.quoted(SQLName.column(name)) }
        guard let field = field(name) else {
            throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "\(id) has no field \(name)")
        }
        switch field.type {
        case .list, .file: throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "\(id).\(name) cannot be written in bulk")
        default: return SQLName.quoted(field.column)
        }
    }
}
