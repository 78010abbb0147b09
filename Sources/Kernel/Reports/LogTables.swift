public import GRDB

/// The event log as a table, and what a check of it found.
public enum LogTables {
    /// The events of a filter, as far as the actor may read them.
    ///
    /// An event about a record that a person may not read, and did not bring about herself, is not there for her. Of what is sealed even
    /// those who read the whole log see neither whom it is about nor who did it.
    ///
    /// - Throws: `Refusal` for a filter that asks about someone else.
    public static func list(
        _ filter: EventFilter, for actor: Actor, live: LiveConfiguration, at instant: Instant, in db: Database
    ) throws -> Table {
        let access = try LogAccess(actor, in: db)
        let sight = LogSight(access.readsAll ? .operator : actor, live: live, at: instant, in: db)
        let events = try EventLog.read(access.restrict(filter), formers: FormerNames.load(db), in: db).compactMap { event in
            let isSeen = try sight.sees(event)
            return isSeen || access.readsAll ? (header: event, isSeen: isSeen) : nil
        }
        return Table(
            "kernel.log", title: Text(nb: "Hendelser", nn: "Hendingar", en: "Events"),
            columns: [
                .init("sequence", .integer, Text(nb: "Nummer", nn: "Nummer", en: "Number")),
                .init("instant", .instant, Text(nb: "Tidspunkt", nn: "Tidspunkt", en: "Instant")),
                .init("event", .code, Text(nb: "Hendelse", nn: "Hending", en: "Event")),
                .init("action", .code, Text(nb: "Handling", nn: "Handling", en: "Action")),
                .init("actor", .code, Text(nb: "Av", nn: "Av", en: "By")),
                .init("records", .text, Text(nb: "Gjelder", nn: "Gjeld", en: "About")),
            ],
            rows: events.map { event, isSeen in
                [
                    .integer(Int(event.sequence)), .instant(event.instant), .text(event.name), .text(event.action),
                    isSeen ? .init(access.actor(of: event)) : .empty,
                    isSeen ? .text(access.records(of: event).joined(separator: " ")) : .empty,
                ]
            })
    }

    public static func text(_ check: EventLogVerification, language: Language) -> String {
        var lines = [
            check.isSound
                ? Text(
                    nb: "Loggen er hel: \(check.count) hendelser.", nn: "Loggen er heil: \(check.count) hendingar.",
                    en: "The log is whole: \(check.count) events.")(language)
                : Text(nb: "Loggen er brutt.", nn: "Loggen er broten.", en: "The log is broken.")(language)
        ]
        lines += check.faults.map { "\($0.sequence): \($0.message(language))" }
        lines += check.erasures.map { erasure in
            Text(
                nb: "\(erasure.sequence): slettet ved hendelse \(erasure.by)", nn: "\(erasure.sequence): sletta ved hending \(erasure.by)",
                en: "\(erasure.sequence): erased by event \(erasure.by)")(language)
        }
        // The head of a broken log is nothing to hold on to.
        if check.isSound {
            lines.append(Text(nb: "Anker: \(check.head)", nn: "Anker: \(check.head)", en: "Anchor: \(check.head)")(language))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    public static func json(_ check: EventLogVerification) -> JSONValue {
        .object([
            ("format", .string("kjerne.log-check/1")), ("sound", .bool(check.isSound)), ("events", .integer(check.count)),
            ("anchor", check.isSound ? .string(check.head.description) : .null),
            ("faults", .array(check.faults.map { .object([("event", .integer(Int($0.sequence))), ("kind", .string($0.kind.rawValue))]) })),
            ("erased", .array(check.erasures.map { .object([("event", .integer(Int($0.sequence))), ("by", .integer(Int($0.by)))]) })),
        ])
    }
}
