/// The values of `format`, which is asserted (JSON Schema Validation, 7.2.2).
enum StringFormat: String, Sendable, CaseIterable {
    /// RFC 3339 `full-date`.
    case date
    /// RFC 3339 `date-time`, leap seconds only where one can be: 23:59:60 in UTC.
    case dateTime = "date-time"
    /// RFC 3339, appendix A.
    case duration
    /// The same up to a bound: what the project's own files can mean.
    case boundedDuration = "bounded-duration"
    /// RFC 3986 `URI`.
    case uri
    /// RFC 5321 `Mailbox` in ASCII.
    case email
    /// RFC 4122, section 3.
    case uuid
    /// The longest duration that a file of the project can mean; what is longer is a slip.
    static let mostYears = 200

    /// The formats that a schema may name.
    static let written = allCases.filter { $0 != .boundedDuration }

    /// The format that a schema names; in the project's own files a duration has a bound.
    init?(written text: String, in dialect: SchemaDialect) {
        guard let format = Self.written.first(where: { $0.rawValue == text }) else { return nil }
        self = format == .duration && dialect == .project ? .boundedDuration : format
    }

    /// RFC 5646 `Language-Tag`: well-formed, which does not mean registered.
    case language

    func accepts(_ text: String) -> Bool {
        if self == .language { return LanguageTag.isWellFormed(text) }
        var scanner = FormatScanner(text)
        return switch self {
        case .date: scanner.date() && scanner.isAtEnd
        case .dateTime: scanner.dateTime()
        case .duration: scanner.duration()
        case .boundedDuration: scanner.duration() && FormatScanner.days(ofDuration: text) <= Double(Self.mostYears) * 366
        case .uri: scanner.uri()
        case .email: scanner.email()
        case .uuid: scanner.uuid()
        case .language: LanguageTag.isWellFormed(text)
        }
    }
}
