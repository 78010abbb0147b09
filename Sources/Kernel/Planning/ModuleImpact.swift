import GRDB

/// Says what a change of a module means for the work that lies in its tables, one change for each difference that matters.
struct ModuleImpact {
    let db: Database
    /// What the records of all modules were called.
    let formers: FormerNames

    /// The change itself, and a change for every table that becomes another.
    func assess(_ change: Change) throws -> [Change] {
        let id = change.key.id
        let installation = ModuleInstallation(id: id, db: db, formers: formers)
        let installed = try installation.installed()
        if change.inner.isEmpty && change.kind == .removed { return [try removal(change, installed)] }
        guard change.inner == ["manifest"] || change.inner.isEmpty, let after = change.whole else { return [change] }
        let wanted = try ModuleInstallation.records(after, id: id)
        let manifest = try after["manifest"]?.string.map { try JSONValue(parsing: Array($0.utf8)) }
        let drops = Set(manifest?["drops"]?.object?.map(\.key) ?? [])
        var tables =
            try TableDiffer(installed: installed, wanted: wanted, formers: formers).changes.compactMap { table -> Change? in
                let old = Self.old(table, installed, wanted, formers)
                return try self.change(table, of: change, installed, wanted, drops)?.uncounted(Self.isHidden(table, old, wanted))
            } + rights(of: change, installed, wanted) + reports(of: change, manifest, installed, wanted)
        let rules = try rules(of: change, manifest, installed, told: &tables)
        tables += rules
        return change.inner.isEmpty ? [change] + tables.filter { $0.risk > .safe } : tables
    }

    /// A module that goes takes its work out of sight; the work stays, sealed, until it returns.
    private func removal(_ change: Change, _ installed: [RecordType]) throws -> Change {
        var change = change
        var isEmpty = true
        for type in installed {
            let count = try rows(type)
            if count > 0 { isEmpty = false }
            if !type.isVeiled { change.work += count }
        }
        if !isEmpty {
            change.isUncounted = change.work == 0
            change.risk = .losesWork
            change.note = Text(
                nb: "postene blir liggende, lukket, til modulen kommer tilbake",
                nn: "postane blir liggjande, lukka, til modulen kjem tilbake",
                en: "its records stay, closed, until the module returns")
        }
        return change
    }

    /// The record that a change of a table is about, as it is installed.
    private static func old(
        _ table: TableChange, _ installed: [RecordType], _ wanted: [RecordType], _ formers: FormerNames
    ) -> RecordType? {
        let differ = TableDiffer(installed: installed, wanted: wanted, formers: formers)
        return wanted.first { $0.name == table.record }.flatMap(differ.match) ?? installed.first { $0.name == table.record }
    }

