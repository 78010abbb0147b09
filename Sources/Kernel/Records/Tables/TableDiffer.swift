/// Compares the records of a module as installed with those of its new manifest.
///
/// Renames follow `was`. What adds or widens is done; what would lose data is marked as lossy.
struct TableDiffer {
    let installed: [RecordType]
    let wanted: [RecordType]

    var changes: [TableChange] {
        var changes: [TableChange] = []
        var taken: Set<String> = []
        for type in wanted {
            guard let old = match(type) else {
                changes.append(TableChange(record: type.name, kind: .createTable, isLossy: false))
                continue
            }
            taken.insert(old.name)
            if old.name != type.name { changes.append(TableChange(record: type.name, kind: .renameTable(from: old.name), isLossy: false)) }
            changes += fields(old, type) + states(old, type)
            if RecordTable(type: old).indexes.map(\.name) != RecordTable(type: type).indexes.map(\.name) || old.search != type.search {
                changes.append(TableChange(record: type.name, kind: .index, isLossy: false))
            }
        }
        for old in installed where !taken.contains(old.name) {
            changes.append(TableChange(record: old.name, kind: .dropTable, isLossy: true))
        }
        return changes
    }

    /// The installed record that one continues: of the same name, or of the newest former name that is there.
    func match(_ type: RecordType) -> RecordType? {
        for name in [type.name] + type.was { if let old = installed.first(where: { $0.name == name }) { return old } }
        return nil
    }

    private func fields(_ old: RecordType, _ new: RecordType) -> [TableChange] {
        var changes: [TableChange] = []
        var taken: Set<String> = []
        for field in new.fields {
            let names = [field.name] + field.was
            guard let before = names.lazy.compactMap({ name in old.fields.first { $0.name == name } }).first else {
                // A new field that must have a value, without one to give the rows that are there, is only possible where there are none.
                let isEmptyOnly = field.isRequired && field.fallback == nil
                changes.append(TableChange(record: new.name, kind: .addField(field.name), isLossy: isEmptyOnly))
                continue
            }
            taken.insert(before.name)
            if before.name != field.name {
                changes.append(TableChange(record: new.name, kind: .renameField(from: before.name, to: field.name), isLossy: false))
            }
            if let kind = Self.compare(before, field) {
                changes.append(TableChange(record: new.name, kind: kind, isLossy: kind == .narrow(field.name)))
            }
        }
        for field in old.fields where !taken.contains(field.name) {
            changes.append(TableChange(record: new.name, kind: .dropField(field.name), isLossy: true))
        }
        return changes
    }

    /// How the table must change for a field to become what it is now; nil where it need not.
    private static func compare(_ before: Field, _ after: Field) -> TableChange.Kind? {
        let required: Bool? = before.isRequired == after.isRequired ? nil : after.isRequired
        switch (before.type, after.type) {
        case (.code(let old), .code(let new)):
            let (was, becomes) = (Set(old.map(\.id)).subtracting(new.flatMap(\.was)), Set(new.map(\.id)))
            if !was.isSubset(of: becomes) || required == true { return .narrow(after.name) }
            if Set(old.map(\.id)) != becomes || required == false { return .widen(after.name) }
        case (.integer, .number): return required == true ? .narrow(after.name) : .widen(after.name)
        case (.code, .text), (.date, .text), (.duration, .text): return required == true ? .narrow(after.name) : .widen(after.name)
        case (.list(let old), .list(let new)): return old.word == new.word ? nil : .narrow(after.name)
        case (.reference(let old), .reference(let new)):
            if old.target != new.target || old.by != new.by { return .narrow(after.name) }
        default:
            if before.type.word != after.type.word { return .narrow(after.name) }
        }
        return required.map { $0 ? .narrow(after.name) : .widen(after.name) }
    }

    private func states(_ old: RecordType, _ new: RecordType) -> [TableChange] {
        guard let before = old.workflow, let after = new.workflow else { return [] }
        var changes: [TableChange] = []
        var taken: Set<String> = []
        for state in after.states {
            guard let found = ([state.name] + state.was).first(where: { before.state($0) != nil }) else { continue }
            taken.insert(found)
            if found != state.name {
                changes.append(TableChange(record: new.name, kind: .renameState(from: found, to: state.name), isLossy: false))
            }
        }
        for state in before.states where !taken.contains(state.name) {
            changes.append(TableChange(record: new.name, kind: .renameState(from: state.name, to: "-"), isLossy: true))
        }
        return changes
    }
}
