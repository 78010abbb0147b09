import Crypto
public import GRDB

/// `kernel.people.import`: takes in a roster, all of it or nothing.
///
/// It leaves one event, which names the digest of the file and the counts. Importing the same file again changes nothing.
public struct PeopleImportAction: TypedAction {
    public let declaration = ActionDeclaration(
        name: "kernel.people.import", title: Text(nb: "importere personer", nn: "importere personar", en: "import people"),
        roles: ["admin", "coordinator"], durability: .normal)

    private let languages: [String]
    private let roles: [Role]
    private let progress: (@Sendable (RosterProgress) -> Void)?

    /// - Parameters:
    ///   - languages: the languages of the workspace.
    ///   - roles: all roles, the kernel's and those of the enabled modules.
    ///   - progress: told now and then how far it has come.
    public init(languages: [String], roles: [Role] = Role.kernel, progress: (@Sendable (RosterProgress) -> Void)? = nil) {
        self.languages = languages
        self.roles = roles
        self.progress = progress
    }

    public func check(_ roster: Roster, in db: Database, context: RunContext) throws -> CheckedRoster {
        let vocabulary = RosterVocabulary(
            languages: languages, organisationRoles: roles.ids(in: .organisation, .institution) + [Roster.member],
            workspaceRoles: roles.ids(in: .workspace),
            organisations: try Organisation.ids(in: db), grantsWorkspaceRoles: try grantsWorkspaceRoles(context.actor, in: db))
        return try RosterCheck.run(roster, vocabulary, progress: progress)
    }

    public func perform(_ checked: CheckedRoster, in transaction: ActionTransaction) throws -> ActionOutcome<RosterCounts> {
        var counts = try RosterWriter.write(checked, in: transaction.db, progress: progress)
        counts.otherRoles = checked.otherRoles
        try transaction.emit(
            NewEvent(
                "kernel.people.imported",
                payload: .object([
                    ("source", .string("sha256:" + Hex.string(SHA256.hash(data: checked.roster.file.bytes)))),
                    ("new", .integer(counts.new)), ("changed", .integer(counts.changed)), ("unchanged", .integer(counts.unchanged)),
                    ("organisations", .array(checked.newOrganisations.map(JSONValue.string))),
                ])))
        return ActionOutcome(state: "imported", effect: counts)
    }

    /// No one gives by a roster what she could not give otherwise.
    private func grantsWorkspaceRoles(_ actor: Actor, in db: Database) throws -> Bool {
        guard case .person(let key) = actor else { return true }
        return try Authorisation.roles(of: key, in: db).contains("admin")
    }
}
