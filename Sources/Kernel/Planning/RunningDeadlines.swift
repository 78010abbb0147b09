import GRDB

/// Says in a plan which deadlines of records are running and would end at another time, since a rule of a module or the calendar changes.
struct RunningDeadlines {
    let db: Database
    let instant: Instant
    /// What the records of the wanted modules were called.
    let formers: FormerNames

    /// What becomes of the running deadlines of one name.
    private struct Move {
        var moved = 0
        /// How many of them would then be over.
        var past = 0
        /// How many would no longer run at all.
        var ended = 0
    }

    /// The changes, with those that move running deadlines marked as affecting people.
    func mark(_ changes: [Change], from live: ConfigurationState, to wanted: ConfigurationState) throws -> [Change] {
        guard changes.contains(where: { [.module, .calendar, .workspace].contains($0.key.kind) }),
            try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM kernel_deadline WHERE stopped IS NULL)") == true,
            let calendar = try OfferedCourse.calendar(of: wanted)
        else { return changes }
        let keepsTime = Self.time(live) == Self.time(wanted)
        let time = WorkspaceTime(calendar: calendar, zone: try LocalDay.zone(of: wanted))
        let touched = Set(changes.filter { $0.key.kind == .module }.map(\.key.id))
        var changes = changes
        let old = try declarations(live)
        let new = try declarations(wanted).filter { module in !keepsTime || touched.contains(module.module) }
        for after in new {
            guard let before = old.first(where: { $0.module == after.module }) else { continue }
            let differ = TableDiffer(installed: before.records, wanted: after.records, formers: formers)
            let moments = FormerMoments(before: before, after: after, differ: differ)
            let types = after.records.compactMap { type in differ.match(type).map { (type, $0) } }.filter { type, was in
                !(was.workflow?.deadlines.isEmpty ?? true)
            }
            guard !types.isEmpty else { continue }
            var becoming = before
            for (type, was) in types {
                guard var workflow = was.workflow else { continue }
                workflow.deadlines = (type.workflow?.deadlines ?? []).map { moments.former($0, of: type, was: was) }
                becoming.records = becoming.records.map { $0.id == was.id ? was.with(workflow: workflow) : $0 }
            }
            let index = DeclarationIndex(old.map { $0.module == after.module ? becoming : $0 })
            let engine = DeadlineEngine(index, time: time, in: db)
            let veils = [HiddenDeadlines(DeclarationIndex(old)), HiddenDeadlines(index)]
            for (type, was) in types {
                let hidden = Set((was.workflow?.deadlines ?? []).map(\.name).filter { name in veils.contains { $0.hides(name, of: was) } })
                let moves = try self.moves(of: was, engine, except: hidden)
                for rule in was.workflow?.deadlines ?? [] {
                    if hidden.contains(rule.name) {
                        let continued = type.workflow?.deadlines.first { FormerMoments.former($0, continues: rule, in: was) }
                        try markUnseen(&changes, continued ?? rule, rule, type, was, keepsTime: keepsTime)
                        continue
                    }
                    guard let move = moves[rule.name] else { continue }
                    let name = type.workflow?.deadlines.first { FormerMoments.former($0, continues: rule, in: was) }?.name
                    if move.moved + move.ended > 0 { mark(&changes, move, name ?? rule.name, type, keepsTime: keepsTime) }
                }
            }
        }
        return changes
    }

    /// What says how time is counted.
    private static func time(_ state: ConfigurationState) -> [JSONValue?] {
        let zone = state.documents.first { $0.key.kind == .workspace }?.value["time-zone"]
        return [zone] + state.documents.filter { $0.key.kind == .calendar }.sorted { $0.key < $1.key }.map(\.value)
    }

    private func declarations(_ state: ConfigurationState) throws -> [ModuleDeclarations] {
        try state.documents.filter { $0.key.kind == .module }.sorted { $0.key < $1.key }.map {
            try ModuleInstallation.declarations($0.value, id: $0.key.id)
        }
    }

    /// Those that run now, by name, held against when they would end; each record is thought through once.
    private func moves(of type: RecordType, _ engine: DeadlineEngine, except hidden: Set<String>) throws -> [String: Move] {
        let finals = (type.workflow?.states ?? []).filter(\.isFinal).map { JSONValue.string($0.name) }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT d.record, d.due, d.name FROM kernel_deadline d JOIN \(SQLName.quoted(type.table)) r ON r._id = d.record
                WHERE d.kind = ? AND d.stopped IS NULL AND d.due > ? AND r._state NOT IN (SELECT value FROM json_each(?)) ORDER BY d.record
                """,
            arguments: [type.id, instant.microseconds, JSONValue.array(finals).compact])
        var moves: [String: Move] = [:]
        var rehearsed: (record: Int64, deadlines: [DeadlineExplanation])?
        for row in rows {
            let (record, name): (Int64, String) = (row[0], row[2])
            if hidden.contains(name) { continue }
            if rehearsed?.record != record { rehearsed = (record, try engine.rehearse(type.id, record) ?? []) }
            let explained = rehearsed?.deadlines.first { $0.name == name }
            guard let due = explained?.due, explained?.stopped == nil else {
                moves[name, default: Move()].ended += 1
                continue
            }
            guard due.microseconds != row[1] as Int64 else { continue }
            moves[name, default: Move()].moved += 1
            if due <= instant { moves[name, default: Move()].past += 1 }
        }
        return moves
    }

    /// The place of a deadline among the changes of its module.
    private func place(_ name: String, _ type: RecordType) -> (module: ConfigurationState.Key, inner: [String]) {
        (.init(.module, type.module), ["workflows", type.workflow?.name ?? type.name, "deadlines", name])
    }

    /// The changes that would move a deadline: its own, or else of settings, or else of how time is counted.
    private func movers(_ changes: [Change], _ name: String, _ type: RecordType, keepsTime: Bool, settings: Bool = true) -> [Int] {
        let (module, inner) = place(name, type)
        let own = changes.indices.filter { changes[$0].key == module && changes[$0].inner.starts(with: inner) }
        let given = changes.indices.filter { settings && changes[$0].key == module && changes[$0].inner.first == "settings" }
        let time = changes.indices.filter { !keepsTime && [.calendar, .workspace].contains(changes[$0].key.kind) }
        return [own, given, time].first { !$0.isEmpty } ?? []
    }

    /// Of a deadline that follows from what is sealed, or from a record that is, it is told neither that it runs nor when it ends.
    private func markUnseen(
        _ changes: inout [Change], _ rule: DeadlineRule, _ former: DeadlineRule, _ type: RecordType, _ was: RecordType, keepsTime: Bool
    ) throws {
        let usesSettings = rule.setting != nil || former.setting != nil
        let causes = movers(changes, rule.name, type, keepsTime: keepsTime, settings: usesSettings)
        guard let first = causes.first, try db.tableExists(was.table),
            try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM \(SQLName.quoted(was.table)))") == true
        else { return }
        for index in causes {
            changes[index].risk = max(changes[index].risk, .affectsPeople)
            if changes[index].inner.first == "workflows" { changes[index] = changes[index].uncounted(true) }
        }
        let label = type.label
        let note = Text(
            nb: "løpende frister i «\(label(.nb))» kan flyttes; de følger av noe forseglet, som ingen ser inn i",
            nn: "fristar som går i «\(label(.nn))» kan bli flytta; dei følgjer av noko forsegla, som ingen ser inn i",
            en: "running deadlines of '\(label(.en))' may move; they follow from what is sealed, and nobody looks into it")
        if changes[first].note != note { changes[first].note = changes[first].note.map { Self.join($0, note) } ?? note }
    }

    private func mark(_ changes: inout [Change], _ move: Move, _ name: String, _ type: RecordType, keepsTime: Bool) {
        let (module, inner) = place(name, type)
        var causes = movers(changes, name, type, keepsTime: keepsTime)
        if causes.isEmpty {
            causes = [changes.count]
            changes.append(
                Change(
                    path: (module.path + inner).joined(separator: "."), kind: .changed, before: nil, after: nil, key: module, inner: inner))
        }
        for index in causes {
            changes[index].risk = max(changes[index].risk, .affectsPeople)
            if module == changes[index].key { changes[index].work = max(changes[index].work, move.moved + move.ended) }
        }
        let note = Self.note(move, type.label)
        changes[causes[0]].note = changes[causes[0]].note.map { Self.join($0, note) } ?? note
    }

    private static func join(_ first: Text, _ second: Text) -> Text {
        Text(nb: "\(first(.nb)); \(second(.nb))", nn: "\(first(.nn)); \(second(.nn))", en: "\(first(.en)); \(second(.en))")
    }

    private static func note(_ move: Move, _ record: Text) -> Text {
        var parts: [Text] = []
        if move.moved > 0 {
            parts.append(
                Text(
                    nb:
                        "\(Counted.text(move.moved, "løpende frist", "løpende frister")) i «\(record(.nb))» flyttes, \(move.past) av dem til tid som er gått",
                    nn:
                        "\(Counted.text(move.moved, "frist som går", "fristar som går")) i «\(record(.nn))» blir flytta, \(move.past) av dei til tid som er gått",
                    en:
                        "\(Counted.text(move.moved, "running deadline", "running deadlines")) of '\(record(.en))' \(move.moved == 1 ? "moves" : "move"), \(move.past) of them into the past"
                ))
        }
        if move.ended > 0 {
            parts.append(
                Text(
                    nb: "\(Counted.text(move.ended, "løpende frist", "løpende frister")) i «\(record(.nb))» løper ikke lenger",
                    nn: "\(Counted.text(move.ended, "frist som går", "fristar som går")) i «\(record(.nn))» går ikkje lenger",
                    en:
                        "\(Counted.text(move.ended, "running deadline", "running deadlines")) of '\(record(.en))' no longer \(move.ended == 1 ? "runs" : "run")"
                ))
        }
        return parts.dropFirst().reduce(parts[0], join)
    }
}
