public import GRDB

/// Finds the person whose record it is, at the end of the path that its type names as owner.
public final class RecordOwnerFinder {
    private let db: Database
    private let types: [String: RecordType]
    private var statements: [String: BulkStatement] = [:]

    public init(_ index: DeclarationIndex, in db: Database) {
        self.db = db
        types = index.types
    }

    /// The person's internal key; nil where the path leads to no one, or there is no such record.
    public func find(_ kind: String, _ number: Int64) throws -> Int64? {
        guard let path = types[kind]?.owner, !path.isEmpty else { return nil }
        var (kind, number) = (kind, number)
        for name in path {
            guard let step = step(name, from: kind) else { return nil }
            let query = try statement("SELECT \(SQLName.quoted(step.column)) FROM \(SQLName.quoted(step.table)) WHERE \(step.key) = ?")
            query.bind(1, number)
            guard let next = try query.first({ $0.kind(0) == .integer ? $0.integer(0) : nil }) ?? nil else { return nil }
            (kind, number) = (step.target, next)
        }
        return kind == KernelRecord.person.rawValue ? number : nil
    }

    private func step(_ name: String, from kind: String) -> (table: String, key: String, column: String, target: String)? {
        if let type = types[kind] {
            if let parent = type.parent, type.parentField == name { return (type.table, "_id", SQLName.column(name), parent) }
            guard let field = type.field(name), case .reference(let reference) = field.type, reference.by == nil else { return nil }
            return (type.table, "_id", field.column, reference.target)
        }
        guard let record = KernelRecord(rawValue: kind), record.hasNumber,
            let reference = record.references.first(where: { $0.name == name })
        else { return nil }
        return (record.table, record.key, reference.name, reference.target.rawValue)
    }

    private func statement(_ sql: String) throws -> BulkStatement {
        if let known = statements[sql] { return known }
        let statement = try BulkStatement(db, sql)
        statements[sql] = statement
        return statement
    }
}
