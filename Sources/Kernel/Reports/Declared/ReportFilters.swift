import GRDB

/// The conditions of a declared report as SQL over a row `r`, with the paths that they speak of.
struct ReportFilters {
    private(set) var sql = "1"
    private(set) var arguments: [DatabaseValue] = []
    private(set) var paths: [ReportPath] = []
    /// Single fields that must be readable.
    private(set) var fields: Set<String> = []
    /// The words that were given, and what they are words for.
    private var given: [Given] = []
    private let request: ReportRequest
    private let db: Database

    /// A parameter that a filter is compared with.
    private struct Given {
        var name: String
        var words: [String]
        var meaning: Meaning
        var span: SourceSpan?
    }

    /// What the value at the end of a path can be.
    private enum Meaning {
        case value(FieldType)
        case state(Workflow)
        /// Anything; of what a sealed field may hold nothing is told.
        case open
    }

    init(_ declaration: ReportDeclaration, of type: RecordType, _ request: ReportRequest, in db: Database) throws {
        self.request = request
        self.db = db
        var conditions: [String] = []
        for filter in declaration.filters {
            guard let parameter = filter.parameter else {
                conditions.append(try condition(filter.path, filter.values, of: type, isGiven: false))
                continue
            }
            guard let node = request.parameters[parameter] else { continue }
            let words = ReportRequest.words(node)
            conditions.append(try condition(filter.path, words, of: type, isGiven: true))
            let meaning = Self.meaning(filter.path, of: type, request.live)
            given.append(Given(name: parameter, words: words, meaning: meaning, span: node.span))
        }
        if !conditions.isEmpty { sql = conditions.joined(separator: " AND ") }
    }

    /// Refuses parameters that can fit nothing; asked where the report has found nothing.
    ///
    /// - Throws: `DiagnosticsError` for a word that is no code of its field, and for a reference to nothing that the reader may see.
    func requireSense() throws {
        let sense = FilterSense(live: request.live, standing: request.standing, instant: request.instant, db: db)
        var faults = Diagnostics()
        for one in given {
            switch one.meaning {
            case .value(let type): faults.report(contentsOf: try sense.faults(of: one.words, one.name, type, at: one.span))
            case .state(let workflow):
                faults.report(contentsOf: sense.faults(of: one.words, one.name, among: workflow.states.map(\.name), at: one.span))
            case .open: break
            }
        }
        if faults.hasErrors { throw DiagnosticsError(faults) }
    }

    private static func meaning(_ path: [String], of type: RecordType, _ live: LiveConfiguration) -> Meaning {
        if path.count == 1, let field = type.field(path[0]) { return field.seal == nil ? .value(field.type) : .open }
        return switch ReportPath(path, of: type, live: live)?.end {
        case .field(let field)? where field.seal == nil: .value(field.type)
        case .record(let target)?: .value(.reference(.init(target: target, by: nil, keepsDangling: false)))
        case .state(let workflow)?: .state(workflow)
        default: .open
        }
    }

    /// That a reference leads to one of the records that words name, as actions take them or as they are shown.
    ///
    /// - Parameters:
    ///   - key: the internal key at the end of the reference.
    ///   - shown: what people know it by.
    private mutating func leads(_ key: String, _ shown: String, to words: [String], _ target: String) throws -> String {
        let finder = ReferenceFinder(live: request.live, db: db, standing: request.standing)
        var (known, rest): ([DatabaseValue], [DatabaseValue]) = ([], [])
        for word in words {
            if let found = try finder.find(target, word) { known.append(found) } else { rest.append(word.databaseValue) }
        }
        arguments += known + rest
        func places(_ values: [DatabaseValue]) -> String { values.map { _ in "?" }.joined(separator: ", ") }
        return "(\(key) IN (\(places(known))) OR CAST(\(shown) AS TEXT) IN (\(places(rest))))"
    }

    /// - Parameter isGiven: whether the one who asks wrote the values.
    private mutating func condition(_ path: [String], _ values: [String], of type: RecordType, isGiven: Bool) throws -> String {
        let live = request.live
        let marks = values.map { _ in "?" }.joined(separator: ", ")
        if path.count == 1, let field = type.field(path[0]), case .list(let item) = field.type {
            fields.insert(field.name)
            let list = SQLName.quoted(SQLName.list(table: type.table, field: field.name))
            let expression = FieldSQL().expression(item, column: "l.value")
            if isGiven, case .reference(let reference) = item, reference.by == nil {
                let leads = try leads("l.value", expression, to: values, reference.target)
                return "EXISTS (SELECT 1 FROM \(list) l WHERE l.record = r._id AND \(leads))"
            }
            arguments += values.map { RecordFilter.value($0, item) }
            return "EXISTS (SELECT 1 FROM \(list) l WHERE l.record = r._id AND \(RecordFilter.compared(expression, item)) IN (\(marks)))"
        }
        guard let found = ReportPath(path, of: type, live: live) else { return "0" }
        paths.append(found)
        if isGiven, case .record(let target) = found.end, let key = RecordPath(live).resolve(path, of: type, row: "r")?.sql {
            return try leads(key, found.sql, to: values, target)
        }
        let type: FieldType? =
            switch found.end {
            case .field(let field): field.type
            case .value(.instant): .instant
            default: nil
            }
        arguments += values.map { RecordFilter.value($0, type) }
        return "\(RecordFilter.compared(found.sql, type)) IN (\(marks))"
    }
}
