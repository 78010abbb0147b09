/// What an action says of itself.
public struct ActionDeclaration: Sendable, Hashable {
    /// For example `kernel.people.import`.
    public var name: String
    public var title: Text
    /// The roles that may do it, held in the whole workspace.
    ///
    /// The operator always may.
    public var roles: [String]
    /// When it counts as done.
    public var durability: Store.Durability
    /// Whether foreign keys are checked at the end instead of at each statement, for an act that makes tables anew.
    public var checksReferencesAtEnd = false
    /// The module that it belongs to.
    public var source: NewEvent.Source

    public init(
        name: String, title: Text, roles: [String], durability: Store.Durability = .full, source: NewEvent.Source = .kernel
    ) {
        self.name = name
        self.title = title
        self.roles = roles
        self.durability = durability
        self.source = source
    }
}
