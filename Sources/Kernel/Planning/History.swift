public import GRDB

/// One apply, as `history` lists it.
public struct History: Sendable {
    public var id: Int64
    public var instant: Instant
    public var actor: String
    public var description: String
    /// How many changes it made.
    public var changes: Int
    public var undoes: Int64?
    public var digestAfter: String

    /// Every apply, oldest first.
    public static func list(in db: Database) throws -> [History] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT id, instant, actor, description, json_array_length(plan, '$.changes'), undoes, digest_after FROM kernel_apply ORDER BY id
                """
        ).map { row in
            guard let instant = Instant(microseconds: row[1]) else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "apply \(row[0] as Int64)")
            }
            return History(
                id: row[0], instant: instant, actor: row[2], description: row[3], changes: row[4], undoes: row[5], digestAfter: row[6])
        }
    }

    /// What an apply changed, as its plan said.
    ///
    /// - Parameter id: the number of the apply.
    /// - Throws: `PlanError.unknownApply`; `DatabaseError` where what is kept is no plan.
    public static func plan(of id: Int64, in db: Database) throws -> Plan {
        guard let text = try String.fetchOne(db, sql: "SELECT plan FROM kernel_apply WHERE id = ?", arguments: [id]) else {
            throw PlanError.unknownApply(Int(id), known: try Int.fetchOne(db, sql: "SELECT count(*) FROM kernel_apply") ?? 0)
        }
        guard let plan = Plan(try JSONValue(parsing: Array(text.utf8))) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "plan of apply \(id)")
        }
        return plan
    }

    /// The applies as a table; persons by the id they are known by, if they still are.
    public static func table(in db: Database) throws -> Table {
        Table(
            "kernel.history", title: Text(nb: "Historikk", nn: "Historikk", en: "History"),
            columns: [
                .init("id", .integer, Text(nb: "Nummer", nn: "Nummer", en: "Number")),
                .init("instant", .instant, Text(nb: "Tidspunkt", nn: "Tidspunkt", en: "Instant")),
                .init("actor", .code, Text(nb: "Av", nn: "Av", en: "By")),
                .init("changes", .integer, Text(nb: "Endringer", nn: "Endringar", en: "Changes")),
                .init("undoes", .integer, Text(nb: "Angrer", nn: "Angrar", en: "Undoes")),
                .init("description", .text, Text(nb: "Merknad", nn: "Merknad", en: "Note")),
                .init("digest", .code, Text(nb: "Innhold etterpå", nn: "Innhald etterpå", en: "Content after")),
            ],
            rows: try list(in: db).map { entry in
                [
                    .integer(Int(entry.id)), .text(entry.instant.description), .text(try name(of: entry.actor, in: db)),
                    .integer(entry.changes),
                    entry.undoes.map { .integer(Int($0)) } ?? .empty, .text(entry.description), .text(String(entry.digestAfter.prefix(12))),
                ]
            })
    }

    private static func name(of actor: String, in db: Database) throws -> String {
        guard case .person(let key)? = Actor(actor) else { return actor }
        return try String.fetchOne(db, sql: "SELECT id FROM kernel_person WHERE key = ?", arguments: [key]) ?? actor
    }
}
