/// What every report and list gives: typed columns and rows.
public struct Table: Sendable {
    /// What a column holds.
    public enum ColumnType: String, Sendable { case text, code, integer, number, boolean, date, instant, localized }

    public struct Column: Sendable {
        public var id: String
        public var type: ColumnType
        /// The unit of a number, for example `ECTS`.
        public var unit: String?
        public var text: Text

        public init(_ id: String, _ type: ColumnType, unit: String? = nil, _ text: Text) {
            self.id = id
            self.type = type
            self.unit = unit
            self.text = text
        }
    }

    /// One value; its type is the column's.
    public enum Cell: Sendable, Equatable {
        case empty
        case text(String)
        case integer(Int)
        case number(Double)
        case boolean(Bool)
        case localized(Text)
    }

    /// The report's name, for example `kernel.people`.
    public var report: String
    public var title: Text
    public var parameters: [(String, JSONValue)]
    public var columns: [Column]
    public var rows: [[Cell]]

    public init(_ report: String, title: Text, parameters: [(String, JSONValue)] = [], columns: [Column], rows: [[Cell]]) {
        self.report = report
        self.title = title
        self.parameters = parameters
        self.columns = columns
        self.rows = rows
    }
}

extension Table.Cell {
    /// An optional text; nil is an empty cell.
    public init(_ text: String?) { self = text.map { .text($0) } ?? .empty }

    /// The cell as people read it.
    public func text(_ language: Language) -> String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .integer(let value): String(value)
        case .number(let value): value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
        case .boolean(true): Text(nb: "ja", nn: "ja", en: "yes")(language)
        case .boolean(false): Text(nb: "nei", nn: "nei", en: "no")(language)
        case .localized(let text): text(language)
        }
    }

    var json: JSONValue {
        switch self {
        case .empty: .null
        case .text(let text): .string(text)
        case .integer(let value): .integer(value)
        case .number(let value): .number(value)
        case .boolean(let value): .bool(value)
        case .localized(let text): text.json
        }
    }
}
