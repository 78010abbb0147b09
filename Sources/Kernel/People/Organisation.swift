public import GRDB

/// An institution, owner, school or other body that people belong to.
public struct Organisation: Sendable, Hashable {
    /// Where an organisation comes from.
    public enum Origin: String, Sendable, Hashable {
        /// The files under Config, as applied.
        case configuration
        /// A roster that named it.
        case `import`
    }

    public var id: String
    /// For example `institution` or `school`.
    public var kind: String
    public var title: Text
    /// The id of the organisation that it is part of.
    public var parent: String?
    public var origin: Origin
    /// How many people are affiliated with it.
    public var people: Int

    /// All organisations, or those of one kind, sorted by id.
    public static func list(kind: String? = nil, in db: Database) throws -> [Organisation] {
        let query = try BulkStatement(
            db,
            """
            SELECT id, kind, title, parent, origin, (SELECT count(DISTINCT person) FROM kernel_affiliation a WHERE a.organisation = o.id)
            FROM kernel_organisation o WHERE ?1 IS NULL OR kind = ?1 ORDER BY id
            """)
        query.bind(1, copying: kind)
        let titles = try StoredText(db)
        var organisations: [Organisation] = []
        try query.forEach { row in
            organisations.append(
                Organisation(
                    id: row.text(0), kind: row.text(1), title: try titles.read(row.text(2)), parent: row.optionalText(3),
                    origin: Origin(rawValue: row.text(4)) ?? .import, people: Int(row.integer(5))))
        }
        return organisations
    }

    /// The ids of all organisations.
    public static func ids(in db: Database) throws -> Set<String> {
        Set(try String.fetchAll(db, sql: "SELECT id FROM kernel_organisation"))
    }
}
