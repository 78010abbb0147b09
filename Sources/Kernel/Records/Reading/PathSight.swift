import GRDB

/// Whether a reader may follow a path of references from a record that she sees.
struct PathSight {
    let reader: RecordReader

    /// Whether every word of the path may be read in the record that it stands in.
    func tells(_ path: [String], of record: VisibleRecord) throws -> Bool {
        guard let first = path.first, record[first] != nil else { return false }
        let paths = RecordPath(reader.live)
        for length in 1..<path.count {
            guard let place = paths.resolve(Array(path[..<length]), of: record.type, row: "r"), case .record(let target) = place.target
            else { return false }
            guard let type = reader.live.record(target) else { continue }
            let number = try Int64.fetchOne(
                reader.db.cachedStatement(sql: "SELECT \(place.sql) FROM \(SQLName.quoted(record.type.table)) r WHERE r._id = ?"),
                arguments: [record.number])
            guard let number else { continue }
            guard let found = try reader.find(type, number), found.shows(path[length]) else { return false }
        }
        return true
    }
}
