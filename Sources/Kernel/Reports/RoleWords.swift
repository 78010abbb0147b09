public import GRDB

/// What the roles of the kernel and of the live modules are called.
public struct RoleWords {
    private let titles: [String: Text]

    public init(in db: Database) throws {
        var titles: [String: Text] = [:]
        for text in try String.fetchAll(db, sql: "SELECT json FROM kernel_document WHERE kind = 'module' ORDER BY key") {
            guard let manifest = try JSONValue(parsing: Array(text.utf8))["manifest"]?.string else { continue }
            for (id, role) in try JSONValue(parsing: Array(manifest.utf8))["roles"]?.object ?? [] {
                titles[id] = role["title"]?.object.flatMap { Text($0) }
            }
        }
        for role in Role.kernel { titles[role.id] = role.title }
        self.titles = titles
    }

    /// What people call a role; one that nobody declares is called by its id.
    public func title(_ role: String) -> Text { titles[role] ?? Text(verbatim: role) }

    /// Programs read the role's id, people its name.
    func cell(_ role: String) -> Table.Cell { .coded(role, title(role)) }
}
