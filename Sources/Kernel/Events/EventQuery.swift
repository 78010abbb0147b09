import GRDB

/// The SQL of an `EventFilter`.
struct EventQuery {
    private(set) var sql: String
    private(set) var arguments = StatementArguments()

    static let columns = "sequence, instant, name, version, action, actor, module, module_version, commitment, hash"

    init(_ filter: EventFilter, _ formers: FormerNames) {
        var conditions: [String] = []
        var arguments = StatementArguments()
        func require(_ condition: String, _ values: any DatabaseValueConvertible...) {
            conditions.append(condition)
            arguments += StatementArguments(values)
        }
        let isAbout = "sequence IN (SELECT event FROM kernel_event_record WHERE kind = ? AND id = ?)"
        if let actor = filter.actor { require("actor = ?", actor.description) }
        if let record = filter.record {
            require(
                "sequence IN (SELECT event FROM kernel_event_record WHERE kind IN (SELECT value FROM json_each(?)) AND id = ?)",
                Self.list(formers.kinds(record.kind)), record.id)
        }
        if let person = filter.person {
            let record = RecordReference.person(person)
            let isEnrolled = """
                sequence IN (SELECT event FROM kernel_event_record WHERE kind = 'kernel.enrolment'
                AND id IN (SELECT CAST(id AS TEXT) FROM kernel_enrolment WHERE person = ?))
                """
            require("(actor = ? OR \(isAbout) OR \(isEnrolled))", Actor.person(person).description, record.kind, record.id, person)
        }
        if let name = filter.name {
            if name.hasSuffix("*") {
                let prefixes = Self.list(formers.prefixes(String(name.dropLast())))
                require("EXISTS (SELECT 1 FROM json_each(?) p WHERE substr(name, 1, length(p.value)) = p.value)", prefixes)
            } else {
                require("name IN (SELECT value FROM json_each(?))", Self.list(formers.names(name)))
            }
        }
        if let action = filter.action { require("action IN (SELECT value FROM json_each(?))", Self.list(formers.names(action))) }
        if let since = filter.since { require("instant >= ?", since.microseconds) }
        if let until = filter.until { require("instant < ?", until.microseconds) }
        if let after = filter.after { require("sequence > ?", after) }
        sql = "SELECT \(Self.columns) FROM kernel_event"
        if !conditions.isEmpty { sql += " WHERE " + conditions.joined(separator: " AND ") }
        sql += " ORDER BY sequence"
        if let limit = filter.limit {
            sql += " LIMIT ?"
            arguments += [max(0, limit)]
        }
        self.arguments = arguments
    }

    private static func list(_ names: [String]) -> String { JSONValue.array(names.map { .string($0) }).compact }
}
