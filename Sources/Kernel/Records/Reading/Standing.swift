import GRDB

/// What an actor is in the whole workspace and in its offerings, organisations and groups: read once, used for every record.
struct Standing {
    let actor: Actor
    /// Roles held everywhere.
    private(set) var everywhere: Set<String> = []
    /// Offerings by role: enrolled there, or affiliated with an institution that gives the course.
    private(set) var offerings: [String: Set<String>] = [:]
    private(set) var organisations: [String: Set<String>] = [:]
    private(set) var groups: [String: Set<Int64>] = [:]
    /// Roles held on single activities or records.
    private(set) var assigned: Set<String> = []

    /// The person who acts; nil for the operator and the system.
    var person: Int64? { if case .person(let key) = actor { key } else { nil } }

    init(_ actor: Actor, in db: Database) throws {
        self.actor = actor
        guard let person else { return }
        everywhere = try Authorisation.roles(of: person, in: db)
        for row in try Row.fetchAll(
            db, sql: "SELECT role, offering FROM kernel_enrolment WHERE person = ? AND state = 'active'", arguments: [person])
        { offerings[row[0], default: []].insert(row[1]) }
        for row in try Row.fetchAll(db, sql: "SELECT role, organisation FROM kernel_affiliation WHERE person = ?", arguments: [person]) {
            organisations[row[0], default: []].insert(row[1])
        }
        for row in try Row.fetchAll(db, sql: #"SELECT role, "group" FROM kernel_group_member WHERE person = ?"#, arguments: [person]) {
            groups[row[0], default: []].insert(row[1])
        }
        assigned = Set(
            try String.fetchAll(db, sql: "SELECT DISTINCT role FROM kernel_assignment WHERE person = ?", arguments: [person]))
        if !organisations.isEmpty { try takeInstitutions(db) }
    }

    /// A role held in an institution holds in the offerings of the courses that it gives, alone or as a partner.
    private mutating func takeInstitutions(_ db: Database) throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT o.id, json_extract(r.canonical, '$.body.course.institution'), json_extract(r.canonical, '$.body.course.partners')
                FROM kernel_offering o JOIN kernel_release r ON r.id = o.release
                """)
        for row in rows {
            var institutions: Set<String> = []
            if let institution: String = row[1] { institutions.insert(institution) }
            if let text: String = row[2], let partners = try? JSONValue(parsing: Array(text.utf8)).array {
                institutions.formUnion(partners.compactMap(\.string))
            }
            for (role, held) in organisations where !held.isDisjoint(with: institutions) { offerings[role, default: []].insert(row[0]) }
        }
    }

    /// Whether the person holds a role in the workspace, or in any institution or offering: enough for what is about no single record.
    func holdsAnywhere(_ role: String, scopes: Set<Role.Scope>) -> Bool {
        scopes.contains(.workspace) && everywhere.contains(role)
            || !scopes.isDisjoint(with: [.institution, .offering]) && offerings[role]?.isEmpty == false
            || !scopes.isDisjoint(with: [.institution, .organisation]) && organisations[role]?.isEmpty == false
            || scopes.contains(.group) && groups[role]?.isEmpty == false
    }
}
