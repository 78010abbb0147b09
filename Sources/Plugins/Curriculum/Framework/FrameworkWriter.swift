import GRDB
import Kernel

/// Writes what a source says of a framework, so that nothing is overwritten: a changed element closes its revision and begins another.
///
/// ```swift
/// let writer = try FrameworkWriter(framework, source: source.name, in: transaction)
/// for element in elements { try writer.add(element) }
/// return try writer.finish(wholeTypes: ["kompetansemaal-lk20"], digest: digest)
/// ```
/// A source that says nothing new leaves no trace at all.
final class FrameworkWriter {
    /// What is in the store of an element.
    private struct Known {
        var element: Int64
        /// The current revision; nil for an element that was withdrawn.
        var revision: Int64?
        var type: String
        var digest: String
        var changed: String?
        var isSeen = false
    }

    let framework: Framework
    private let source: String
    private let transaction: ImportTransaction
    private let tables: FrameworkTables
    private var known: [String: Known] = [:]
    private var number: Int64?
    /// Whether the source says something else of the framework as a whole than the store.
    private var hasNewHead = false
    private var load: Int64?
    private(set) var counts = LoadCounts()
    private var oddities: [Oddity] = []

    /// - Parameters:
    ///   - source: the source's name as the person gave it.
    init(_ framework: Framework, source: String, in transaction: ImportTransaction) throws {
        self.framework = framework
        self.source = source
        self.transaction = transaction
        tables = try FrameworkTables(transaction)
        number = try Int64.fetchOne(
            transaction.db, sql: "SELECT _id FROM curriculum_framework WHERE name = ?", arguments: [framework.id])
        guard let number else { return }
        let head = try Row.fetchOne(
            transaction.db,
            sql: "SELECT title, publisher, licence, credit, language, edition FROM curriculum_framework WHERE _id = ?", arguments: [number])
        // A single object says nothing of its framework.
        hasNewHead = !framework.title.isEmpty && head.map { row in !framework.hasHead((0..<6).map { row[$0] }) } ?? false
        let sql = """
            SELECT e.code, e._id, r._id, e.type, r.digest, r.modified FROM curriculum_element e
            LEFT JOIN curriculum_revision r ON r.element = e._id AND r."until" IS NULL WHERE e.framework = ?
            """
        let rows = try Row.fetchCursor(transaction.db, sql: sql, arguments: [number])
        while let row = try rows.next() {
            known[row[0]] = Known(element: row[1], revision: row[2], type: row[3], digest: row[4] ?? "", changed: row[5])
        }
    }

    /// When the current revision of an element was last changed upstream, and its digest; nil where there is none.
    func current(_ code: String) -> (digest: String, modified: String?)? {
        known[code].flatMap { $0.revision == nil ? nil : ($0.digest, $0.changed) }
    }

    /// The object of the current revision of an element, as it came; nil where there is none.
    func raw(_ code: String) throws -> [UInt8]? {
        guard let revision = known[code]?.revision else { return nil }
        let sql = "SELECT raw FROM curriculum_revision WHERE _id = ?"
        return try String.fetchOne(transaction.db.cachedStatement(sql: sql), arguments: [revision]).map { Array($0.utf8) }
    }

    /// Whether an element of that code is in the store, or has been added.
    func knows(_ code: String) -> Bool { known[code] != nil }

    /// The types of all elements that are in the store or have been added.
    var types: Set<String> { Set(known.values.map(\.type)) }

    /// What the store has of some types and the source does not name.
    func remaining(of types: [String]) throws -> [(code: String, type: String, state: Holding.State)] {
        let sql = "SELECT status, valid_from, valid_to FROM curriculum_revision WHERE _id = ?"
        var found: [(code: String, type: String, state: Holding.State)] = []
        for (code, entry) in known where !entry.isSeen && types.contains(entry.type) {
            guard let revision = entry.revision,
                let row = try Row.fetchOne(transaction.db.cachedStatement(sql: sql), arguments: [revision])
            else { continue }
            found.append((code, entry.type, Holding.State(status: row[0], from: row[1], to: row[2])))
        }
        return found
    }

    /// Something that is wrong upstream, kept with the load.
    func note(_ oddity: Oddity) { oddities.append(oddity) }

    /// Takes in what the source says of one element; each code once.
    func add(_ element: Element) throws {
        counts.objects += 1
        var entry = known[element.code]
        if var same = entry, same.revision != nil, same.digest == element.digest {
            same.isSeen = true
            known[element.code] = same
            counts.unchanged += 1
            return
        }
        let load = try beginLoad()
        if let revision = entry?.revision {
            try tables.close(revision, load)
            counts.changed += 1
        } else {
            counts.new += 1
        }
        let owner = try entry?.element ?? tables.insert(element, of: framework.id, beginFramework())
        let revision = try tables.insert(element, of: framework.id, revisionOf: owner, since: load)
        try tables.insert(element.links, of: element, framework: framework.id, revision)
        entry = Known(
            element: owner, revision: revision, type: element.type, digest: element.digest, changed: element.modified, isSeen: true)
        known[element.code] = entry
    }

    /// Ends the load.
    ///
    /// - Parameters:
    ///   - wholeTypes: types of which the source holds every element: what it does not name is withdrawn.
    ///   - digest: SHA-256 of the source, in hexadecimal.
    func finish(wholeTypes: Set<String>, digest: String) throws -> ImportOutcome {
        for (code, entry) in known.sorted(by: { $0.key < $1.key }) where !entry.isSeen && wholeTypes.contains(entry.type) {
            guard let revision = entry.revision else { continue }
            try tables.close(revision, beginLoad())
            known[code]?.revision = nil
            counts.withdrawn += 1
        }
        if hasNewHead, let number {
            _ = try beginLoad()
            try tables.update(framework, number)
        }
        if let load {
            let told = try toldOddities()
            for oddity in oddities where !told.contains(oddity) { try tables.insert(oddity, load) }
            try tables.finish(load, counts, digest, isWhole: !wholeTypes.isEmpty)
        }
        return ImportOutcome(
            id: framework.id, digest: digest,
            counts: [
                ("objects", counts.objects), ("new", counts.new), ("changed", counts.changed), ("withdrawn", counts.withdrawn),
                ("unchanged", counts.unchanged), ("oddities", oddities.count),
            ], isUnchanged: load == nil, summary: counts.text(oddities: oddities.count))
    }

    /// The oddities that earlier loads of the framework have told: what is still so is not kept again.
    private func toldOddities() throws -> Set<Oddity> {
        let sql = """
            SELECT o.kind, o.type, o.code, o.file, o.path, o.found FROM curriculum_oddity o
            JOIN curriculum_load l ON l._id = o.load WHERE l.framework = ?
            """
        var told: Set<Oddity> = []
        let rows = try Row.fetchCursor(transaction.db, sql: sql, arguments: [number])
        while let row = try rows.next() {
            guard let kind = OddityKind(rawValue: row[0]) else { continue }
            told.insert(Oddity(kind: kind, type: row[1], code: row[2], file: row[3], path: row[4], found: row[5]))
        }
        return told
    }

    private func beginFramework() throws -> Int64 {
        if let number { return number }
        let made = try tables.insert(framework)
        number = made
        return made
    }

    private func beginLoad() throws -> Int64 {
        if let load { return load }
        let made = try tables.insertLoad(of: beginFramework(), source: source, at: transaction.instant)
        load = made
        return made
    }
}
