/// Compares the records of a module as installed with those of its new manifest.
///
/// Renames follow `was`. What adds or widens is done; what would lose data is marked as lossy.
struct TableDiffer {
    let installed: [RecordType]
    let wanted: [RecordType]
    /// What the records of all modules were called, by which parents are known again.
    let formers: FormerNames

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
            changes += parent(old, type) + fields(old, type) + states(old, type)
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

    /// The field that one continues: of the same name, or of the newest former name that is there.
    static func match(_ field: Field, in old: RecordType) -> Field? {
        for name in [field.name] + field.was { if let before = old.fields.first(where: { $0.name == name }) { return before } }
        return nil
    }

    /// Where the parent is called something else now, so is the column that points at it.
    private func parent(_ old: RecordType, _ new: RecordType) -> [TableChange] {
        guard old.parent.map(formers.current) == new.parent else {
            return [TableChange(record: new.name, kind: .reparent(from: old.parent), isLossy: true)]
        }
        guard let before = old.parentField, let after = new.parentField, before != after, old.field(before) == nil, new.field(after) == nil
        else { return [] }
        return [TableChange(record: new.name, kind: .renameField(from: before, to: after), isLossy: false)]
    }

    private func fields(_ old: RecordType, _ new: RecordType) -> [TableChange] {
        var changes: [TableChange] = []
        var taken: Set<String> = []
        for field in new.fields {
            guard let before = Self.match(field, in: old) else {
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
                changes.append(
                    TableChange(record: new.name, kind: kind, isLossy: [.narrow(field.name), .tighten(field.name)].contains(kind)))
            }
        }
        for field in old.fields where !taken.contains(field.name) {
            changes.append(TableChange(record: new.name, kind: .dropField(field.name), isLossy: true))
        }
        return changes
    }

    /// How the table must change for a field to become what it is now; nil where it need not.
    private static func compare(_ before: Field, _ after: Field) -> TableChange.Kind? {
        let isList = if case .list = after.type { true } else { false }
        let required: Bool? = before.isRequired == after.isRequired || isList ? nil : after.isRequired
        switch compare(before.type, after.type) {
        case .narrow: return .narrow(after.name)
        case .widen: return required == true ? .narrow(after.name) : .widen(after.name)
        case .same:
            if let required { return required ? .narrow(after.name) : .widen(after.name) }
            let isTighter = after.type.isTighter(than: before.type) || isList && after.isRequired && !before.isRequired
            return isTighter ? .tighten(after.name) : nil
        }
    }

    private enum Width { case same, widen, narrow }

    private static func compare(_ before: FieldType, _ after: FieldType) -> Width {
        switch (before, after) {
        case (.code(let old), .code(let new)):
            let (was, becomes) = (Set(old.map(\.id)).subtracting(new.flatMap(\.was)), Set(new.map(\.id)))
            if !was.isSubset(of: becomes) { return .narrow }
            return Set(old.map(\.id)) == becomes ? .same : .widen
        case (.integer, .number), (.code, .text), (.date, .text), (.duration, .text): return .widen
        case (.list(let old), .list(let new)): return compare(old, new)
        case (.reference(let old), .reference(let new)): return old.target == new.target && old.by == new.by ? .same : .narrow
        default: return before.word == after.word ? .same : .narrow
        }
    }

    private func states(_ old: RecordType, _ new: RecordType) -> [TableChange] {
        guard let before = old.workflow, let after = new.workflow else {
            let isOther = old.workflow != nil || new.workflow != nil
            return isOther ? [TableChange(record: new.name, kind: .workflow, isLossy: true)] : []
        }
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
