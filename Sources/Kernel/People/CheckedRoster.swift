/// A roster without a fault, ready to be written.
public struct CheckedRoster: Sendable {
    let roster: Roster
    let layout: CSVLayout
    /// How many people it holds.
    public let count: Int
    /// The organisations to create, sorted.
    public let newOrganisations: [String]
    /// Roles that no module knows, with how many people have each; they give no rights.
    public let otherRoles: [String: Int]
}
