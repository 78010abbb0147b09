/// Which people to list.
///
/// Every condition that is given must hold.
public struct PersonFilter: Sendable, Hashable {
    /// People with an affiliation to this organisation.
    public var organisation: String?
    /// People enrolled in this offering, in whatever state.
    public var offering: String?
    /// People with this role, in an organisation, an offering or the whole workspace.
    public var role: String?
    /// At most so many people.
    public var limit: Int?
    /// After so many others.
    public var offset: Int

    public init(organisation: String? = nil, offering: String? = nil, role: String? = nil, limit: Int? = nil, offset: Int = 0) {
        self.organisation = organisation
        self.offering = offering
        self.role = role
        self.limit = limit
        self.offset = offset
    }
}
