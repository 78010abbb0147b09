public import GRDB

/// The value of a field as the store keeps it.
public enum FieldValue: Sendable, Equatable {
    case empty
    /// One column.
    case scalar(DatabaseValue)
    /// A file by its digest, with the name it came with.
    case file(digest: String, name: String)
    case list([FieldValue])

    public var isEmpty: Bool {
        switch self {
        case .empty: true
        case .list(let items): items.isEmpty
        default: false
        }
    }

    /// Whether it says nothing: it is empty, or a text of spaces.
    var isBlank: Bool {
        if case .scalar(let value) = self, case .string(let text) = value.storage { return text.allSatisfy(\.isWhitespace) }
        return isEmpty
    }
}
