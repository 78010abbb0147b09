public import GRDB

/// Deadlines, and what time has made happen, as tables.
public enum DeadlineTables {
    /// `kernel.deadlines`: what is due, overdue, and for whom.
    public static func list(_ deadlines: [DeadlineStatus], filter: DeadlineStatus.Filter, in db: Database) throws -> Table {
        let people = try BulkStatement(db, "SELECT id FROM kernel_person WHERE key = ?")
        func person(_ key: Int64?) throws -> String? {
            guard let key else { return nil }
            people.bind(1, key)
            return try people.first { $0.text(0) }
        }
        return Table(
            "kernel.deadlines", title: Text(nb: "Frister", nn: "Fristar", en: "Deadlines"),
            parameters: [
                ("kind", filter.kind.map(JSONValue.string) ?? .null),
                ("person", try person(filter.owner).map(JSONValue.string) ?? .null),
                ("state", filter.state.map { .string($0.rawValue) } ?? .null),
            ],
            columns: [
                .init("kind", .code, Text(nb: "Gjelder", nn: "Gjeld", en: "About")),
                .init("record", .integer, Text(nb: "Nummer", nn: "Nummer", en: "Number")),
                .init("person", .code, Text(nb: "Person", nn: "Person", en: "Person")),
                .init("deadline", .code, Text(nb: "Navn", nn: "Namn", en: "Name")),
                .init("title", .localized, Text(nb: "Frist", nn: "Frist", en: "Deadline")),
                .init("due", .instant, Text(nb: "Ute", nn: "Ute", en: "Due")),
                .init("state", .localized, Text(nb: "Tilstand", nn: "Tilstand", en: "State")),
                .init("source", .text, Text(nb: "Kilde", nn: "Kjelde", en: "Source")),
            ],
            rows: try deadlines.map { deadline in
                [
                    .text(deadline.record.kind), .integer(Int(deadline.record.number)), .init(try person(deadline.owner)),
                    .text(deadline.name), .localized(deadline.title), .instant(deadline.due), .localized(deadline.state.text),
                    .init(deadline.source),
                ]
            })
    }

    /// What a pass over what has fallen due did, or would do.
    public static func due(_ pass: DuePass) -> Table {
        Table(
            "kernel.due", title: Text(nb: "Forfalt", nn: "Forfalle", en: "Fallen due"),
            columns: [
                .init("since", .instant, Text(nb: "Forfalt", nn: "Forfalle", en: "Fell due")),
                .init("kind", .code, Text(nb: "Gjelder", nn: "Gjeld", en: "About")),
                .init("record", .integer, Text(nb: "Nummer", nn: "Nummer", en: "Number")),
                .init("transition", .code, Text(nb: "Navn", nn: "Namn", en: "Name")),
                .init("title", .localized, Text(nb: "Overgang", nn: "Overgang", en: "Transition")),
                .init("outcome", .localized, Text(nb: "Utfall", nn: "Utfall", en: "Outcome")),
            ],
            rows: pass.entries.map { entry in
                let candidate = entry.candidate
                return [
                    .instant(candidate.since), .text(candidate.record.kind), .integer(Int(candidate.record.number)),
                    .text(candidate.transition), .localized(candidate.title), entry.outcome.map { .localized($0.text) } ?? .empty,
                ]
            })
    }
}

extension DuePass.Outcome {
    /// What became of it, in words.
    public var text: Text {
        switch self {
        case .done: Text(nb: "gjort", nn: "gjort", en: "done")
        case .passedOver: Text(nb: "ikke aktuelt", nn: "ikkje aktuelt", en: "passed over")
        case .refused(let reason): Text(nb: "avvist: \(reason(.nb))", nn: "avvist: \(reason(.nn))", en: "refused: \(reason(.en))")
        case .stopped(_, let reason):
            Text(
                nb: "ikke gjort ennå: \(reason(.nb))", nn: "ikkje gjort enno: \(reason(.nn))", en: "not done yet: \(reason(.en))")
        }
    }
}
