/// A list of enrolments as CSV: `offering,person,role,resume`, the last two of which may be lacking or empty.
///
/// A row for an enrolment that has ended leaves it ended, unless its `resume` is `true`: whoever left stays away when an old list comes again.
public struct EnrolmentList: Sendable {
    enum Column: Int, CaseIterable {
        case offering, person, role, resume

        var column: CSVColumn {
            switch self {
            case .offering: CSVColumn("offering", required: true)
            case .person: CSVColumn("person", required: true)
            case .role: CSVColumn("role")
            case .resume: CSVColumn("resume")
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
