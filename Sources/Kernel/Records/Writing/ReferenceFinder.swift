import GRDB

/// Finds the record that a person means by an id: a person by hers, an enrolment as `OFFERING/PERSON`, an activity by name within an
/// offering or as `OFFERING/ACTIVITY`, a record by its number or its natural key.
struct ReferenceFinder {
    let live: LiveConfiguration
    let db: Database
    /// Who looks for it: a key finds only a record in which she may read what the key holds; nil for the kernel itself.
    var standing: Standing?
    /// The offering that names of activities and people's enrolments are looked for in, where it is known.
    var offering: String?

    /// The internal key as the store keeps it; nil where there is nothing by that name.
    func find(_ target: String, _ id: String) throws -> DatabaseValue? {
        let parts = id.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        switch KernelRecord(rawValue: target) {
        case .person: return try value("SELECT key FROM kernel_person WHERE id = ?", [id])
        case .group: return try value("SELECT key FROM kernel_group WHERE id = ?", [id])
        case .offering: return try value("SELECT id FROM kernel_offering WHERE id = ?", [id])
        case .organisation: return try value("SELECT id FROM kernel_organisation WHERE id = ?", [id])
        case .activity:
            let (place, name) = parts.count == 2 ? (parts[0], parts[1]) : (offering, id)
            // In the record of a course, an activity is one of that course.
            if let offering, place != offering { return nil }
            guard let place else { return try only("SELECT key FROM kernel_activity WHERE activity = ?", [name]) }
            return try value("SELECT key FROM kernel_activity WHERE offering = ? AND activity = ?", [place, name])
        case .enrolment:
            if let key = Int64(id) { return try value("SELECT id FROM kernel_enrolment WHERE id = ?", [key]) }
            let (place, person) = parts.count == 2 ? (parts[0], parts[1]) : (offering, id)
            let sql = """
                SELECT e.id FROM kernel_enrolment e JOIN kernel_person p ON p.key = e.person
                WHERE p.id = ? AND (e.offering = ? OR ? IS NULL) AND e.role = 'participant'
                """
            return try only(sql, [person, place, place])
        case nil: return try live.record(target).flatMap { try number(of: id, $0) }.map(\.databaseValue)
        }
    }

    /// The number of a module's record that is known by the values of its natural key joined with `/`, or by its number.
    ///
    /// Where a key happens to be a number, the record of that key comes before the one of that number. Where a key is always a whole number, it
    /// alone counts: a number that is not there is a slip, and never another record.
    func number(of id: String, _ type: RecordType) throws -> Int64? {
        if let known = try number(key: id, type) { return known }
        guard let number = Int64(id), !isKnownByWholeNumber(type) else { return nil }
        let sql = "SELECT _id FROM \(SQLName.quoted(type.table)) WHERE _id = ?"
        return try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [number])
    }

    private func isKnownByWholeNumber(_ type: RecordType) -> Bool {
        guard type.key.count == 1, case .integer? = type.field(type.key[0])?.type else { return false }
        return true
    }

    private func number(key id: String, _ type: RecordType) throws -> Int64? {
        let table = SQLName.quoted(type.table)
        guard !type.key.isEmpty else { return nil }
        let words = id.split(separator: "/", maxSplits: type.key.count - 1, omittingEmptySubsequences: false).map(String.init)
        guard words.count == type.key.count else { return nil }
        var conditions: [String] = []
        var arguments: [DatabaseValue] = []
        for (name, word) in zip(type.key, words) {
            conditions.append("\(SQLName.quoted(SQLName.column(name))) = ?")
            if case .reference(let reference)? = type.field(name)?.type, reference.by == nil {
                guard let key = try find(reference.target, word) else { return nil }
                arguments.append(key)
            } else if name == type.parentField, let parent = type.parent {
                guard let key = try find(parent, word) else { return nil }
                arguments.append(key)
            } else {
                arguments.append(RecordFilter.value(word, type.field(name)?.type))
            }
        }
        let found = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT _id FROM \(table) WHERE \(conditions.joined(separator: " AND "))"),
            arguments: StatementArguments(arguments))
        // That there is a record of that key is told to those alone who may read the key in it.
        guard let found, let standing, standing.actor != .system else { return found }
        let record = try RecordReader(live, standing: standing, in: db).find(type, found)
        return type.key.allSatisfy { record?[$0] != nil } ? found : nil
    }

    /// Names of that kind that people may have meant, for a suggestion; none where names are personal.
    func known(_ target: String) throws -> [String] {
        switch KernelRecord(rawValue: target) {
        case .activity:
            try String.fetchAll(
                db, sql: "SELECT DISTINCT activity FROM kernel_activity WHERE offering = ?1 OR ?1 IS NULL ORDER BY 1", arguments: [offering]
            )
        case .offering: try String.fetchAll(db, sql: "SELECT id FROM kernel_offering ORDER BY id")
        case .organisation: try String.fetchAll(db, sql: "SELECT id FROM kernel_organisation ORDER BY id")
        case .group: try String.fetchAll(db, sql: "SELECT id FROM kernel_group ORDER BY id")
        default: []
        }
    }

    private func value(_ sql: String, _ arguments: StatementArguments) throws -> DatabaseValue? {
        try DatabaseValue.fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
    }

    /// The value where exactly one row fits.
    private func only(_ sql: String, _ arguments: StatementArguments) throws -> DatabaseValue? {
        let found = try DatabaseValue.fetchAll(db.cachedStatement(sql: sql + " LIMIT 2"), arguments: arguments)
        return found.count == 1 ? found[0] : nil
    }
}
