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
        /// A moment; programs read it in UTC, people by the clock of the workspace.
        case instant(Instant)
        /// A value that is kept back because it is about too few people, or would give such a value away.
        case suppressed
        /// A number that is not defined for what the row is about; the reason, in a clause without a full stop.
        case undefined(Text)
    }

    /// The report's name, for example `kernel.people`.
    public var report: String
    public var title: Text
    public var parameters: [(String, JSONValue)]
    /// What people call the parameters, as far as the report says it.
    public var parameterTitles: [String: Text] = [:]
    public var columns: [Column]
    public var rows: [[Cell]]
    /// How a picture is drawn of it, if one is.
    public var chart: Chart?
    /// What a reader must know, each in a sentence: definitions, sources, reservations.
    public var notes: [Text]
    /// Why cells are suppressed, if some are.
    public var suppression: Suppression?
    /// The clock by which people read moments; nil for UTC.
    public private(set) var zone: TimeZoneRules?

    public init(
        _ report: String, title: Text, parameters: [(String, JSONValue)] = [], columns: [Column], rows: [[Cell]], chart: Chart? = nil,
        notes: [Text] = [], suppression: Suppression? = nil
    ) {
        self.report = report
        self.title = title
        self.parameters = parameters
        self.columns = columns
        self.rows = rows
        self.chart = chart
        self.notes = notes
        self.suppression = suppression
    }

    /// Whether it tells of moments.
    public var hasInstants: Bool {
        columns.contains { $0.type == .instant } || rows.contains { $0.contains { if case .instant = $0 { true } else { false } } }
    }

    /// The table with its moments told by the clock of a zone.
    public func told(in zone: TimeZoneRules) -> Table {
        var table = self
        table.zone = zone
        for column in columns.indices where columns[column].type == .instant {
            for row in rows.indices {
                guard case .text(let text) = rows[row][column], let instant = try? Instant(text) else { continue }
                table.rows[row][column] = .instant(instant)
            }
        }
        return table
    }

    /// Whether any cell is suppressed.
    public var hasSuppressedCells: Bool { rows.contains { $0.contains(.suppressed) } }

    /// A column's cells; a row that is too short has an empty one.
    func cells(_ column: Int) -> [Cell] { rows.map { column < $0.count ? $0[column] : .empty } }

    /// The notes as they are shown: those of the table, then what a suppressed cell means.
    var footnotes: [Text] {
        var reasons: [Text] = []
        for row in rows {
            for case .undefined(let reason) in row where !reasons.contains(reason) { reasons.append(reason) }
        }
        return notes + reasons.map(Cell.undefinedNote) + (hasSuppressedCells ? [(suppression ?? Suppression(floor: nil)).footnote] : [])
    }
}
