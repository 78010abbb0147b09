public import GRDB

/// How far subscribers have come, and what was given up.
public enum DeliveryTables {
    static let title = Text(nb: "Leveringer", nn: "Leveringar", en: "Deliveries")

    /// The report `kernel.deliveries`: a row for each subscriber, and one for each event that is parked.
    ///
    /// - Parameter modules: the modules that are enabled; a subscriber of another gets nothing. Nil takes all for enabled.
    public static func list(modules: Set<String>? = nil, in db: Database) throws -> Table {
        let head = try EventLog.head(db).sequence
        var rows: [[Table.Cell]] = []
        for row in try Row.fetchAll(
            db, sql: "SELECT subscriber, position, attempts, next_attempt, reason FROM kernel_subscription ORDER BY subscriber")
        {
            let (subscriber, position, attempts) = (row["subscriber"] as String, row["position"] as Int64, row["attempts"] as Int)
            let next = attempts == 0 ? nil : Instant(microseconds: row["next_attempt"])
            let module = self.module(of: subscriber)
            let isAbsent = modules.map { !$0.contains(module) } ?? false
            let status = isAbsent ? "absent" : position >= head ? "current" : attempts > 0 ? "waiting" : "behind"
            rows.append([
                .text(subscriber), .text(module), .text(status), .integer(Int(position)), .integer(Int(max(0, head - position))),
                .integer(attempts), .init(next?.description), .empty, .init(row["reason"] as String?),
            ])
            rows += try parked(subscriber, db)
        }
        return Table(
            "kernel.deliveries", title: title,
            columns: [
                .init("subscriber", .code, Text(nb: "Mottaker", nn: "Mottakar", en: "Subscriber")),
                .init("module", .code, Text(nb: "Modul", nn: "Modul", en: "Module")),
                .init("status", .code, Text(nb: "Status", nn: "Status", en: "Status")),
                .init("position", .integer, Text(nb: "Har fått til og med", nn: "Har fått til og med", en: "Has had up to")),
                .init("behind", .integer, unit: "events", Text(nb: "Ligger bak", nn: "Ligg bak", en: "Behind by")),
                .init("attempts", .integer, Text(nb: "Forsøk", nn: "Forsøk", en: "Attempts")),
                .init("next_attempt", .instant, Text(nb: "Neste forsøk", nn: "Neste forsøk", en: "Next attempt")),
                .init("event", .integer, Text(nb: "Lagt til side", nn: "Lagd til side", en: "Parked event")),
                .init("reason", .text, Text(nb: "Grunn", nn: "Grunn", en: "Reason")),
            ], rows: rows)
    }

    private static func module(of subscriber: String) -> String { String(subscriber.prefix { $0 != "." }) }

    private static func parked(_ subscriber: String, _ db: Database) throws -> [[Table.Cell]] {
        try Row.fetchAll(
            db, sql: "SELECT event, attempts, reason FROM kernel_parked WHERE subscriber = ? ORDER BY event", arguments: [subscriber]
        ).map { row in
            let attempts = row["attempts"] as Int
            return [
                .text(subscriber), .text(module(of: subscriber)), .text(attempts == 0 ? "brought-back" : "parked"), .empty, .empty,
                .integer(attempts), .empty,
                .integer(Int(row["event"] as Int64)), .text(row["reason"]),
            ]
        }
    }
}
