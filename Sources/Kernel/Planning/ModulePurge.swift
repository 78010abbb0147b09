public import GRDB

/// `kernel.module.purge`: deletes what a removed module left: its records, and what hangs on them.
///
/// Only what `apply` has closed can be deleted. Rows, search rows, states, deadlines, extensions, assignments, letters, completions, prints of
/// its reports and files that nothing else names go, and so do the payloads of the events that tell of the records. The headers of the
/// events stay, since the chain of the log covers them.
public struct ModulePurge: TypedAction {
    /// What was deleted, and what is left.
    public struct Effect: Sendable {
        /// How many records of each kind were deleted.
        public var records: [(kind: String, count: Int)] = []
        public var letters = 0
        /// The events whose payload was deleted; their headers stay.
        public var events = 0
        /// Digests of files that no row names any more; `sweep` takes them off the disk.
        public var files: [String] = []
        /// What is left that names the module, by table: what an orphan scan finds afterwards.
        public var left: [(table: String, count: Int)] = []
    }

    public let declaration: ActionDeclaration

    public init() {
        var declaration = ActionDeclaration(
            name: "kernel.module.purge",
            title: Text(
                nb: "slette det en modul etterlot", nn: "slette det ein modul let etter seg", en: "delete what a module left behind"),
            roles: ["admin"])
        declaration.checksReferencesAtEnd = true
        self.declaration = declaration
    }

    /// - Parameter id: the module.
    public func check(_ id: String, in db: Database, context: RunContext) throws -> String {
        let known = try String.fetchAll(db, sql: "SELECT id FROM kernel_module WHERE state = 'removed' ORDER BY id")
        guard let state = try String.fetchOne(db, sql: "SELECT state FROM kernel_module WHERE id = ?", arguments: [id]) else {
            throw PurgeRefusal.nothing(id, known: known)
        }
        guard state == "removed" else { throw PurgeRefusal.live(id) }
        return id
    }

    public func perform(_ id: String, in transaction: ActionTransaction) throws -> ActionOutcome<Effect> {
        let db = transaction.db
        let formers = try FormerNames.load(db)
        let installation = ModuleInstallation(id: id, db: db, formers: formers)
        let types = try installation.installed()
        let tables = try String.fetchAll(db, sql: "SELECT name FROM kernel_module_table WHERE module = ?", arguments: [id])
        try requireUnreferenced(types, tables, id, db)
        var effect = Effect()
        for type in types {
            let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(SQLName.quoted(type.table))") ?? 0
            effect.records.append((type.id, count))
        }
        let kinds = types.flatMap { formers.kinds($0.id) + $0.was.map { "\(id).\($0)" } }
        effect.letters = try Self.count("kernel_notice WHERE kind", kinds, db)
        let digests = try files(in: tables, db)
        let events = try Int64.fetchAll(
            db,
            sql: """
                SELECT sequence FROM kernel_event WHERE module = ?1
                UNION SELECT event FROM kernel_event_record WHERE kind IN (SELECT value FROM json_each(?2)) ORDER BY 1
                """, arguments: [id, Self.list(kinds)])
        try TableInstaller(module: id, db: db, formers: formers).install(types, [])
        try forget(id, kinds, db)
        let references = try ReferenceSearch(to: "kernel_file", in: db)
        for digest in digests where try !references.finds(digest) {
            try db.execute(sql: "DELETE FROM kernel_file WHERE digest = ?", arguments: [digest])
            effect.files.append(digest)
        }
        effect.events = events.count
        let counts = effect.records.map { (key: $0.kind, value: JSONValue.integer($0.count)) }
        try transaction.emit(
            NewEvent(
                "kernel.module.purged",
                payload: .object([
                    ("module", .string(id)), ("records", .object(counts)), ("letters", .integer(effect.letters)),
                    ("files", .integer(effect.files.count)),
                ])))
        if !events.isEmpty {
            let eraser = try transaction.emit(
                NewEvent(EventLog.erasure, records: events.map { .event($0) }, payload: .object([("module", .string(id))])))
            try EventLog.erase(payloadsOf: events, by: eraser, in: db)
        }
        effect.left = try left(id, kinds, db)
        return ActionOutcome(id: id, state: "purged", effect: effect)
    }

    /// Takes the files of a purge off the disk, after it was committed.
    public static func sweep(_ effect: Effect, store: Store) { FileStore(store: store.path).sweep(effect.files) }

    /// Records of other modules that point here would lose what they point at.
    private func requireUnreferenced(_ types: [RecordType], _ tables: [String], _ id: String, _ db: Database) throws {
        for type in types {
            let references = try Row.fetchAll(
                db,
                sql: """
                    SELECT s.name, f."from" AS "column", m.module FROM sqlite_schema s JOIN pragma_foreign_key_list(s.name) f
                    JOIN kernel_module_table m ON m.name = s.name
                    WHERE s.type = 'table' AND f."table" = ? COLLATE NOCASE AND m.module != ? ORDER BY 1, 2
                    """, arguments: [type.table, id])
            for reference in references {
                let (table, column): (String, String) = (reference["name"], reference["column"])
                let sql = "SELECT EXISTS (SELECT 1 FROM \(SQLName.quoted(table)) WHERE \(SQLName.quoted(column)) IS NOT NULL)"
                if try Bool.fetchOne(db, sql: sql) == true { throw PurgeRefusal.referenced(id, by: reference["module"]) }
            }
        }
    }

