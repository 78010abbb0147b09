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
        var decision = try decide(by: relations, type.read, from: source, key: "", [number.databaseValue])
        guard decision.isAllowed, type.seal != nil, standing.actor != .system else { return decision }
        let statement = live.memory.statement("kept-back \(type.id) \(standing.shape)") { places in
            "SELECT \(RelationSQL(type, row: "r", standing: standing, live: live, places: places).isKeptBack) FROM \(source)"
        }
        let query = try statement.kept(for: standing, in: db)
        query.bind(statement.next, number)
        if try query.first({ $0.kind(0) != .null && $0.integer(0) != 0 }) == true { decision.isAllowed = false }
        return decision
    }

    /// The decision for a record that is about to be made, from the values that it will have.
    func decide(new values: [(column: String, value: DatabaseValue)], by relations: [String]) throws -> RightDecision {
        guard standing.person != nil else { return unlimited(relations) }
        // A record that is not there has reached no state, so that what is granted once it has cannot hold.
        let grants = type.read.filter { $0.once == nil }
        let key = values.map(\.column).joined(separator: " ")
        return try decide(by: relations, grants, from: source(new: values.map(\.column)), key: "new " + key, values.map(\.value))
    }

    /// The record that will be, as a row.
    private func source(new columns: [String]) -> String {
        let known = Set(columns)
        let others = live.memory.columns(of: type).filter { !known.contains($0) && $0 != "_id" && $0 != "_author" }
        let all =
            ["0 AS _id", "'' AS _author"] + columns.map { "? AS \(SQLName.quoted($0))" } + others.map { "NULL AS \(SQLName.quoted($0))" }
        return "(SELECT \(all.joined(separator: ", "))) r"
    }

    /// - Parameters:
    ///   - grants: the grants of reading that may hold.
    ///   - source: what the conditions are asked of.
    ///   - key: what tells the source from others of the same type.
    private func decide(
        by relations: [String], _ grants: [ReadGrant], from source: @autoclosure () -> String, key: String, _ arguments: [DatabaseValue]
    ) throws -> RightDecision {
        guard standing.person != nil else { return unlimited(relations) }
        var decision = RightDecision(
            isAllowed: false, held: [], deciding: [], allowed: relations, actor: standing.actor,
            words: RelationWords(live: live, type: type))
        guard !(grants.isEmpty && relations.isEmpty) else { return decision }
        let statement = live.memory.statement("act \(type.id) \(relations.joined(separator: " ")) of \(key) \(standing.shape)") { places in
            let sql = RelationSQL(type, row: "r", standing: standing, live: live, places: places)
            let conditions = grants.map(sql.condition) + relations.map(sql.condition)
            return "SELECT \(conditions.joined(separator: ", ")) FROM \(source())"
        }
        let query = try statement.kept(for: standing, in: db)
        for (position, value) in arguments.enumerated() { query.bind(statement.next + Int32(position), value) }
        let found = try query.first { row in
            (0..<Int32(grants.count + relations.count)).map { row.kind($0) != .null && row.integer($0) == 1 }
        }
        guard let holds = found else { return decision }
        let reading = zip(grants, holds).filter(\.1).map(\.0)
        let acting = zip(relations, holds[grants.count...]).filter(\.1).map(\.0)
        // What everyone is, nobody can be without, so it limits no one who is more.
        let own = reading.filter { $0.relation != ReadGrant.everyone }
        let smallest = (own.isEmpty ? reading : own).map(Self.size).min()
        let limited = (own.isEmpty ? reading : own).filter { Self.size($0) == smallest }.map(\.relation)
        let reads = Set(type.read.map(\.relation))
        decision.held = Self.unique(reading.map(\.relation) + acting)
        decision.deciding = Self.unique(limited + acting.filter { !reads.contains($0) })
        decision.isAllowed = acting.contains(where: decision.deciding.contains)
        // A relation that is named for reading counts only where its grant holds.
        let holding = Set(reading.map(\.relation))
        decision.unmet = type.read.filter { !holding.contains($0.relation) && acting.contains($0.relation) }.map { grant in
            (grant.relation, (grant.once.map { ["once: \($0)"] } ?? []) + grant.filters.map(Self.condition))
        }
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

    private static func condition(_ filter: ReadGrant.Filter) -> String {
        filter.path.joined(separator: ".") + ": " + filter.values.joined(separator: " | ")
    }

    private static func unique(_ words: [String]) -> [String] {
        var seen: Set<String> = []
        return words.filter { seen.insert($0).inserted }
    }
}
