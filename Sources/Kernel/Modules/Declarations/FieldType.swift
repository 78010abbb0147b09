/// What a field of a record, or an input of an action, holds (design 3.1, Declared tables).
public indirect enum FieldType: Sendable {
    case text(TextLimits)
    case integer(minimum: Double?, maximum: Double?)
    case number(minimum: Double?, maximum: Double?)
    case boolean
    /// A civil day, `YYYY-MM-DD`.
    case date
    /// A moment in UTC.
    case instant
    /// An ISO 8601 duration.
    case duration
    /// One of a closed set of words, each with the text that people read.
    case code([CodeValue])
    /// A text by language.
    case localized
    /// Any value that a schema accepts.
    case json(schema: Node?)
    /// Several values of one type, in order.
    case list(FieldType)
    case file(FileLimits)
    /// A number that stands for a person within a scope, for readers who may not know who it is.
    case alias(scope: String)
    case reference(Reference)

    /// What a text may look like.
    public struct TextLimits: Sendable, Hashable {
        /// Unicode scalars.
        public var minimum: Int?
        /// Unicode scalars.
        public var maximum: Int?
        public var pattern: String?
        /// What people read for some of its values; others are read as they stand.
        public var words: [CodeValue] = []
    }

    /// A word of a closed set.
    public struct CodeValue: Sendable, Hashable {
        public var id: String
        public var title: Text
        /// Former words, newest first.
        public var was: [String] = []
    }

    /// What a file may be.
    public struct FileLimits: Sendable, Hashable {
        /// Bytes.
        public var maximum: Int
        /// Media types; empty for any.
        public var types: [String]
        /// What counts where the manifest says nothing: 20 MB.
        public static let defaultMaximum = 20_000_000
    }

    /// A pointer to another record.
    public struct Reference: Sendable, Hashable {
        /// The record's full name, for example `kernel.person` or `assessment.submission`.
        public var target: String
        /// The key of the target that is kept instead of its number; nil for a hard reference.
        public var by: String?
        /// Whether the value stays where the target is not there.
        public var keepsDangling: Bool
    }

    /// The words that it knows a text for, all that it takes where it is a code; none of other types.
    public var words: [CodeValue] {
        switch self {
        case .code(let values): values
        case .text(let limits): limits.words
        default: []
        }
    }

    /// The word that manifests use for it.
    public var word: String {
        switch self {
        case .text: "text"
        case .integer: "integer"
        case .number: "number"
        case .boolean: "boolean"
        case .date: "date"
        case .instant: "instant"
        case .duration: "duration"
        case .code: "code"
        case .localized: "localized"
        case .json: "json"
        case .list: "list"
        case .file: "file"
        case .alias: "alias"
        case .reference: "reference"
        }
    }
}