    /// The digests of all files that rows of the tables name.
    private func files(in tables: [String], _ db: Database) throws -> [String] {
        var digests: Set<String> = []
        for table in tables {
            let columns = try String.fetchAll(
                db, sql: "SELECT \"from\" FROM pragma_foreign_key_list(?) WHERE \"table\" = 'kernel_file' COLLATE NOCASE",
                arguments: [table])
            for column in columns {
                let name = SQLName.quoted(column)
                digests.formUnion(
                    try String.fetchAll(db, sql: "SELECT DISTINCT \(name) FROM \(SQLName.quoted(table)) WHERE \(name) IS NOT NULL"))
            }
        }
        return digests.sorted()
    }

    /// What the kernel kept for the module besides its tables.
    private func forget(_ id: String, _ kinds: [String], _ db: Database) throws {
        for table in ["kernel_state", "kernel_deadline", "kernel_extension", "kernel_assignment", "kernel_notice"] {
            try db.execute(
                sql: "DELETE FROM \(table) WHERE kind IN (SELECT value FROM json_each(?))", arguments: [Self.list(kinds)])
        }
        let own = id + ".*"
        try db.execute(
            sql: "DELETE FROM kernel_completion WHERE activity IN (SELECT key FROM kernel_activity WHERE kind GLOB ?)", arguments: [own])
        for (table, column) in [
            ("kernel_print", "report"), ("kernel_print_field", "report"), ("kernel_subscription", "subscriber"),
            ("kernel_parked", "subscriber"),
            ("kernel_request", "action"),
        ] { try db.execute(sql: "DELETE FROM \(table) WHERE \(column) GLOB ?", arguments: [own]) }
        try db.execute(sql: "DELETE FROM kernel_module WHERE id = ?", arguments: [id])
    }

    /// What still names the module, by table.
    private func left(_ id: String, _ kinds: [String], _ db: Database) throws -> [(table: String, count: Int)] {
        var found: [(table: String, count: Int)] = []
        let tables = try String.fetchAll(
            db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB ? ORDER BY name", arguments: [id + "_*"])
        found += tables.map { ($0, 0) }
        for table in ["kernel_state", "kernel_deadline", "kernel_extension", "kernel_assignment", "kernel_notice"] {
            found.append((table, try Self.count("\(table) WHERE kind", kinds, db)))
        }
        let headers =
            try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM (SELECT sequence FROM kernel_event WHERE module = ?1
                    UNION SELECT event FROM kernel_event_record WHERE kind IN (SELECT value FROM json_each(?2)))
                    """, arguments: [id, Self.list(kinds)]) ?? 0
        found.append(("kernel_event", headers))
        found.append(
            (
                "kernel_activity",
                try Int.fetchOne(db, sql: "SELECT count(*) FROM kernel_activity WHERE kind GLOB ?", arguments: [id + ".*"]) ?? 0
            ))
        found.append(
            (
                "kernel_snapshot_file",
                try Int.fetchOne(db, sql: "SELECT count(*) FROM kernel_snapshot_file WHERE path GLOB ?", arguments: ["Modules/\(id)/*"])
                    ?? 0
            ))
        return found.filter { $0.count > 0 || $0.table.hasPrefix(id + "_") }
    }

    private static func count(_ place: String, _ kinds: [String], _ db: Database) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT count(*) FROM \(place) IN (SELECT value FROM json_each(?))", arguments: [list(kinds)]) ?? 0
    }

    private static func list(_ words: [String]) -> String { JSONValue.array(words.map { .string($0) }).compact }
}

/// Why what a module left cannot be deleted.
public enum PurgeRefusal: ExplainedError {
    /// The module is not among those that were removed with work.
    case nothing(String, known: [String])
    /// It is live.
    case live(String)
    /// Records of another module point at its records.
    case referenced(String, by: String)

    public var kind: ErrorKind { if case .nothing = self { .badInput } else { .refused } }

    public var message: Text {
        switch self {
        case .nothing(let id, _):
            Text(
                nb: "modulen «\(id)» har ikke etterlatt noe", nn: "modulen «\(id)» har ikkje late noko etter seg",
                en: "module '\(id)' has left nothing behind")
        case .live(let id):
            Text(
                nb: "modulen «\(id)» er i drift, og det som er i drift, slettes ikke",
                nn: "modulen «\(id)» er i drift, og det som er i drift, blir ikkje sletta",
                en: "module '\(id)' is live, and what is live is not deleted")
        case .referenced(let id, let other):
            Text(
                nb: "poster i modulen «\(other)» viser til poster i «\(id)»", nn: "postar i modulen «\(other)» viser til postar i «\(id)»",
                en: "records of module '\(other)' refer to records of '\(id)'")
        }
    }

    public var help: Text? {
        switch self {
        case .nothing(_, let known): known.isEmpty ? nil : Text(verbatim: known.joined(separator: ", "))
        case .live(let id):
            Text(
                nb: "kjerne modules remove \(id), så kjerne apply --lose-work; deretter dette",
                nn: "kjerne modules remove \(id), så kjerne apply --lose-work; deretter dette",
                en: "kjerne modules remove \(id), then kjerne apply --lose-work; then this")
        case .referenced(_, let other):
            Text(nb: "slett «\(other)» først", nn: "slett «\(other)» først", en: "delete '\(other)' first")
        }
    }
}
