/// What a plan shows of a table that becomes another.
extension ModuleImpact {
    /// Gives a change of a field what the field takes before and after, and a change that has no two sides a note.
    func describe(_ change: inout Change, _ table: TableChange, _ old: RecordType?, _ new: RecordType?) {
        switch table.kind {
        case .addField(let name): change.after = new?.field(name).map(Self.takes)
        case .dropField(let name): change.before = old?.field(name).map(Self.takes)
        case .widen(let name), .narrow(let name), .tighten(let name):
            guard let field = new?.field(name), let before = old.flatMap({ TableDiffer.match(field, in: $0) }) else { return }
            (change.before, change.after) = (Self.takes(before), Self.takes(field))
        case .reparent(let former): (change.before, change.after) = (former.map(JSONValue.string), new?.parent.map(JSONValue.string))
        case .index:
            change.note = Text(
                nb: "registrene og det som skal være ulikt, lages på nytt", nn: "registra og det som skal vere ulikt, blir laga på nytt",
                en: "indexes and what must be unique are made anew")
        case .createTable, .renameTable, .renameField, .dropTable, .renameState, .workflow: break
        }
    }

    /// What a field takes, in the words of a schema.
    private static func takes(_ field: Field) -> JSONValue {
        let schema = InputSchema.of([field], required: [field.name])["properties"]?[field.name]
        // What every whole number is bounded by says nothing of this one.
        let bounds: [String: Double] = ["minimum": -InputSchema.largestInteger, "maximum": InputSchema.largestInteger]
        var members = (schema?.object ?? []).filter { member in
            member.key != "title" && member.key != "minLength" && member.value.double.map { bounds[member.key] != $0 } ?? true
        }
        if field.isRequired { members.append(("required", .bool(true))) }
        return .object(members)
    }
}

extension Change {
    /// The change as one that cannot be made now, with the reason.
    func refused(nb: String, nn: String, en: String) -> Change { refused(Text(nb: nb, nn: nn, en: en)) }

    /// The change as one that cannot be made now, with the reason.
    func refused(_ note: Text) -> Change {
        var change = self
        change.risk = .refused
        change.note = note
        return change
    }

    /// The change without the number of its records where that is told nowhere else either.
    func uncounted(_ isHidden: Bool) -> Change {
        guard isHidden else { return self }
        var change = self
        (change.work, change.isUncounted) = (0, true)
        return change
    }
}
