/// A report of numbers over groups in which nothing under a floor can be worked out, also together with earlier prints.
///
/// Which number is about how few people is decided by `DisclosureModel`; the decision and what it does not protect against stand in
/// `docs/decisions/0011-suppression.md`.
/// ```swift
/// let report = SuppressedReport("course.results", title: title, breakdown: .nested([school]), columns: columns, floor: 5)
/// switch report.print(observations, parameters: .object([]), at: now, earlier: prints) {
/// case .new(let table, let print): …       // keep the print, if there is one
/// case .repeated(let table): …             // an earlier print, with its date in a note
/// }
/// ```
public struct SuppressedReport: Sendable {
    /// A column of numbers.
    public struct Column: Sendable {
        public var id: String
        public var text: Text
        public var unit: String?
        /// The field that is measured; nil to measure the records themselves.
        public var field: String?
        public var measure: any Measure

        public init(_ id: String, _ text: Text, unit: String? = nil, field: String? = nil, measure: any Measure) {
            self.id = id
            self.text = text
            self.unit = unit
            self.field = field
            self.measure = measure
        }

        /// Whether it says how many records there are.
        var countsRecords: Bool { field == nil && (measure as? KernelMeasure) == .count }
    }

    /// What is given.
    public enum Outcome: Sendable {
        /// A table of now, and the print to keep; nil where the latest one already says the same.
        case new(Table, ReportPrint?)
        /// The earlier print with the same parameters, because a new one would give a small group away.
        case repeated(Table)

        public var table: Table {
            switch self {
            case .new(let table, _), .repeated(let table): table
            }
        }
    }

    public var name: String
    public var title: Text
    public var breakdown: Breakdown
    public var columns: [Column]
    /// The smallest number of people that a number is shown for; 1 or less shows everything.
    public var floor: Int
    /// The clock by which people are told when an earlier print was made; nil for UTC.
    public var zone: TimeZoneRules?

    public init(_ name: String, title: Text, breakdown: Breakdown, columns: [Column], floor: Int, zone: TimeZoneRules? = nil) {
        self.name = name
        self.title = title
        self.breakdown = breakdown
        self.columns = columns
        self.floor = floor
        self.zone = zone
    }

    /// The report over records as they are now.
    ///
    /// - Parameters:
    ///   - observations: records whose keys are all among those of the breakdown; one with another key is in no row.
    ///   - parameters: an object; prints with the same parameters follow each other.
    ///   - earlier: every print of this report that was kept, with any parameters, oldest first.
    public func print(_ observations: [Observation], parameters: JSONValue, at instant: Instant, earlier: [ReportPrint] = []) -> Outcome {
        var draft = SuppressedDraft(self, observations, parameters: parameters, at: instant)
        draft.fill(earlier: earlier)
        let print = draft.print
        let before = earlier.last { $0.parameters == parameters && $0.columns == print.columns }
        guard floor > 1, let before else { return .new(table(print.rows, parameters: parameters), print) }
        if !print.showsAll(of: before) {
            var table = table(before.rows, parameters: parameters)
            table.notes.append(repeatNote(before.instant))
            return .repeated(table)
        }
        return .new(table(print.rows, parameters: parameters), print.saysTheSame(as: before) ? nil : print)
    }

    private func table(_ rows: [[Table.Cell]], parameters: JSONValue) -> Table {
        let keys = breakdown.dimensions.map { Table.Column($0.id, .localized, $0.text) }
        let numbers = columns.map { column in
            Table.Column(column.id, column.countsRecords ? .integer : .number, unit: column.unit, column.text)
        }
        let definitions = columns.map { MeasureValue(.integer(0), n: 0, definition: $0.measure.definition).note($0.text) }
        return Table(
            name, title: title, parameters: (parameters.object ?? []).map { ($0.key, $0.value) }, columns: keys + numbers, rows: rows,
            notes: definitions, suppression: floor > 1 ? Suppression(floor: floor) : nil)
    }

    private func repeatNote(_ instant: Instant) -> Text {
        let then = zone.map { DateText.instant(instant, in: $0) } ?? Text(verbatim: instant.description)
        return Text(
            nb: "Tallene er fra \(then(.nb)). De er ikke regnet ut på nytt, for da kunne tall om for få personer leses ut av forskjellen.",
            nn: "Tala er frå \(then(.nn)). Dei er ikkje rekna ut på nytt, for då kunne ein lese tal om for få personar ut av skilnaden.",
            en: "The numbers are from \(then(.en)). They have not been worked out again, since the difference could tell of too few people."
        )
    }
}
