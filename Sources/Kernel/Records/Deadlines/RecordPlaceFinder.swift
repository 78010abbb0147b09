public import GRDB

/// Finds where records stand, from their own rows and those above them.
///
/// A place comes from the parent and from the references that a record requires; the nearest counts.
public final class RecordPlaceFinder {
    /// What a column leads to.
    private enum Target { case enrolment, activity, offering, group, parent(String) }

    /// The statement that reads one row of a type, and what its columns lead to.
    private struct Reader {
        var statement: BulkStatement
        var targets: [Target]
    }

    private let db: Database
    private let types: [String: RecordType]
    private var readers: [String: Reader] = [:]
    private lazy var enrolments = Result { try BulkStatement(kept: "SELECT offering FROM kernel_enrolment WHERE id = ?", in: db) }
    private lazy var activities = Result { try BulkStatement(kept: "SELECT offering FROM kernel_activity WHERE key = ?", in: db) }
    private lazy var groups = Result { try BulkStatement(kept: "SELECT offering FROM kernel_group WHERE key = ?", in: db) }

    /// - Parameter index: what the modules declare.
    public init(_ index: DeclarationIndex, in db: Database) {
        self.db = db
        types = index.types
    }

    /// Where a record stands; nil if there is no such record.
    public func find(_ kind: String, _ number: Int64) throws -> RecordPlace? {
        var place = RecordPlace(kind: kind, number: number)
        var next: RecordPlace.Step? = place.line[0]
        var offering: String?
        while let step = next, let type = types[step.kind], place.line.count <= 32 {
            next = nil
            let reader = try reader(of: type)
            reader.statement.bind(1, step.number)
            let exists: Bool? = try reader.statement.first { row in
                for (position, target) in reader.targets.enumerated() where row.kind(Int32(position + 1)) != .null {
                    let column = Int32(position + 1)
                    switch target {
                    case .enrolment: place.enrolment = place.enrolment ?? row.integer(column)
                    case .activity: place.activity = place.activity ?? row.integer(column)
                    case .offering: place.offering = place.offering ?? row.text(column)
                    case .group: offering = try offering ?? self.offering(of: row.integer(column), try groups.get())
                    case .parent(let kind): next = .init(kind: kind, number: row.integer(column))
                    }
                }
                return true
            }
            guard exists == true else { return step == place.line[0] ? nil : place }
            if let next { place.line.append(next) }
        }
        if let enrolment = place.enrolment { place.offering = try self.offering(of: enrolment, try enrolments.get()) ?? place.offering }
        if place.offering == nil, let activity = place.activity { place.offering = try self.offering(of: activity, try activities.get()) }
        place.offering = place.offering ?? offering
        return place
    }

    private func offering(of key: Int64, _ statement: BulkStatement) throws -> String? {
        statement.bind(1, key)
        return try statement.first { $0.optionalText(0) } ?? nil
    }

    private func reader(of type: RecordType) throws -> Reader {
        if let known = readers[type.id] { return known }
        var columns = ["_id"]
        var targets: [Target] = []
        func add(_ target: String, _ column: String) {
            let found: Target? =
                switch target {
                case "kernel.enrolment": .enrolment
                case "kernel.activity": .activity
                case "kernel.offering": .offering
                case "kernel.group": .group
                default: nil
                }
            guard let found else { return }
            columns.append(column)
            targets.append(found)
        }
        for field in type.fields where field.isRequired {
            if case .reference(let reference) = field.type, reference.by == nil { add(reference.target, field.column) }
        }
        if let parent = type.parent, let name = type.parentField {
            add(parent, SQLName.column(name))
            if types[parent] != nil {
                columns.append(SQLName.column(name))
                targets.append(.parent(parent))
            }
        }
        let list = columns.map(SQLName.quoted).joined(separator: ", ")
        let reader = Reader(
            statement: try BulkStatement(kept: "SELECT \(list) FROM \(SQLName.quoted(type.table)) WHERE _id = ?", in: db), targets: targets)
        readers[type.id] = reader
        return reader
    }
}
