/// What a person is somewhere, by which rights are given.
public struct Role: Sendable, Hashable {
    /// Where a role can hold.
    public enum Scope: String, Sendable, Hashable, CaseIterable {
        case workspace, institution, organisation, offering, group, activity, record
    }

    /// The name that manifests, rosters and rights use.
    public var id: String
    public var title: Text
    public var scopes: Set<Scope>
    /// The module that declares it; nil for the kernel's own.
    public var module: String?

    public init(id: String, title: Text, scopes: Set<Scope>, module: String? = nil) {
        self.id = id
        self.title = title
        self.scopes = scopes
        self.module = module
    }
}
