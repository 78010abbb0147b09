import GRDB

/// Gives new records their aliases: numbers that stand for a person within a scope and say nothing of the order in which people came.
struct Aliases {
    let type: RecordType
    let live: LiveConfiguration

    init(_ type: RecordType, live: LiveConfiguration) {
        self.type = type
        self.live = live
    }

    /// Draws a number for each alias field, from three digits up, that no record in the same scope has.
    func assign(_ values: inout [String: FieldValue], parent: DatabaseValue?, in transaction: ActionTransaction) throws {
        for field in type.fields {
            guard case .alias(let scope) = field.type else { continue }
            let table = SQLName.quoted(type.table)
            let column = SQLName.quoted(field.column)
            let place = try self.place(scope)
            let within = try self.within(place, values, parent, in: transaction.db)
            let taken =
                try Int.fetchOne(
                    transaction.db.cachedStatement(sql: "SELECT count(*) FROM \(table) r WHERE \(place) IS ?"), arguments: [within]) ?? 0
            var size = 900
            while size < (taken + 1) * 4 { size *= 10 }
            let first = size / 9
            while true {
                let number = first + Int.random(in: 0..<size, using: &transaction.context.randomness)
                let isTaken = try Bool.fetchOne(
                    transaction.db.cachedStatement(
                        sql: "SELECT EXISTS (SELECT 1 FROM \(table) r WHERE \(place) IS ? AND r.\(column) = ?)"),
                    arguments: [within, number])
                if isTaken != true {
                    values[field.name] = .scalar(number.databaseValue)
                    break
                }
            }
        }
    }

    /// The scope that a record lies in, as SQL over its row `r`.
    ///
    /// - Throws: `SQLITE_CORRUPT` where it lies in none, which the check of the manifest refuses.
    private func place(_ scope: String) throws -> String {
        if type.field(scope) != nil || scope == type.parentField { return "r.\(SQLName.quoted(SQLName.column(scope)))" }
        let places = live.memory.scope(of: type, live)
        let place: String? =
            switch AliasScope(rawValue: scope) {
            case .workspace: "1"
            case .offering: places.offering
            case .activity: places.activity
            case .organisation: places.organisation
            case .group: places.group
            case nil: nil
            }
        guard let place else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "\(type.id) lies in no \(scope)") }
        return place
    }

    /// Where a record with these values will lie, before it is there.
    private func within(
        _ place: String, _ values: [String: FieldValue], _ parent: DatabaseValue?, in db: Database
    ) throws -> DatabaseValue {
        var given: [(column: String, value: DatabaseValue)] = []
        if let name = type.parentField, type.field(name) == nil { given.append((SQLName.column(name), parent ?? .null)) }
        for field in type.fields {
            var known = DatabaseValue.null
            if case .scalar(let value)? = values[field.name] {
                known = value
            } else if field.name == type.parentField {
                known = parent ?? .null
            }
            given.append((field.column, known))
        }
        let row = given.map { "? AS \(SQLName.quoted($0.column))" }.joined(separator: ", ")
        return try DatabaseValue.fetchOne(
            db.cachedStatement(sql: "SELECT \(place) FROM (SELECT \(row)) r"), arguments: StatementArguments(given.map(\.value))) ?? .null
    }
}
