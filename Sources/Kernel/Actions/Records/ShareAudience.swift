import GRDB

/// The people whom a row that shares names, now.
struct ShareAudience {
    /// How letters and rights name them.
    static let relation = "audience"

    let type: RecordType
    let live: LiveConfiguration
    let db: Database

    /// Their internal keys, sorted: everyone in all the places that the row names for whom the condition holds by which she reads it.
    func people(of number: Int64, at instant: Instant) throws -> [Int64] {
        guard type.shares != nil else { return [] }
        var candidates: Set<Int64>?
        for place in type.places {
            let value = try DatabaseValue.fetchOne(
                db, sql: "SELECT \(SQLName.quoted(place.field.column)) FROM \(SQLName.quoted(type.table)) WHERE _id = ?",
                arguments: [number])
            guard let value, !value.isNull else { continue }
            let found = try people(in: place.target, value)
            candidates = candidates.map { $0.intersection(found) } ?? found
        }
        let asked = AskedAt(instant, in: live.timeZone)
        return try (candidates ?? []).sorted().filter { try isNamed($0, number, asked) }
    }

    /// Those who may be meant by a place, and perhaps others.
    private func people(in target: KernelRecord, _ value: DatabaseValue) throws -> Set<Int64> {
        let sql: String
        switch target {
        case .person: sql = "SELECT ?1"
        case .group: sql = "SELECT person FROM kernel_group_member WHERE \"group\" = ?1"
        case .organisation: sql = "SELECT person FROM kernel_affiliation WHERE organisation = ?1"
        case .offering:
            // Who has a role in the institution that gives the course has it in the offering too.
            sql = "SELECT person FROM kernel_enrolment WHERE offering = ?1 AND state = 'active' UNION SELECT person FROM kernel_affiliation"
        default: return []
        }
        return Set(try Int64.fetchAll(db.cachedStatement(sql: sql), arguments: [value]))
    }

    private func isNamed(_ person: Int64, _ number: Int64, _ asked: AskedAt) throws -> Bool {
        let standing = try Standing(.person(person), at: asked, in: db, memory: live.memory)
        let statement = live.memory.statement("\(Self.relation) \(type.id) \(standing.shape)") { places in
            let sql = RelationSQL(type, row: "r", standing: standing, live: live, places: places)
            return "SELECT 1 FROM \(SQLName.quoted(type.table)) r WHERE \(sql.condition(Self.relation)) AND r._id = ?"
        }
        let query = try statement.kept(for: standing, in: db)
        query.bind(statement.next, number)
        return try query.first { _ in true } ?? false
    }
}
