import GRDB

/// What an actor is in the whole workspace and in its offerings, organisations and groups: read once, used for every record.
struct Standing {
    let actor: Actor
    /// Roles held everywhere.
    private(set) var everywhere: Set<String> = []
    /// Offerings by role: enrolled there, or affiliated with an institution that gives the course.
    private(set) var offerings: [String: Set<String>] = [:]
    private(set) var organisations: [String: Set<String>] = [:]
    /// Those of the organisations that are institutions, where alone a role of an institution holds.
    private(set) var institutions: [String: Set<String>] = [:]
    private(set) var groups: [String: Set<Int64>] = [:]
    /// Roles held on single activities or records.
    private(set) var assigned: Set<String> = []
    /// When she asks; nil where nothing is asked that time has to do with, and then nothing that ends holds any more.
    var asked: AskedAt?
    /// What tells statements on relations apart by who asks: which roles are held where, and whether in one place or in several.
    private(set) var shape = ""

    /// The person who acts; nil for the operator and the system.
    var person: Int64? { if case .person(let key) = actor { key } else { nil } }

    /// The system, which is no one.
    static let system = Standing(.system)

    private init(_ actor: Actor) {
        self.actor = actor
        if person == nil { shape = actor.description }
    }

    /// - Parameters:
    ///   - asked: when she asks for records; nil for one whose roles alone are looked at.
    ///   - memory: what is known of releases; without it they are read.
    init(_ actor: Actor, at asked: AskedAt?, in db: Database, memory: LiveMemory? = nil) throws {
        self.init(actor)
        self.asked = asked
        guard let person else { return }
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT 'everywhere', role, NULL FROM kernel_role WHERE person = ?1
                    UNION ALL SELECT 'offering', role, offering FROM kernel_enrolment WHERE person = ?1 AND state = 'active'
                    UNION ALL SELECT iif(o.kind = 'institution', 'institution', 'organisation'), a.role, a.organisation
                    FROM kernel_affiliation a JOIN kernel_organisation o ON o.id = a.organisation WHERE a.person = ?1
                    UNION ALL SELECT 'group', role, "group" FROM kernel_group_member WHERE person = ?1
                    UNION ALL SELECT 'record', role, NULL FROM kernel_assignment WHERE person = ?1
                    """), arguments: [person])
        for row in rows {
            let role: String = row[1]
            switch row[0] as String {
            case "everywhere": everywhere.insert(role)
            case "offering": offerings[role, default: []].insert(row[2])
            case "institution":
                institutions[role, default: []].insert(row[2])
                organisations[role, default: []].insert(row[2])
            case "organisation": organisations[role, default: []].insert(row[2])
            case "group": groups[role, default: []].insert(row[2])
            default: assigned.insert(role)
            }
        }
        if !organisations.isEmpty { try takeInstitutions(db, memory) }
        shape = [
            "person", everywhere.sorted().joined(separator: " "), Self.shape(offerings), Self.shape(organisations),
            Self.shape(institutions),
            Self.shape(groups),
            assigned.sorted().joined(separator: " "),
        ].joined(separator: "|")
    }

    private static func shape<Place>(_ held: [String: Set<Place>]) -> String {
        let isOne = RelationPlace.held(held, nil).count == 1
        return held.map { $0.value.count == 1 ? $0.key : $0.value.isEmpty ? $0.key + "-" : $0.key + "+" }.sorted().joined(separator: " ")
            + (isOne ? "" : "+")
    }

    /// A role held in an institution holds in the offerings of the courses that it gives, alone or as a partner.
    private mutating func takeInstitutions(_ db: Database, _ memory: LiveMemory?) throws {
        let rows = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT o.id, r.digest, r.id FROM kernel_offering o JOIN kernel_release r ON r.id = o.release"))
        for row in rows {
            let release: Int64 = row[2]
            let institutions =
                try memory.map { try $0.givers(of: row[1]) { try Self.institutions(of: release, db) } }
                ?? Self.institutions(of: release, db)
            for (role, held) in organisations where !held.isDisjoint(with: institutions) { offerings[role, default: []].insert(row[0]) }
        }
    }

    /// The institution that gives the course of a release, and its partners.
    private static func institutions(of release: Int64, _ db: Database) throws -> Set<String> {
        let statement = try db.cachedStatement(
            sql: """
                SELECT json_extract(canonical, '$.body.course.institution'), json_extract(canonical, '$.body.course.partners')
                FROM kernel_release WHERE id = ?
                """)
        guard let row = try Row.fetchOne(statement, arguments: [release]) else { return [] }
        var institutions: Set<String> = []
        if let institution: String = row[0] { institutions.insert(institution) }
        if let text: String = row[1], let partners = try? JSONValue(parsing: Array(text.utf8)).array {
            institutions.formUnion(partners.compactMap(\.string))
        }
        return institutions
    }

    /// Whether the person holds a role in the workspace, or in any institution or offering: enough for what is about no single record.
    func holdsAnywhere(_ role: String, scopes: Set<Role.Scope>) -> Bool {
        scopes.contains(.workspace) && everywhere.contains(role)
            || !scopes.isDisjoint(with: [.institution, .offering]) && offerings[role]?.isEmpty == false
            || scopes.contains(.organisation) && organisations[role]?.isEmpty == false
            || scopes.contains(.institution) && institutions[role]?.isEmpty == false
            || scopes.contains(.group) && groups[role]?.isEmpty == false
    }

    /// Whether the person holds a role on some activity or record.
    func isAssigned(_ role: String, scopes: Set<Role.Scope>) -> Bool {
        !scopes.isDisjoint(with: [.activity, .record]) && assigned.contains(role)
    }
}
