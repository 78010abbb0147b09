import GRDB

/// Decides whether an actor may act on a record.
///
/// Any relation that the act names is enough, unless the actor also reads the record by a more limited one: of several relations to one case
/// the most limited decides (design 3.1).
struct ActRights {
    let type: RecordType
    let live: LiveConfiguration
    let standing: Standing
    let db: Database

    /// The decision for a record that is there.
    func decide(_ number: Int64, by relations: [String]) throws -> RightDecision {
        let source = "\(SQLName.quoted(type.table)) r WHERE r._id = ?"
        var decision = try decide(by: relations, type.read, from: source, [number.databaseValue])
        let kept = RelationSQL(type, row: "r", standing: standing, live: live).isKeptBack
        if decision.isAllowed, kept != "0" {
            let isKept = try Bool.fetchOne(db, sql: "SELECT \(kept) FROM \(source)", arguments: [number])
            if isKept == true { decision.isAllowed = false }
        }
        return decision
    }

    /// The decision for a record that is about to be made, from the values that it will have.
    func decide(new values: [(column: String, value: DatabaseValue)], by relations: [String]) throws -> RightDecision {
        guard standing.person != nil else { return unlimited(relations) }
        let known = Set(values.map(\.column))
        let others = live.memory.columns(of: type).filter { !known.contains($0) && $0 != "_id" && $0 != "_author" }
        let columns =
            ["0 AS _id", "'' AS _author"] + values.map { "? AS \(SQLName.quoted($0.column))" }
            + others.map { "NULL AS \(SQLName.quoted($0))" }
        // A record that is not there has reached no state, so that what is granted once it has cannot hold.
        let grants = type.read.filter { $0.once == nil }
        return try decide(by: relations, grants, from: "(SELECT \(columns.joined(separator: ", "))) r", values.map(\.value))
    }

    /// - Parameter grants: the grants of reading that may hold.
    private func decide(
        by relations: [String], _ grants: [ReadGrant], from source: String, _ arguments: [DatabaseValue]
    ) throws -> RightDecision {
        guard standing.person != nil else { return unlimited(relations) }
        let sql = RelationSQL(type, row: "r", standing: standing, live: live)
        let conditions = grants.map(sql.condition) + relations.map(sql.condition)
        var decision = RightDecision(isAllowed: false, held: [], deciding: [], allowed: relations, actor: standing.actor)
        guard !conditions.isEmpty,
            let row = try Row.fetchOne(
                db, sql: "SELECT \(conditions.joined(separator: ", ")) FROM \(source)", arguments: StatementArguments(arguments))
        else { return decision }
        let holds = conditions.indices.map { (row[$0] as Int64?) == 1 }
        let reading = zip(grants, holds).filter(\.1).map(\.0)
        let acting = zip(relations, holds[grants.count...]).filter(\.1).map(\.0)
        let smallest = reading.map(Self.size).min()
        let limited = reading.filter { Self.size($0) == smallest }.map(\.relation)
        let reads = Set(type.read.map(\.relation))
        decision.held = Self.unique(reading.map(\.relation) + acting)
        decision.deciding = Self.unique(limited + acting.filter { !reads.contains($0) })
        decision.isAllowed = acting.contains(where: decision.deciding.contains)
        return decision
    }

    /// The operator, the system, and whoever has shown a token may do all that is not sealed.
    private func unlimited(_ relations: [String]) -> RightDecision {
        RightDecision(isAllowed: true, held: [], deciding: [], allowed: relations, actor: standing.actor)
    }

    private static func size(_ grant: ReadGrant) -> Int {
        switch grant.reading {
        case .all: Int.max
        case .fields(let names): names.count
        }
    }

    private static func unique(_ words: [String]) -> [String] {
        var seen: Set<String> = []
        return words.filter { seen.insert($0).inserted }
    }
}
