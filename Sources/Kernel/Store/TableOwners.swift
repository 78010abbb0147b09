import GRDB

/// Which module owns which table, as the store says, looked up once for each name.
final class TableOwners {
    private let lookup: BulkStatement
    private var known: [String: String?] = [:]

    /// The endings of the tables in which FTS5 keeps an index.
    private static let shadows = ["_data", "_idx", "_content", "_docsize", "_config"]

    init(_ db: Database) throws {
        lookup = try BulkStatement(kept: "SELECT module FROM kernel_module_table WHERE name = ?", in: db)
    }

    /// Whether `module` may write rows of `table`: its own, or the insides of a search index of its own.
    func owns(_ module: String, _ table: String) -> Bool {
        if let owner = owner(table) { return owner == module }
        return Self.shadows.contains { table.hasSuffix($0) && owner(String(table.dropLast($0.count))) == module }
    }

    private func owner(_ table: String) -> String? {
        if let owner = known[table] { return owner }
        lookup.bind(1, copying: table)
        // A lookup that fails gives no owner, and so no right to write.
        let owner = (try? lookup.first { $0.text(0) }) ?? nil
        known[table] = .some(owner)
        return owner
    }

    /// Runs the lookup for its own sake, so that whoever listens to statements hears one.
    func ping() throws {
        lookup.bind(1, copying: "")
        _ = try lookup.first { _ in () }
    }
}
