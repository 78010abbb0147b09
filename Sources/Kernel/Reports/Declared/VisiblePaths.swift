import GRDB

/// Follows paths from records that a reader may see, as far as she may read each reference on the way.
final class VisiblePaths {
    /// What stands at the end of a path for one record.
    struct Value {
        var json: JSONValue
        var rank: DatabaseValue
    }

    private let paths: [ReportPath]
    private let reader: RecordReader
    private let people: PeopleReading
    private let statement: Statement?
    private var seen: [String: VisibleRecord?] = [:]

    init(_ paths: [ReportPath], of type: RecordType, reader: RecordReader) throws {
        self.paths = paths
        self.reader = reader
        people = try PeopleReading(standing: reader.standing, in: reader.db)
        let columns = paths.flatMap { [$0.sql, $0.rank, $0.person ?? "NULL"] + $0.stops.map(\.sql) }
        statement =
            columns.isEmpty
            ? nil
            : try reader.db.makeStatement(
                sql: "SELECT \(columns.joined(separator: ", ")) FROM \(SQLName.quoted(type.table)) r WHERE r._id = ?")
    }

    /// The value of each path; nil where it may not be followed.
    func values(of record: VisibleRecord) throws -> [Value?] {
        guard let statement, let row = try Row.fetchOne(statement, arguments: [record.number]) else { return paths.map { _ in nil } }
        var column = 0
        return try paths.map { path in
            defer { column += 3 + path.stops.count }
            guard record.shows(path.path.first ?? "") else { return nil }
            for (index, stop) in path.stops.enumerated() {
                guard let number: Int64 = row[column + 3 + index], let next = try find(stop.type, number), next.shows(stop.word)
                else {
                    return nil
                }
            }
            if path.person != nil, let person: Int64 = row[column + 2] {
                let isOwn = KernelRecord.ownValues.contains(path.path.last ?? "")
                guard try isOwn ? people.seesAll(of: person) : people.sees(person, in: reader.db) else { return nil }
            }
            return Value(json: try path.json(row[column], live: reader.live), rank: row[column + 1])
        }
    }

    private func find(_ type: RecordType, _ number: Int64) throws -> VisibleRecord? {
        let key = "\(type.id) \(number)"
        if let known = seen[key] { return known }
        let found = try reader.find(type, number)
        seen[key] = found
        return found
    }
}
