public import GRDB

/// That a person belongs to an organisation, in a role.
public struct Affiliation: Sendable, Hashable {
    public var organisation: String
    public var role: String

    /// A person's affiliations, sorted by organisation and role.
    ///
    /// - Parameter key: the person's internal key.
    public static func list(of key: Int64, in db: Database) throws -> [Affiliation] {
        let query = try BulkStatement(
            db, "SELECT organisation, role FROM kernel_affiliation WHERE person = ? ORDER BY organisation, role")
        query.bind(1, key)
        var affiliations: [Affiliation] = []
        try query.forEach { affiliations.append(Affiliation(organisation: $0.text(0), role: $0.text(1))) }
        return affiliations
    }
}
