import GRDB

/// What a plan shows of who may read records from now on.
///
/// What people wrote under a seal, or without a name, they wrote on a promise: it is opened only with the consent that a loss needs.
extension ModuleImpact {
    /// A change for each seal that goes or lets more people through, and for each kind of record that more people may read.
    func rights(of module: Change, _ installed: [RecordType], _ wanted: [RecordType]) throws -> [Change] {
        let differ = TableDiffer(installed: installed, wanted: wanted, formers: formers)
        return try wanted.flatMap { new -> [Change] in
            guard let old = differ.match(new), case let count = try rows(old), count > 0 else { return [] }
            var changes: [Change] = []
            /// The state that breaks a seal, as it was called before.
            func former(_ until: (record: String, state: String)) -> (record: String, state: String) {
                guard let type = wanted.first(where: { $0.id == until.record }), let before = differ.match(type) else { return until }
                let state = type.workflow?.states.first { $0.name == until.state }
                let known = Set(before.workflow?.states.map(\.name) ?? [])
                return (before.id, ([until.state] + (state?.was ?? [])).first(where: known.contains) ?? until.state)
            }
            func add(_ path: [String], _ risk: Change.Risk, _ note: Text) {
                let inner = ["records", new.name] + path
                var change = Change(
                    path: (module.key.path + inner).joined(separator: "."), kind: .changed, before: nil, after: nil, key: module.key,
                    inner: inner)
                (change.risk, change.work, change.note) = (risk, count, note)
                changes.append(change.uncounted(old.isVeiled))
            }
            if old.isAnonymous != new.isAnonymous { add(["anonymous"], .refused, Self.anonymity) }
            if Self.opens(old.seal.map { ($0.until, $0.except) }, new.seal.map { ($0.until.map(former), $0.except) }) {
                add(["sealed"], .losesWork, Self.unsealed)
            }
            if old.pseudonym != nil, new.pseudonym == nil { add(["pseudonymous"], .losesWork, Self.unsealed) }
            for field in new.fields {
                guard let before = TableDiffer.match(field, in: old)?.seal else { continue }
                let after = field.seal.map { (Optional(former(($0.record, $0.state))), $0.except) }
                if Self.opens(((before.record, before.state), before.except), after) {
                    add(["fields", field.name, "sealed"], .losesWork, Self.unsealed)
                }
            }
            let readers = Self.newReaders(old, new)
            if !readers.isEmpty { add(["read"], .affectsPeople, Self.widened(readers)) }
            return changes
        }
    }

    private typealias Terms = (until: (record: String, state: String)?, except: [String])

    /// Whether what the one seal hides, the other lets someone see.
    private static func opens(_ old: Terms?, _ new: Terms?) -> Bool {
        guard let old else { return false }
        guard let new else { return true }
        if !Set(new.except).isSubset(of: old.except) { return true }
        guard let until = new.until else { return false }
        return old.until.map { $0 != until } ?? true
    }

    /// The relations that may read what they could not.
    private static func newReaders(_ old: RecordType, _ new: RecordType) -> [String] {
        new.read.filter { grant in
            guard let before = old.read.first(where: { $0.relation == grant.relation }) else { return true }
            switch (before.reading, grant.reading) {
            case (.all, _): return before.once != nil && grant.once == nil
            case (.fields, .all): return true
            case (.fields(let known), .fields(let names)):
                // A field that was renamed is read as before.
                return !names.allSatisfy { name in
                    known.contains(new.field(name).flatMap { TableDiffer.match($0, in: old)?.name } ?? name)
                }
            }
        }.map(\.relation)
    }

    private static func widened(_ relations: [String]) -> Text {
        let list = relations.joined(separator: ", ")
        return Text(
            nb: "\(list) kan heretter lese mer av det som ligger der", nn: "\(list) kan heretter lese meir av det som ligg der",
            en: "\(list) may from now on read more of what lies there")
    }

    private static let unsealed = Text(
        nb: "det som er skrevet under forseglingen, kan heretter leses av flere",
        nn: "det som er skrive under forseglinga, kan heretter lesast av fleire",
        en: "what was written under the seal may from now on be read by more people")

    private static let anonymity = Text(
        nb: "postene er skrevet med navn eller uten; gi det nye slaget et annet navn",
        nn: "postane er skrivne med namn eller utan; gi det nye slaget eit anna namn",
        en: "the records were written with names or without; give the new kind another name")
}
