/// The names that a roster may use.
public struct RosterVocabulary: Sendable {
    /// Language tags, in the order of the workspace.
    public var languages: [String]
    /// The ids of the roles that a person may have in an organisation.
    public var organisationRoles: [String]
    /// The ids of the roles that a person may have in the whole workspace.
    public var workspaceRoles: [String]
    /// The ids of the organisations in the store.
    public var organisations: Set<String>
    /// Whether who imports may give roles in the whole workspace.
    public var grantsWorkspaceRoles: Bool

    public init(
        languages: [String], organisationRoles: [String], workspaceRoles: [String], organisations: Set<String>, grantsWorkspaceRoles: Bool
    ) {
        self.languages = languages
        self.organisationRoles = organisationRoles
        self.workspaceRoles = workspaceRoles
        self.organisations = organisations
        self.grantsWorkspaceRoles = grantsWorkspaceRoles
    }
}
