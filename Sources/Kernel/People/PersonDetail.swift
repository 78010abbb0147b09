public import GRDB

/// A person with all that the kernel knows of her.
public struct PersonDetail: Sendable, Hashable {
    public var person: Person
    /// Sorted by organisation and role.
    public var affiliations: [Affiliation]
    /// Her roles in the whole workspace, sorted.
    public var roles: [String]
    /// Sorted by offering and role.
    public var enrolments: [Enrolment]
    /// The ids of her groups, sorted.
    public var groups: [String]

    /// The person known by `id`; nil if there is none.
    public static func find(_ id: String, in db: Database) throws -> PersonDetail? {
        guard let person = try Person.find(id, in: db) else { return nil }
        return PersonDetail(
            person: person, affiliations: try Affiliation.list(of: person.key, in: db),
            roles: try String.fetchAll(
                db, sql: "SELECT role FROM kernel_role WHERE person = ? ORDER BY role", arguments: [person.key]),
            enrolments: try Enrolment.list(person: person.key, in: db),
            groups: try String.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT g.id FROM kernel_group_member m JOIN kernel_group g ON g.key = m."group"
                    WHERE m.person = ? ORDER BY g.id
                    """, arguments: [person.key]))
    }
}
