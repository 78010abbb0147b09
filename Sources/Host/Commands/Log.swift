import ArgumentParser
import Kernel

/// `kjerne log`: the event log.
struct Log: HostCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "log",
            abstract: text(
                nb: "Vis hendelsesloggen, eller bevis at den er hel.", nn: "Vis hendingsloggen, eller bevis at han er heil.",
                en: "Show the event log, or prove that it is whole."),
            discussion: text(
                nb:
                    "Driften og administratorer ser alt; andre ser hva de selv har gjort, og hva som gjelder dem. --verify finner endringer, og noe som er fjernet, satt inn eller byttet om. Et anker som er skrevet ned et annet sted, viser også om slutten er kuttet.\n\n\(examples)",
                nn:
                    "Drifta og administratorar ser alt; andre ser kva dei sjølve har gjort, og kva som gjeld dei. --verify finn endringar, og noko som er fjerna, sett inn eller bytt om. Eit anker som er skrive ned ein annan stad, viser òg om slutten er kutta.\n\n\(examples)",
                en:
                    "The operator and administrators see all of it; others see what they did, and what is about them. --verify finds changes, and what was removed, inserted or reordered. An anchor written down elsewhere also shows whether the end was cut.\n\n\(examples)"
            ))
    }

    private static let examples = """
          kjerne log --person p0017 --since 2027-08-01
          kjerne log --record kernel.enrolment:12 --output json
          kjerne log --actor operator --event 'kernel.*'
          kjerne log --readings --limit 20
          kjerne log --verify --anchor 12:9f2c…
        """

    @OptionGroup var global: GlobalOptions
    @Flag(help: .init(text(nb: "kontroller kjeden", nn: "kontroller kjeda", en: "check the chain"))) var verify = false
    @Option(
        help: .init(
            text(nb: "et tidligere hode av loggen", nn: "eit tidlegare hovud av loggen", en: "an earlier head of the log"),
            valueName: "n:hash")) var anchor: String?
    @Option(
        help: .init(
            text(
                nb: "bare hva denne personen har gjort, og hva som gjelder henne",
                nn: "berre kva denne personen har gjort, og kva som gjeld henne",
                en: "only what this person did, and what is about her"), valueName: "person")) var person: String?
    @Option(
        help: .init(
            text(
                nb: "bare hva som er gjort av operator, system eller en person",
                nn: "berre kva som er gjort av operator, system eller ein person",
                en: "only what operator, system or a person did"), valueName: "who")) var actor: String?
    @Option(
        help: .init(
            text(nb: "bare om dette", nn: "berre om dette", en: "only about this"), valueName: "kind:id")) var record: String?
    @Option(
        help: .init(
            text(
                nb: "bare hendelser med dette navnet; «notes.*» for alle som begynner slik",
                nn: "berre hendingar med dette namnet; «notes.*» for alle som byrjar slik",
                en: "only events of this name; 'notes.*' for all that begin so"), valueName: "name")) var event: String?
    @Option(help: .init(text(nb: "bare denne handlingen", nn: "berre denne handlinga", en: "only this action"), valueName: "name"))
    var action: String?
    @Option(
        help: .init(
            text(
                nb: "fra og med dette tidspunktet eller denne dagen", nn: "frå og med dette tidspunktet eller denne dagen",
                en: "from this instant or day on"),
            valueName: "when")) var since: String?
    @Option(
        help: .init(
            text(
                nb: "før dette tidspunktet, eller til og med denne dagen", nn: "før dette tidspunktet, eller til og med denne dagen",
                en: "before this instant, or up to the end of this day"), valueName: "when")) var until: String?
    @Option(
        help: .init(text(nb: "etter dette nummeret", nn: "etter dette nummeret", en: "after this number"), valueName: "n")) var after: UInt?
    @Option(help: .init(text(nb: "høyst så mange", nn: "høgst så mange", en: "at most so many"), valueName: "n")) var limit: UInt?

    @Flag(
        help: .init(
            text(
                nb: "vis hvem som har sett på hva, i stedet for hendelser", nn: "vis kven som har sett på kva, i staden for hendingar",
                en: "show who has looked at what, instead of events"))) var readings = false

    var reads: [String]? { verify ? nil : ["log"] }
    var outputs: [OutputFormat] { verify ? OutputFormat.ofValues : OutputFormat.ofTables }

    func run(_ host: Host) throws -> ExitStatus {
        let store = try host.readingStore()
        let reader = try host.actor(in: store)
        guard verify else {
            guard anchor == nil else {
                throw ValidationError(
                    text(
                        nb: "--anchor gjelder bare sammen med --verify", nn: "--anchor gjeld berre saman med --verify",
                        en: "--anchor goes with --verify"))
            }
            if readings {
                try store.read { try LogAccess(reader, in: $0).requireAll() }
                try host.show(try host.readings(last: limit.map { Int(clamping: $0) } ?? .max))
                return .done
            }
            let filter = try filter(for: reader, in: store, zone: store.read { try WorkspaceTime.load($0).zone })
            let now = try host.clock().now()
            try host.show(
                try store.read { db in
                    let live = try LiveConfiguration.load(db, linked: host.linked)
                    return try LogTables.list(filter, for: reader, live: live, at: now, in: db)
                })
            return .done
        }
        var known: EventAnchor?
        if let anchor {
            guard let parsed = EventAnchor(anchor) else { throw HostError.badAnchor(anchor) }
            known = parsed
        }
        let check = try store.read { db in
            try LogAccess(reader, in: db).requireAll()
            return try EventLog.verify(db, anchor: known)
        }
        try host.show(LogTables.json(check), text: LogTables.text(check, language: host.language))
        return check.isSound ? .done : .wrong
    }

    private func filter(for reader: Actor, in store: Store, zone: TimeZoneRules) throws -> EventFilter {
        var filter = EventFilter(
            name: event, action: action, after: after.map { Int64(clamping: $0) }, limit: limit.map { Int(clamping: $0) })
        if let person { filter.person = try Self.key(person, for: reader, in: store) }
        if let actor {
            filter.actor =
                switch actor {
                case "operator": .operator
                case "system": .system
                default: try .person(Self.key(actor, for: reader, in: store))
                }
        }
        if let record {
            let parts = record.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { throw HostError.badRecord(record) }
            filter.record = RecordReference(String(parts[0]), String(parts[1]))
        }
        filter.since = try since.map { try Self.instant($0, zone, option: "--since") { try $0.startOfDay($1) } }
        filter.until = try until.map { try Self.instant($0, zone, option: "--until") { try $0.endOfDay($1) } }
        return filter
    }
}

extension Log {
    /// The internal key of a person; whoever may not ask about others is not told which others there are.
    private static func key(_ id: String, for reader: Actor, in store: Store) throws -> Int64 {
        try store.read { db in
            if let person = try Person.find(id, in: db) { return person.key }
            try LogAccess(reader, in: db).requireAll()
            throw HostError.unknownPerson(id, nearest: try Person.nearestID(to: id, in: db))
        }
    }

    /// An instant as it is written, or what `edge` makes of a day in the workspace's zone.
    private static func instant(_ text: String, _ zone: TimeZoneRules, option: String, edge: (TimeZoneRules, Day) throws -> Instant) throws
        -> Instant
    {
        if let day = try? Day(text) { return try edge(zone, day) }
        guard let instant = try? Instant(text) else { throw HostError.badInstant(text, from: option) }
        return instant
    }
}
