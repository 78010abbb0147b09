/// The fields that must have values before a transition, and what of them the act itself may fill in.
struct NeededFields {
    let base: RecordAction
    let transition: Transition

    /// Refuses values for fields that whoever acts may not write.
    ///
    /// The right to a transition is none to write what it needs. An empty field is filled in by someone who may read it; what stands there
    /// is changed by someone who may change the record as it is now, or, where transitions decide the field, by those who may read it. What
    /// `input` declares is the act's own, and not asked about here.
    ///
    /// - Throws: `ActRefusal.notWritten`.
    func requireWritable(_ values: [String: FieldValue], _ content: RecordContent, in transaction: ActionTransaction) throws {
        let asked = Set(transition.needs).subtracting(transition.input.map(\.name))
        let given = base.type.fields.filter { asked.contains($0.name) && values[$0.name] != nil }
        guard !given.isEmpty else { return }
        let visible = try RecordReader(base.live, standing: transaction.standing(), in: transaction.db).find(base.type, content.number)
        let mayChange = try base.decide(content.number, by: base.type.update, in: transaction).isAllowed && base.isOpen(content)
        let refused = given.filter { field in
            let isReadable = visible?[field.name] != nil
            if field.isDecided || Self.isEmpty(content.values[field.name]) { return !isReadable && !mayChange }
            return !mayChange || field.isFixed || base.type.key.contains(field.name)
        }
        guard refused.isEmpty else {
            throw ActRefusal.notWritten(action: transition.label, fields: refused.map(\.label))
        }
    }

    /// - Throws: `ActRefusal.missing`.
    func requireFilled(_ values: [String: FieldValue], _ content: RecordContent) throws {
        let missing = transition.needs.filter { name in
            if let given = values[name] { return given.isBlank }
            return Self.isEmpty(content.values[name])
        }
        guard missing.isEmpty else {
            throw ActRefusal.missing(
                action: transition.label, fields: missing.map { ($0, base.type.field($0)?.label ?? Text(verbatim: $0)) },
                byUpdate: isUpdated(missing, content))
        }
    }

    /// Whether the record can be changed as it is now, and these fields with it.
    private func isUpdated(_ names: [String], _ content: RecordContent) -> Bool {
        guard !base.type.update.isEmpty, base.isOpen(content) else { return false }
        let fields = Set(UpdateRecord(base.type, live: base.live).fields.map(\.name))
        return fields.isSuperset(of: names)
    }

    private static func isEmpty(_ value: JSONValue?) -> Bool {
        guard let value else { return true }
        return value.isNull || value.array?.isEmpty == true || value.string?.allSatisfy(\.isWhitespace) == true
    }
}
