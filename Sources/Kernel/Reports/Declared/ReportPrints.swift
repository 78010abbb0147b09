import GRDB

/// The prints of a report that are kept, in the order in which they were given.
struct ReportPrints {
    let report: String
    /// The fields that it gives numbers of, `notes.note.pages`.
    let fields: [String]
    let db: Database

    /// Every print with any parameters, oldest first: of this report, and of any that gave numbers of one of its fields before.
    ///
    /// A module's next version may call its report something else, and what was given under the old name is known all the same.
    func all() throws -> [ReportPrint] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT units, rows FROM kernel_print
                WHERE report = ?1
                  OR report IN (SELECT report FROM kernel_print_field WHERE field IN (SELECT value FROM json_each(?2)))
                ORDER BY instant, report = ?1, report, number
                """, arguments: [report, JSONValue.array(fields.map { .string($0) }).compact]
        ).map { row in
            let units = try JSONValue(parsing: Array((row[0] as String).utf8), limits: Self.limits)
            let rows = try JSONValue(parsing: Array((row[1] as String).utf8), limits: Self.limits)
            guard let print = ReportPrint(json: .object((units.object ?? []) + [("rows", rows)])) else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "print of report \(report)")
            }
            return print
        }
    }

    /// Keeps a print as the latest.
    func keep(_ print: ReportPrint) throws {
        let json = print.json
        let units = JSONValue.object((json.object ?? []).filter { $0.key != "rows" })
        let number = try Int.fetchOne(
            db, sql: "SELECT coalesce(max(number), 0) + 1 FROM kernel_print WHERE report = ?", arguments: [report])
        for field in fields {
            try db.execute(sql: "INSERT OR IGNORE INTO kernel_print_field (field, report) VALUES (?, ?)", arguments: [field, report])
        }
        try db.execute(
            sql: "INSERT INTO kernel_print (report, parameters, number, instant, units, rows) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                report, String(decoding: try print.parameters.canonical, as: UTF8.self), number, print.instant.microseconds, units.compact,
                (json["rows"] ?? .array([])).compact,
            ])
    }

    /// A print names every record that it counted.
    private static var limits: ReaderLimits {
        var limits = ReaderLimits.standard
        limits.bytes = 1 << 30
        limits.nodes = 1 << 26
        return limits
    }
}
