import Foundation
import GRDB

/// The records of a module as JSON Lines: a record a line, those above before those below, then each file that they name.
///
/// ```json
/// {"record":"notes.note","id":1,"state":"draft","version":2,"created":"2027-09-20T08:00:00Z","changed":"…","fields":{"text":"…"}}
/// {"file":"9f86d0…","type":"application/pdf","size":4711,"base64":"…"}
/// ```
public struct ModuleRecords {
    /// How much was written, and what no one may read.
    public struct Summary: Sendable, Equatable {
        public var records = 0
        public var files = 0
        /// Records that are there and hidden from the one who writes.
        public var hidden = 0
        /// Kinds of record that are under a seal, or without a writer, by name: how many are left out is not told.
        public var veiled: [String] = []
        /// Fields that are sealed in some record, by name.
        public var sealed: [String] = []
        /// Files that are lost on disk.
        public var lost: [String] = []
    }

    private let live: LiveConfiguration
    private let store: Store

    public init(live: LiveConfiguration, store: Store) { (self.live, self.store) = (live, store) }

    /// The lines, as the actor may see them.
    ///
    /// - Parameter id: a live module.
    public func lines(of id: String, as actor: Actor, at instant: Instant) throws -> (lines: [UInt8], summary: Summary) {
        var summary = Summary()
        var lines: [UInt8] = []
        func put(_ pairs: [(key: String, value: JSONValue)]) {
            lines += Array(JSONValue.object(pairs).compact.utf8)
            lines.append(0x0A)
        }
        try store.read { db in
            let reader = try RecordReader(live, as: actor, at: instant, in: db)
            var digests: Set<String> = []
            for type in order(live.recordTypes.filter { $0.module == id }) {
                let all = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(SQLName.quoted(type.table))") ?? 0
                let seen = try reader.read(type)
                if !type.isVeiled { summary.hidden += all - seen.count } else if all > seen.count { summary.veiled.append(type.name) }
                // A seal that is broken hides nothing.
                summary.sealed += type.fields.filter { field in
                    field.seal != nil && seen.contains { record in !record.values.contains { $0.name == field.name } }
                }.map { "\(type.name).\($0.name)" }
                for record in seen {
                    summary.records += 1
                    var pairs: [(key: String, value: JSONValue)] = [("record", .string(type.id)), ("id", .integer(Int(record.number)))]
                    if let state = record.state { pairs.append(("state", .string(state))) }
                    pairs.append(("version", .integer(record.version)))
                    if let created = record.created { pairs.append(("created", .string(created.description))) }
                    if let changed = record.changed { pairs.append(("changed", .string(changed.description))) }
                    pairs.append(("fields", .object(record.values.map { ($0.name, $0.value) })))
                    for field in type.fields { digests.formUnion(Self.digests(field.type, record[field.name])) }
                    put(pairs)
                }
            }
            for digest in digests.sorted() {
                let row = try Row.fetchOne(db, sql: "SELECT size, type FROM kernel_file WHERE digest = ?", arguments: [digest])
                guard let row, let bytes = try? FileStore(store: store.path).get(digest) else {
                    summary.lost.append(digest)
                    continue
                }
                summary.files += 1
                put([
                    ("file", .string(digest)), ("type", .string(row["type"])), ("size", .integer(row["size"])),
                    ("base64", .string(Data(bytes).base64EncodedString())),
                ])
            }
        }
        return (lines, summary)
    }

    /// The digests of the files that a value names.
    private static func digests(_ type: FieldType, _ value: JSONValue?) -> [String] {
        switch type {
        case .file: [value?["sha256"]?.string].compactMap { $0 }
        case .list(let item): (value?.array ?? []).flatMap { digests(item, $0) }
        default: []
        }
    }

    /// Those above before those below.
    private func order(_ types: [RecordType]) -> [RecordType] {
        types.sorted { (live.line(of: $0).count, $0.id) < (live.line(of: $1).count, $1.id) }
    }
}
