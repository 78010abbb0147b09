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

    public init(new: Int = 0, changed: Int = 0, unchanged: Int = 0, organisations: Int = 0) {
        self.new = new
        self.changed = changed
        self.unchanged = unchanged
        self.organisations = organisations
    }
}
