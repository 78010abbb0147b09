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
            let place = SQLName.quoted(SQLName.column(scope))
            var within = DatabaseValue.null
            if case .scalar(let value)? = values[scope] { within = value } else if scope == type.parentField { within = parent ?? .null }
            let taken =
                try Int.fetchOne(
                    transaction.db.cachedStatement(sql: "SELECT count(*) FROM \(table) WHERE \(place) IS ?"), arguments: [within]) ?? 0
            var size = 900
            while size < (taken + 1) * 4 { size *= 10 }
            let first = size / 9
            while true {
                let number = first + Int.random(in: 0..<size, using: &transaction.context.randomness)
                let isTaken = try Bool.fetchOne(
                    transaction.db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM \(table) WHERE \(place) IS ? AND \(column) = ?)"),
                    arguments: [within, number])
                if isTaken != true {
                    values[field.name] = .scalar(number.databaseValue)
                    break
                }
            }
        }
    }
}
