import GRDB

extension ConformanceTrial {
    /// Records of every type go through their own actions and come back as they were given; what harms nothing is refused or kept whole.
    func roundTrip() -> ConformanceCheck {
        var check = ConformanceCheck(.roundTrip, [])
        do {
            let live = try store.read { try LiveConfiguration.load($0, linked: linked) }
            var trip = ConformanceRoundTrip(ConformanceRun(live: live, store: store, folder: folder))
            for type in live.recordTypes where type.module == id {
                // An anonymous answer cannot be found again, and what importers write is read by the check of formats.
                guard !type.isAnonymous, !type.isBulk else { continue }
                do { try trip.check(type) } catch { trip.faults.append(fault(type.id, error, type.span)) }
            }
            check.faults = trip.faults
            check.unchecked = trip.unchecked.sorted()
        } catch { check.faults.append(fault("round-trip", error, nil)) }
        return check
    }

    /// What the module's store means after the same was done with the same seed, log and salts included.
    func seeded() throws -> (digest: String, unchecked: [String]) {
        try apply(workspace)
        let live = try store.read { try LiveConfiguration.load($0, linked: linked) }
        let digest = try store.rehearse { db in
            try populate(live, db)
            // Pseudonyms come from the operating system whatever the seed: whoever knew it could draw them again.
            for type in live.pseudonymous {
                try db.execute(
                    sql: "UPDATE \(SQLName.quoted(type.table)) SET _author = ? || _id WHERE _author LIKE ?",
                    arguments: [Pseudonyms.prefix, Pseudonyms.prefix + "%"])
            }
            let log = try String.fetchAll(db, sql: "SELECT hex(hash) FROM kernel_event ORDER BY sequence")
            return try ContentDigest.of(db) + Digest.hex(Array(log.joined().utf8))
        }
        let matrix = ConformanceMatrix(live: live, store: store, folder: folder)
        var (digests, unchecked): ([String], [String]) = ([digest], [])
        for coded in live.module(id)?.declarations.actions ?? [] {
            guard let action = ActionCatalog(live).find(coded.id) else { continue }
            let before = digests.count
            _ = try matrix.acts(coded: action) { digests.append($1) }
            if digests.count == before { unchecked.append(coded.id) }
        }
        return (digests.joined(separator: " "), unchecked)
    }

    /// The module goes while there is work in it, and returns: all of its rows are as before, and meanwhile no one reaches them.
    func life(without: Workspace) -> ConformanceCheck {
        var check = ConformanceCheck(.life, [])
        // There is no older manifest to upgrade from.
        check.unchecked = ["upgrade"]
        do {
            try apply(workspace)
            let live = try store.read { try LiveConfiguration.load($0, linked: linked) }
            let before = try store.write(durability: .normal) { db in
                try populate(live, db)
                return try rows(db)
            }
            for (wanted, isLive) in [(without, false), (workspace, true)] {
                try apply(wanted)
                let (after, types) = try store.read { db in
                    (try rows(db), try LiveConfiguration.load(db, linked: linked).recordTypes.filter { $0.module == id })
                }
                for table in Set(before.keys).union(after.keys).sorted() where before[table] != after[table] {
                    // Deadlines stand still while no module says what they are.
                    if !isLive && table.hasPrefix("kernel_deadline") { continue }
                    check.faults.append(.lostRows(table, at: nil))
                }
                if !isLive, let open = types.first { check.faults.append(.leftBehind(open.id)) }
            }
        } catch { check.faults.append(fault("apply", error, nil)) }
        return check
    }

    /// A record of each type, those that hang under others first, each as far along its workflow as it goes.
    private func populate(_ live: LiveConfiguration, _ db: Database) throws {
        let declaration = ActionDeclaration(name: "kernel.module.try", title: Text(verbatim: id), roles: [])
        let transaction = try ActionTransaction(declaration, context, db, live: live)
        let walker = ConformanceWalk(live: live)
        try walker.stage(db, transaction)
        try transaction.listen(live.registry, audience: live.audience)
        for type in live.recordTypes.reversed() where type.module == id {
            let isThere = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM \(SQLName.quoted(type.table)))") ?? false
            // What cannot be made is the check of workflows to tell.
            if !isThere { try attempt(db, transaction) { _ = try walker.make(type, in: transaction) } }
        }
        for type in live.recordTypes where type.module == id {
            guard let workflow = type.workflow,
                let number = try Int64.fetchOne(db, sql: "SELECT min(_id) FROM \(SQLName.quoted(type.table))")
            else { continue }
            let paths = ConformanceTrial.paths(workflow)
            let path = workflow.states.filter(\.isFinal).compactMap { paths[$0.name] }.first ?? []
            try attempt(db, transaction) {
                for transition in path {
                    guard let content = try transaction.records.load(type, number), transition.from.contains(content.state ?? "") else {
                        return
                    }
                    try walker.take(type, number, transition, in: transaction)
                }
            }
        }
    }

    private func attempt(_ db: Database, _ transaction: ActionTransaction, _ body: () throws -> Void) throws {
        let mark = try transaction.mark()
        try db.inSavepoint {
            do {
                try body()
                return .commit
            } catch {
                transaction.rewind(to: mark)
                return .rollback
            }
        }
    }

    /// Every row that is kept for the module, table by table; an index over texts follows from them.
    private func rows(_ db: Database) throws -> [String: [String]] {
        var found: [String: [String]] = [:]
        for name in try String.fetchAll(db, sql: "SELECT name FROM kernel_module_table WHERE module = ?", arguments: [id])
        where !name.hasSuffix("__search") {
            found[name] = try Row.fetchAll(db, sql: "SELECT * FROM \(SQLName.quoted(name)) ORDER BY 1, 2").map(\.description)
        }
        for name in ["kernel_state", "kernel_deadline", "kernel_assignment"] {
            let sql = "SELECT * FROM \(name) WHERE kind LIKE ? ORDER BY kind, record, 3, 4"
            found[name] = try Row.fetchAll(db, sql: sql, arguments: [id + ".%"]).map(\.description)
        }
        return found
    }
}
