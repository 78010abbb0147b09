public import GRDB

/// What a reader may see of people and of who takes part in what.
///
/// The operator, and whoever is admin or coordinator in the workspace, sees everything. Anyone else sees herself, and by name alone the
/// people who take part in an offering that she is in: enrolled there, or lecturer or coordinator of the institution that gives it.
public struct PeopleReading: Sendable {
    /// The roles in the workspace that see everyone.
    public static let roles = ["admin", "coordinator"]
    /// The roles that see each participant's work in their offerings.
    static let courseRoles = ["lecturer", "coordinator"]

    /// The reader herself; nil for the operator.
    public let person: Int64?
    /// Whether everything is seen.
    public let seesEveryone: Bool
    /// The offerings that the reader is in, sorted.
    public let offerings: [String]
    /// Those in which she sees what each participant has done, sorted.
    public let led: [String]

    public init(_ actor: Actor, in db: Database) throws { try self.init(actor, leading: [], in: db) }

    /// - Parameter roles: those besides lecturer and coordinator that see each participant's work in their offerings.
    init(_ actor: Actor, leading roles: [String], in db: Database) throws {
        try self.init(standing: Standing(actor, at: nil, in: db), leading: roles, in: db)
    }

    /// - Parameter standing: what the reader is, read before.
    init(standing: Standing, leading roles: [String] = [], in db: Database) throws {
        person = standing.person
        seesEveryone = standing.seesEveryone
        led = Set((Self.courseRoles + roles).flatMap { standing.offerings[$0] ?? [] }).sorted()
        let own =
            try standing.person.map {
                try String.fetchAll(
                    db, sql: "SELECT offering FROM kernel_enrolment WHERE person = ? AND state = 'active'", arguments: [$0])
            } ?? []
        offerings = Set(own + led).sorted()
    }

    /// Whether a person is seen with everything, not by name alone.
    public func seesAll(of key: Int64) -> Bool { seesEveryone || person == key }

    /// Whether it is seen who takes part in an offering; `Standing.seesPeople` says the same of one alone.
    func sees(offering: String) -> Bool { seesEveryone || offerings.contains(offering) }

    /// Who is seen at all, as SQL over a person's internal key.
    func isSeen(_ key: String) -> String {
        if seesEveryone { return "1" }
        return """
            (\(key) IS \(person ?? -1) OR \(key) IN (SELECT person FROM kernel_enrolment WHERE state = 'active' AND offering IN (\(list(offerings)))))
            """
    }

    /// Whose work is seen, as SQL over an enrolment's row.
    func isWorkSeen(_ row: String) -> String {
        if seesEveryone { return "1" }
        return "(\(row).person IS \(person ?? -1) OR \(row).offering IN (\(list(led))))"
    }

    private func list(_ words: [String]) -> String { words.map { "'\($0.replacing("'", with: "''"))'" }.joined(separator: ", ") }

    /// Whether a person is seen at all.
    public func sees(_ key: Int64, in db: Database) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT \(isSeen(String(key)))") == true
    }

    /// The people who fit and are seen.
    ///
    /// Those who are seen by name alone have no address and no language, and do not fit a filter by organisation or role, which would tell.
    public func list(_ filter: PersonFilter, in db: Database) throws -> [Person] {
        if seesEveryone { return try Person.list(filter, in: db) }
        var all = filter
        (all.limit, all.offset) = (nil, 0)
        let seen = Set(try Int64.fetchAll(db, sql: "SELECT key FROM kernel_person WHERE \(isSeen("key"))"))
        let ownOnly = filter.organisation != nil || filter.role != nil || filter.offering.map { !offerings.contains($0) } ?? false
        // Who has left an offering is no longer seen there.
        let active = try filter.offering.map { offering in
            Set(
                try Int64.fetchAll(
                    db, sql: "SELECT person FROM kernel_enrolment WHERE offering = ? AND state = 'active'", arguments: [offering]))
        }
        let people = try Person.list(all, in: db).filter { other in
            other.key == person || !ownOnly && seen.contains(other.key) && (active?.contains(other.key) ?? true)
        }.map(shown)
        return Array(people.dropFirst(max(0, filter.offset)).prefix(filter.limit.map { max(0, $0) } ?? .max))
    }

    /// A person as far as she is seen.
    public func shown(_ other: Person) -> Person {
        guard !seesAll(of: other.key) else { return other }
        var other = other
        (other.email, other.language) = (nil, nil)
        return other
    }

    /// A person with all that is seen of her; nil where she is not.
    public func find(_ id: String, in db: Database) throws -> PersonDetail? {
        guard let detail = try PersonDetail.find(id, in: db), try sees(detail.person.key, in: db) else { return nil }
        guard !seesAll(of: detail.person.key) else { return detail }
        return PersonDetail(person: shown(detail.person), affiliations: [], roles: [], enrolments: [], groups: [])
    }

    /// The participant whose work is seen, by the number of the enrolment or as `OFFERING/PERSON`; nil where there is none or it is not seen.
    public func enrolment(_ id: String, in db: Database) throws -> Enrolment? {
        let words = id.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let key = try Int64.fetchOne(
            db,
            sql: """
                SELECT e.id FROM kernel_enrolment e JOIN kernel_person p ON p.key = e.person
                WHERE e.role = 'participant' AND \(isWorkSeen("e")) AND (e.id = ?1 OR e.offering = ?2 AND p.id = ?3)
                """, arguments: [words.count == 1 ? Int64(id) : nil, words.first, words.count == 2 ? words[1] : nil])
        return try key.flatMap { try Enrolment.find(key: $0, in: db) }
    }

    /// Who takes part in an offering; of those seen by name alone not since when, and not those who have left.
    ///
    /// - Throws: `Refusal` for an offering that the reader is not in.
    public func enrolments(of offering: String, in db: Database) throws -> [Enrolment] {
        let all = try Enrolment.list(offering: offering, in: db)
        if seesEveryone || led.contains(offering) { return all }
        guard offerings.contains(offering) else { throw Refusal(action: "offerings show", allowed: Self.roles) }
        return all.filter { $0.state == .active }
    }
}

extension Standing {
    /// Whether everyone is seen, with everything.
    var seesEveryone: Bool {
        actor == .operator || actor == .system || !everywhere.isDisjoint(with: PeopleReading.roles)
    }

    /// Whether it is seen who takes part in an offering, as `PeopleReading` says, without reading which others the actor is in.
    func seesPeople(of offering: String, in db: Database) throws -> Bool {
        if seesEveryone || PeopleReading.courseRoles.contains(where: { offerings[$0]?.contains(offering) == true }) { return true }
        guard let person else { return false }
        let own = try db.cachedStatement(
            sql: "SELECT EXISTS (SELECT 1 FROM kernel_enrolment WHERE person = ? AND offering = ? AND state = 'active')")
        return try Bool.fetchOne(own, arguments: [person, offering]) == true
    }
}
