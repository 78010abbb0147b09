/// A list of enrolments as CSV: `offering,person,role`, the last of which may be lacking or empty.
public struct EnrolmentList: Sendable {
    enum Column: Int, CaseIterable {
        case offering, person, role

        var column: CSVColumn {
            switch self {
            case .offering: CSVColumn("offering", required: true)
            case .person: CSVColumn("person", required: true)
            case .role: CSVColumn("role")
            }
        }
    }

    /// The role of who is enrolled without another.
    public static let participant = "participant"

    public var file: SourceFile
    public var mapping: CSVMapping

    public init(file: SourceFile, mapping: CSVMapping = CSVMapping()) {
        self.file = file
        self.mapping = mapping
    }
}
