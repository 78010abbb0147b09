import GRDB

/// A path of a declared report: the SQL of its value and what it is sorted by, over a row `r` of the report's record.
struct ReportPath {
    /// What stands at its end.
    enum End {
        case field(Field)
        case state(Workflow)
        /// A record, shown by what people call it.
        case record(String)
        /// A value of the kernel's own, of that type of column.
        case value(Table.ColumnType)
    }

    /// A module's record that the path passes, and the word that it is left by.
    struct Stop {
        var type: RecordType
        var sql: String
        var word: String
    }

    let path: [String]
    let end: End
    /// The value, as people know it.
    let sql: String
    /// What it is sorted by; null where the value itself will do.
    let rank: String
    /// The records below the first that it passes.
    let stops: [Stop]
    /// The person whose name or word stands at its end, as SQL; nil where none does, or her id alone.
    let person: String?

    /// - Returns: nil where a word of the path is unknown.
    init?(_ path: [String], of type: RecordType, live: LiveConfiguration) {
        let paths = RecordPath(live)
        let values = FieldSQL()
        guard let last = path.last, let found = paths.resolve(path, of: type, row: "r") else { return nil }
        var owner = type.id
        var stops: [Stop] = []
        var person: String?
        for length in 1..<path.count where length > 0 {
            guard let place = paths.resolve(Array(path[..<length]), of: type, row: "r"), case .record(let id) = place.target else {
                return nil
            }
            owner = id
            person = id == KernelRecord.person.rawValue && path[length] != "id" ? place.sql : nil
            if let type = live.record(id) { stops.append(Stop(type: type, sql: place.sql, word: path[length])) }
        }
        self.path = path
        self.stops = stops
        self.person = person
        switch found.target {
        case .record(let target):
            end = .record(target)
            sql = values.known(target, found.sql)
            rank = Self.rank(target, found.sql)
        case .value(let fieldType):
            rank = "NULL"
            sql = last == "author" ? Self.person(found.sql) : found.sql
            if let owner = live.record(owner) {
                if let field = owner.field(last) {
                    end = .field(field)
                } else if last == "state", let workflow = owner.workflow {
                    end = .state(workflow)
                } else {
                    end = .value(fieldType.map(RecordTables.columnType) ?? (last == "author" ? .code : .integer))
                }
            } else {
                let type = KernelRecord(rawValue: owner)?.values.first { $0.name == last }?.type
                end = .value(type.flatMap(Table.ColumnType.init(rawValue:)) ?? .text)
            }
        }
    }

    private static func rank(_ target: String, _ key: String) -> String {
        switch KernelRecord(rawValue: target) {
        case .activity: "(SELECT position FROM kernel_activity WHERE key = \(key))"
        case .person: "(SELECT hex(sort_key) FROM kernel_person WHERE key = \(key))"
        default: "NULL"
        }
    }

    private static func person(_ author: String) -> String {
        """
        CASE WHEN \(author) LIKE 'person:%' THEN (SELECT id FROM kernel_person WHERE key = CAST(substr(\(author), 8) AS INTEGER)) \
        ELSE \(author) END
        """
    }

    /// The type of a column that holds it.
    var columnType: Table.ColumnType {
        switch end {
        case .field(let field): RecordTables.columnType(field.type)
        case .state: .localized
        case .record(let target): KernelRecord(rawValue: target) == nil ? .integer : .code
        case .value(let type): type
        }
    }

    /// What people call it where the column has no title.
    var label: Text {
        switch end {
        case .field(let field): field.label
        case .state: .stateHeading
        case .record(let target): KernelRecord(rawValue: target)?.label.capitalised ?? Text(verbatim: path.last ?? "")
        default: Text(verbatim: path.last ?? "")
        }
    }

    /// The stored value as JSON, of the form that inputs take.
    func json(_ stored: DatabaseValue, live: LiveConfiguration) throws -> JSONValue {
        let type: FieldType? =
            switch end {
            case .field(let field): field.type
            case .value(.instant): .instant
            case .value(.localized): .localized
            default: nil
            }
        if case .reference? = type { return try FieldSQL().json(stored, nil) }
        return try FieldSQL().json(stored, type)
    }

    func cell(_ value: JSONValue) -> Table.Cell {
        switch end {
        case .field(let field): return RecordTables.cell(value, field)
        case .state(let workflow): return value.string.map { .localized(workflow.state($0)?.label ?? Text(verbatim: $0)) } ?? .empty
        case .value(.localized):
            return RecordTables.cell(value, Field.localized)
        default: return RecordTables.cell(value, nil)
        }
    }

    /// The declared words in order, where the value is one of a closed set.
    var words: [String]? {
        switch end {
        case .field(let field):
            if case .code(let values) = field.type { return values.map(\.id) }
            if case .boolean = field.type { return ["false", "true"] }
            return nil
        case .state(let workflow): return workflow.states.map(\.name)
        default: return nil
        }
    }
}

extension Field {
    /// A text by language that no module declares.
    fileprivate static let localized = Field(
        name: "", title: nil, type: .localized, isRequired: false, fallback: nil, personal: .no, seal: nil, was: [],
        span: SourceSpan(startOf: .init(0)))
}
