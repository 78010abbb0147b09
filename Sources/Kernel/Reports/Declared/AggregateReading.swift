import GRDB

/// Reads what an aggregate counts, with the module's eyes: the declared fields alone.
struct AggregateReading {
    private let declaration: ReportDeclaration
    private let type: RecordType
    private let request: ReportRequest
    private let within: String?
    private let db: Database
    private let groups: [(column: ReportDeclaration.Column, path: ReportPath)]
    private let fields: [(name: String, path: ReportPath)]

    init(_ declaration: ReportDeclaration, _ type: RecordType, _ request: ReportRequest, within: String?, in db: Database) {
        self.declaration = declaration
        self.type = type
        self.request = request
        self.within = within
        self.db = db
        groups = declaration.columns.compactMap { column in
            column.measure == nil ? ReportPath(column.path, of: type, live: request.live).map { (column, $0) } : nil
        }
        fields = Set(declaration.columns.compactMap { $0.measure?.field }).sorted().compactMap { name in
            ReportPath(name.split(separator: ".").map(String.init), of: type, live: request.live).map { (name, $0) }
        }
    }

    /// A word of the manifest as the value of a path.
    static func value(_ word: String, _ path: ReportPath?) -> JSONValue {
        guard case .field(let field)? = path?.end else { return .string(word) }
        switch field.type {
        case .boolean: return .bool(word == "true")
        case .integer, .alias: return Int(word).map(JSONValue.integer) ?? .string(word)
        case .number: return Double(word).map(JSONValue.number) ?? .string(word)
        default: return .string(word)
        }
    }

    /// The records, and what they are broken down by.
    func observations() throws -> (observations: [Observation], breakdown: Breakdown) {
        let filters = try ReportFilters(declaration, of: type, request, in: db)
        let columns =
            ["r._id", AggregateScope.unit(of: type, live: request.live)] + groups.flatMap { [$0.path.sql, $0.path.rank] }
            + fields.map(\.path.sql)
        let conditions = [filters.sql, within, AggregateScope.reached(declaration, of: type, live: request.live)].compactMap { $0 }.map {
            "(\($0))"
        }
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(columns.joined(separator: ", ")) FROM \(SQLName.quoted(type.table)) r
                WHERE \(conditions.joined(separator: " AND ")) ORDER BY r._id
                """, arguments: StatementArguments(filters.arguments))
        var observations: [Observation] = []
        var keys = groups.map { GroupKeys($0.path, titles: request.language) }
        while let row = try rows.next() {
            let number: Int64 = row[0]
            var names: [String] = []
            for index in groups.indices {
                names.append(try keys[index].name(row[2 + index * 2], rank: row[3 + index * 2], live: request.live))
            }
            var values: [String: JSONValue] = [:]
            for (index, field) in fields.enumerated() {
                values[field.name] = try field.path.json(row[2 + groups.count * 2 + index], live: request.live)
            }
            let person = (row[1] as DatabaseValue).isNull ? "record \(number)" : "person \(row[1] as DatabaseValue)"
            observations.append(Observation(id: String(number), person: person, keys: names, values: values))
        }
        let dimensions = try groups.indices.map { index in
            let (column, path) = groups[index]
            return try keys[index].dimension(column.id, column.title ?? path.label, in: db)
        }
        return (observations, breakdown(dimensions))
    }

    /// The groups, and under a floor also the sum of all; sums in between would only give more to subtract.
    private func breakdown(_ dimensions: [Breakdown.Dimension]) -> Breakdown {
        let all = Array(dimensions.indices)
        return Breakdown(dimensions, margins: declaration.floor > 1 && !all.isEmpty ? [[], all] : [all])
    }
}
