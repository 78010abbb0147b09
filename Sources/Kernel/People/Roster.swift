/// A roster of people as CSV, and how to read it.
///
/// Columns are `id,given_name,family_name,email,organisation,role,language`; the first three must be there. `id` is the key. A column
/// that the file lacks leaves what is stored as it is; an empty field empties it. `organisation` and `role` together are the person's one
/// affiliation, replaced as a whole; without a role she is a `member`, and a role without an organisation is a role in the whole
/// workspace, which an import can give but not take.
public struct Roster: Sendable {
    /// The columns, in the order of the contract.
    enum Column: Int, CaseIterable {
        case id, givenName, familyName, email, organisation, role, language

        var column: CSVColumn {
            switch self {
            case .id: CSVColumn("id", required: true)
            case .givenName: CSVColumn("given_name", required: true)
            case .familyName: CSVColumn("family_name", required: true)
            case .email: CSVColumn("email")
            case .organisation: CSVColumn("organisation")
            case .role: CSVColumn("role")
            case .language: CSVColumn("language")
            }
        }
    }

    /// The role of who has an organisation and no other role there.
    public static let member = "member"
    /// The longest role, in Unicode scalars.
    static let roleLength = 64
    /// The most people that one roster may hold.
    public static let rowLimit = 2_000_000

    public var file: SourceFile
    public var mapping: CSVMapping
    /// Whether an organisation that is not known is created, as a school, or is a fault.
    ///
    /// A roster is often the first that is heard of a school, so creating is the rule; how many were made is always told.
    public var createsOrganisations: Bool

    public init(file: SourceFile, mapping: CSVMapping = CSVMapping(), createsOrganisations: Bool = true) {
        self.file = file
        self.mapping = mapping
        self.createsOrganisations = createsOrganisations
    }
}
