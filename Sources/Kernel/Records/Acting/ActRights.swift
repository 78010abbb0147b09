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
        var decision = try decide(by: relations, from: source, [number.databaseValue])
        let kept = RelationSQL(type, row: "r", standing: standing, live: live).isKeptBack
        if decision.isAllowed, kept != "0" {
            let isKept = try Bool.fetchOne(db, sql: "SELECT \(kept) FROM \(source)", arguments: [number])
            if isKept == true { decision.isAllowed = false }
        }
        return decision
    }

    /// The decision for a record that is about to be made, from the values that it will have.
    func decide(new values: [(column: String, value: DatabaseValue)], by relations: [String]) throws -> RightDecision {
        let known = Set(values.map(\.column))
        let others = RecordTable(type: type).columns.map(\.name).filter { !known.contains($0) && $0 != "_id" && $0 != "_author" }
        let columns =
            ["0 AS _id", "'' AS _author"] + values.map { "? AS \(SQLName.quoted($0.column))" }
            + others.map { "NULL AS \(SQLName.quoted($0))" }
        return try decide(by: relations, from: "(SELECT \(columns.joined(separator: ", "))) r", values.map(\.value))
    }

    private func decide(by relations: [String], from source: String, _ arguments: [DatabaseValue]) throws -> RightDecision {
        guard standing.person != nil else {
            return RightDecision(isAllowed: true, held: [], deciding: [], allowed: relations, actor: standing.actor)
        }
        let sql = RelationSQL(type, row: "r", standing: standing, live: live)
        let conditions = type.read.map(sql.condition) + relations.map(sql.condition)
        var decision = RightDecision(isAllowed: false, held: [], deciding: [], allowed: relations, actor: standing.actor)
        guard !conditions.isEmpty,
            let row = try Row.fetchOne(
                db, sql: "SELECT \(conditions.joined(separator: ", ")) FROM \(source)", arguments: StatementArguments(arguments))
        else { return decision }
        let holds = conditions.indices.map { (row[$0] as Int64?) == 1 }
        let reading = zip(type.read, holds).filter(\.1).map(\.0)
        let acting = zip(relations, holds[type.read.count...]).filter(\.1).map(\.0)
        let smallest = reading.map(Self.size).min()
        let limited = reading.filter { Self.size($0) == smallest }.map(\.relation)
        let reads = Set(type.read.map(\.relation))
        decision.held = Self.unique(reading.map(\.relation) + acting)
        decision.deciding = Self.unique(limited + acting.filter { !reads.contains($0) })
        decision.isAllowed = acting.contains(where: decision.deciding.contains)
        return decision
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