    private func change(
        _ table: TableChange, of module: Change, _ installed: [RecordType], _ wanted: [RecordType], _ drops: Set<String>
    ) throws -> Change? {
        var change = Change(
            path: (module.key.path + table.path).joined(separator: "."), kind: .changed, before: nil, after: nil, key: module.key,
            inner: table.path)
        switch table.kind {
        case .createTable, .addField: change.kind = .added
        case .dropField, .dropTable, .renameState(_, "-"): change.kind = .removed
        case .renameField(let from, let to), .renameState(let from, let to): (change.before, change.after) = (.string(from), .string(to))
        case .renameTable(let from): (change.before, change.after) = (.string(from), .string(table.record))
        case .widen, .narrow, .tighten, .index, .reparent, .workflow: break
        }
        let old = Self.old(table, installed, wanted, formers)
        let isHidden = Self.isHidden(table, old, wanted)
        change.work = try old.map { try isHidden ? rows($0) : rows(table, in: $0) } ?? 0
        describe(&change, table, old, wanted.first { $0.name == table.record })
        if let old, let refusal = try unseen(change, table, old, wanted) { return refusal }
        if case .index = table.kind, let old, let new = wanted.first(where: { $0.name == table.record }),
            let (fields, count) = try repeated(new, old)
        {
            let names = fields.map { "«\($0)»" }.joined(separator: ", ")
            return change.refused(
                nb: "\(names) skal være ulik i hver post, men \(Counted.text(count, "verdi", "verdier")) står i flere",
                nn: "\(names) skal vere ulik i kvar post, men \(Counted.text(count, "verdi", "verdiar")) står i fleire",
                en:
                    "\(fields.map { "'\($0)'" }.joined(separator: ", ")) must differ from record to record, but \(Counted.text(count, "value stands", "values stand")) in several"
            )
        }
        if !isHidden, let misfits = try misfits(table, old, wanted), misfits > 0 {
            change.work = misfits
            return change.refused(
                nb:
                    "\(Counted.text(misfits, "post", "poster")) har det som feltet ikke lenger ville tatt imot; la grensen stå, eller lag et nytt felt",
                nn:
                    "\(Counted.text(misfits, "post", "postar")) har det som feltet ikkje lenger ville teke imot; lat grensa stå, eller lag eit nytt felt",
                en:
                    "\(Counted.text(misfits, "record holds", "records hold")) what the field would no longer take; keep the limit, or make a new field"
            )
        }
        guard table.isLossy, change.work > 0 else { return change }
        if case .reparent = table.kind {
            return change.refused(
                nb: "postene hører til det de ble laget under, og kan ikke flyttes til noe annet",
                nn: "postane høyrer til det dei vart laga under, og kan ikkje flyttast til noko anna",
                en: "the records belong to what they were made under, and cannot be moved to anything else")
        }
        if case .workflow = table.kind {
            return change.refused(
                nb: "postene er laget med tilstander eller uten; gi det nye slaget et annet navn",
                nn: "postane er laga med tilstandar eller utan; gi det nye slaget eit anna namn",
                en: "the records were made with states or without; give the new kind another name")
        }
        if let lacking = try lacking(table, old, wanted), lacking > 0 {
            change.work = lacking
            if isHidden { return change.refused(Self.lackingUncounted) }
            return change.refused(
                nb: "\(Counted.text(lacking, "post", "poster")) ville stå uten en verdi som må være der; gi feltet en «default»",
                nn: "\(Counted.text(lacking, "post", "postar")) ville stå utan ein verdi som må vere der; gi feltet ein «default»",
                en: "\(Counted.text(lacking, "record", "records")) would lack a value that must be there; give the field a 'default'")
        }
        if let losing = try losing(table, old, wanted), losing == 0 { return change }
        if case .renameState(let state, "-") = table.kind {
            return change.refused(
                nb: "postene i «\(state)» må få en annen tilstand; skriv «was: [\(state)]» ved den de går over i",
                nn: "postane i «\(state)» må få ein annan tilstand; skriv «was: [\(state)]» ved den dei går over i",
                en: "the records in '\(state)' need another state; write 'was: [\(state)]' at the one they go over to")
        }
        let name = table.path.filter { !["records", "fields", "states"].contains($0) }.joined(separator: ".")
        // Only a loss that the module itself owns up to can be agreed to.
        guard drops.contains(name) else {
            return change.refused(
                nb: "dette ville tape det som ligger der; modulen må si det selv, under «drops: \(name)»",
                nn: "dette ville tape det som ligg der; modulen må seie det sjølv, under «drops: \(name)»",
                en: "this would lose what lies there; the module itself must say so, under 'drops: \(name)'")
        }
        (change.risk, change.note) = (.losesWork, Loss.deleted.text)
        return change
    }

    /// A set of fields that is to be unique from now on and is not, and how many of its values stand in several rows.
    private func repeated(_ new: RecordType, _ old: RecordType) throws -> (fields: [String], count: Int)? {
        guard try db.tableExists(old.table) else { return nil }
        for fields in new.unique + (new.key.isEmpty ? [] : [new.key]) where !old.unique.contains(fields) && old.key != fields {
            let columns = fields.compactMap { name -> String? in
                if let field = new.field(name) { return TableDiffer.match(field, in: old)?.column }
                // What the record lies under is a column as well.
                return name == "author" ? "_author" : name == new.parentField ? old.parentField.map(SQLName.column) : nil
            }.map(SQLName.quoted)
            // A field that is new has no values yet.
            guard columns.count == fields.count else { continue }
            let list = columns.joined(separator: ", ")
            let given = columns.map { "\($0) IS NOT NULL" }.joined(separator: " AND ")
            let count = try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM (SELECT 1 FROM \(SQLName.quoted(old.table)) WHERE \(given) GROUP BY \(list) HAVING count(*) > 1)
                    """)
            if let count, count > 0 { return (fields, count) }
        }
        return nil
    }

    func rows(_ type: RecordType) throws -> Int {
        guard try db.tableExists(type.table) else { return 0 }
        return try Int.fetchOne(db, sql: "SELECT count(*) FROM \(SQLName.quoted(type.table))") ?? 0
    }

    /// How many rows hold what the change touches.
    private func rows(_ change: TableChange, in type: RecordType) throws -> Int {
        guard try db.tableExists(type.table) else { return 0 }
        let table = SQLName.quoted(type.table)
        switch change.kind {
        case .dropField(let name), .narrow(let name), .tighten(let name):
            guard let field = type.field(name) else { return try rows(type) }
            if case .list = field.type {
                let list = SQLName.quoted(SQLName.list(table: type.table, field: name))
                return try Int.fetchOne(db, sql: "SELECT count(DISTINCT record) FROM \(list)") ?? 0
            }
            if case .dropField = change.kind {} else { return try rows(type) }
            return try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table) WHERE \(SQLName.quoted(field.column)) IS NOT NULL") ?? 0
        case .renameState(let from, "-"):
            return try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table) WHERE _state = ?", arguments: [from]) ?? 0
        case .createTable: return 0
        default: return try rows(type)
        }
    }
}
