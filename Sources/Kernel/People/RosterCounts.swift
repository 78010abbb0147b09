/// What an import of people did.
public struct RosterCounts: Sendable, Hashable {
    /// People who were not there before.
    public var new = 0
    /// People of whom something changed.
    public var changed = 0
    /// People who were as the file says.
    public var unchanged = 0
    /// Organisations that the import created.
    public var organisations = 0
    /// Roles that no module knows, with how many people have each.
    public var otherRoles: [String: Int] = [:]

    /// The counts for programs.
    public var json: JSONValue {
        .object([
            ("new", .integer(new)), ("changed", .integer(changed)), ("unchanged", .integer(unchanged)),
            ("organisations", .integer(organisations)),
            ("unknown-roles", .object(otherRoles.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) })),
        ])
    }

    public init(new: Int = 0, changed: Int = 0, unchanged: Int = 0, organisations: Int = 0) {
        self.new = new
        self.changed = changed
        self.unchanged = unchanged
        self.organisations = organisations
    }
}
