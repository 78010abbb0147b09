import GRDB

/// Whose yes a row that shares waits for: that of everyone whom the shared record names under `agreed-by`.
///
/// As long as one is missing, the row is in the state `asks` and shares nothing. Who makes it has said yes with that.
struct ShareAgreement {
    private let type: RecordType
    private let terms: ShareTerms
    private let asks: String
    private let agreed: Field
    private let live: LiveConfiguration
    private let transaction: ActionTransaction

    /// - Returns: nil for a record that shares nothing, or asks nobody.
    init?(_ type: RecordType, live: LiveConfiguration, _ transaction: ActionTransaction) {
        guard let terms = type.shares, let asks = terms.asks, let agreed = terms.agreed.flatMap(type.field) else { return nil }
        (self.type, self.terms, self.asks, self.agreed, self.live, self.transaction) = (type, terms, asks, agreed, live, transaction)
    }

    /// Notes the yes of who makes a row.
    ///
    /// - Returns: the state in which the row begins.
    /// - Throws: `ShareRefusal.nobodyToAsk` where the shared record does not say whose yes is needed.
    func begin(_ values: inout [String: FieldValue]) throws -> String {
        let parties = try parties(of: scalar(values[terms.record]), scalar(values[terms.number]))
        guard !parties.isEmpty else { return terms.state }
        let own = try actor().map { parties.contains($0) ? [$0] : [] } ?? []
        values[agreed.name] = list(own)
        return parties.isSubset(of: own) ? terms.state : asks
    }

    /// Whether a transition is the one by which somebody says yes.
    func isAgreement(_ transition: Transition) -> Bool { transition.to == terms.state && transition.from == [asks] }

    /// Notes the yes of who acts.
    ///
    /// - Returns: the yeses that there are then, and whether none is missing.
    /// - Throws: `ShareRefusal.notAsked` for one whose yes is not needed, or is there.
    func agree(_ number: Int64) throws -> (values: [String: FieldValue], isWhole: Bool) {
        let row = try Row.fetchOne(
            transaction.db,
            sql: "SELECT \(column(terms.record)), \(column(terms.number)) FROM \(SQLName.quoted(type.table)) WHERE _id = ?",
            arguments: [number])
        let parties = try parties(of: row?[0], row?[1])
        let table = SQLName.quoted(SQLName.list(table: type.table, field: agreed.name))
        let there = try Int64.fetchAll(
            transaction.db, sql: "SELECT value FROM \(table) WHERE record = ? ORDER BY position", arguments: [number])
        guard let person = try actor(), parties.contains(person), !there.contains(person) else { throw ShareRefusal.notAsked }
        return ([agreed.name: list(there + [person])], parties.isSubset(of: there + [person]))
    }

    private func actor() throws -> Int64? { try transaction.standing().person }

    private func list(_ people: [Int64]) -> FieldValue { .list(people.map { .scalar($0.databaseValue) }) }

    private func scalar(_ value: FieldValue?) -> DatabaseValue? { if case .scalar(let value)? = value { value } else { nil } }

    private func column(_ field: String) -> String { SQLName.quoted(type.field(field)?.column ?? field) }

    /// Everyone whose yes is needed for one record.
    private func parties(of kind: DatabaseValue?, _ number: DatabaseValue?) throws -> Set<Int64> {
        guard let kind = kind.flatMap(String.fromDatabaseValue), let number = number.flatMap(Int64.fromDatabaseValue),
            let shared = live.record("\(type.module).\(kind)"), let relations = shared.sharing?.agreedBy
        else { return [] }
        return try relations.reduce(into: Set<Int64>()) { parties, relation in
            let named = try people(relation, of: shared, number)
            guard !named.isEmpty else {
                throw ShareRefusal.nobodyToAsk(shared.field(relation)?.label ?? Text(verbatim: relation))
            }
            parties.formUnion(named)
        }
    }

    private func people(_ relation: String, of shared: RecordType, _ number: Int64) throws -> [Int64] {
        let table = SQLName.quoted(shared.table)
        guard let field = shared.field(relation) else {
            return try Int64.fetchAll(
                transaction.db, sql: "SELECT p.key FROM \(table) r JOIN kernel_person p ON r._author = 'person:' || p.key WHERE r._id = ?",
                arguments: [number])
        }
        if case .list = field.type {
            let list = SQLName.quoted(SQLName.list(table: shared.table, field: relation))
            return try Int64.fetchAll(transaction.db, sql: "SELECT value FROM \(list) WHERE record = ?", arguments: [number])
        }
        let column = SQLName.quoted(field.column)
        return try Int64.fetchAll(
            transaction.db, sql: "SELECT \(column) FROM \(table) WHERE _id = ? AND \(column) IS NOT NULL", arguments: [number])
    }
}
