public import GRDB

/// What someone may read of the event log.
///
/// The operator, the system, and whoever is `admin` in the whole workspace read all of it. Anyone else reads the headers of what she did and of
/// what is about her, as a person or as one enrolled. Of those she sees her own references, and the kinds of the others: not who else an event
/// is about, nor which other person did it.
public struct LogAccess: Sendable {
    private enum Extent {
        case all
        case own(person: Int64, records: Set<RecordReference>)
    }

    private let extent: Extent
    /// Kinds of records that are about no one.
    private static let open: Set<String> = ["kernel.offering", "kernel.organisation"]

    /// - Throws: `Refusal` for someone who is not known.
    public init(_ actor: Actor, in db: Database) throws {
        let key: Int64
        switch actor {
        case .operator, .system:
            extent = .all
            return
        case .anonymous: throw Self.refusal
        case .person(let person): key = person
        }
        guard try !Authorisation.roles(of: key, in: db).contains("admin") else {
            extent = .all
            return
        }
        let enrolments = try Int64.fetchAll(db, sql: "SELECT id FROM kernel_enrolment WHERE person = ?", arguments: [key])
        extent = .own(person: key, records: Set([.person(key)] + enrolments.map { .enrolment($0) }))
    }

    /// The events of a filter that may be read.
    ///
    /// - Throws: `Refusal` for a filter that asks about someone else, or about a record whose number she does not see: the answer would tell.
    public func restrict(_ filter: EventFilter) throws -> EventFilter {
        guard case .own(let person, let records) = extent else { return filter }
        if let asked = filter.person, asked != person { throw Self.refusal }
        if case .person(let asked)? = filter.actor, asked != person { throw Self.refusal }
        if let record = filter.record, !records.contains(record), !Self.open.contains(record.kind) { throw Self.refusal }
        var filter = filter
        filter.person = person
        return filter
    }

    /// Lets those go on who may check the whole log.
    ///
    /// - Throws: `Refusal`.
    public func requireAll() throws { if case .own = extent { throw Self.refusal } }

    /// Whether all of it is read.
    var readsAll: Bool { if case .all = extent { true } else { false } }

    private static var refusal: Refusal { Refusal(action: "kernel.log", allowed: ["admin"]) }

    /// Who did it, as far as it may be known; nil for another person.
    public func actor(of event: EventHeader) -> String? {
        guard case .own(let person, _) = extent, case .person(let key)? = Actor(event.actor), key != person else { return event.actor }
        return nil
    }

    /// What it is about, as far as it may be known: `kind:id`, or the kind alone.
    public func records(of event: EventHeader) -> [String] {
        guard case .own(_, let records) = extent else { return event.records.map { "\($0.kind):\($0.id)" } }
        var shown: [String] = []
        for record in event.records {
            let text = records.contains(record) || Self.open.contains(record.kind) ? "\(record.kind):\(record.id)" : record.kind
            if !shown.contains(text) { shown.append(text) }
        }
        return shown
    }
}
