public import GRDB

/// The event log as a table, and what a check of it found.
public enum LogTables {
    /// The events of a filter, as far as the actor may read them.
    ///
    /// An event about a record that a person may not read, and did not bring about herself, is not there for her. Of what is sealed even
    /// those who read the whole log see neither whom it is about nor who did it, and do not find it when they ask for either. Of a seal that
    /// never ends they see a number and an instant alone: the name of an event would tell that there is such a record.
    ///
    /// - Throws: `Refusal` for a filter that asks about someone else.
    public static func list(
        _ filter: EventFilter, for actor: Actor, live: LiveConfiguration, at instant: Instant, in db: Database
    ) throws -> Table {
        let access = try LogAccess(actor, in: db)
        let events = try events(
            access.restrict(filter), LogSight(actor, readsAll: access.readsAll, live: live, at: instant, in: db), access, in: db)
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
            rows: events.map { event, sight in
                [
                    .integer(Int(event.sequence)), .instant(event.instant), sight == .nothing ? .empty : .text(event.name),
                    sight == .nothing ? .empty : .text(event.action), sight == .whole ? .init(access.actor(of: event)) : .empty,
                    sight == .whole ? .text(access.records(of: event).joined(separator: " ")) : .empty,
                ]
            })
    }

    /// The events that are shown, and what the reader sees of each.
    ///
    /// As many as are asked for: an event that is left out takes no place, which would tell that it is there.
    private static func events(
        _ filter: EventFilter, _ sight: LogSight, _ access: LogAccess, in db: Database
    ) throws -> [(header: EventHeader, sight: LogSight.Extent)] {
        let formers = try FormerNames.load(db)
        let showsUnseen = access.readsAll && filter.actor == nil && filter.record == nil && filter.person == nil
        let showsUnnamed = showsUnseen && filter.name == nil && filter.action == nil
        var (page, events) = (filter, [(header: EventHeader, sight: LogSight.Extent)]())
        while true {
            page.limit = filter.limit.map { max(0, $0) - events.count }
            let headers = try EventLog.read(page, formers: formers, in: db)
            for header in headers {
                let extent = try sight.extent(of: header)
                let isShown =
                    switch extent {
                    case .whole: true
                    case .name: showsUnseen
                    case .nothing: showsUnnamed
                    }
                if isShown { events.append((header, extent)) }
            }
            guard let limit = page.limit, headers.count == limit, let last = headers.last else { return events }
            page.after = last.sequence
        }
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
