import GRDB

/// What a plan does not look into: records under a seal, or nobody's, and sealed fields, as they are declared by the manifest that is live.
///
/// A limit that is tried on values tells what they are, one plan after the other. So a plan neither judges such values nor counts them, and
/// what only they could allow is refused as long as there are records.
extension ModuleImpact {
    /// Whether a change is of such a record or such a field.
    static func isHidden(_ table: TableChange, _ old: RecordType?, _ wanted: [RecordType]) -> Bool {
        guard let old else { return false }
        if old.isVeiled { return true }
        switch table.kind {
        case .dropField(let name): return old.field(name)?.seal != nil
        case .widen(let name), .narrow(let name), .tighten(let name):
            let field = wanted.first { $0.name == table.record }?.field(name)
            return field.flatMap { TableDiffer.match($0, in: old) }?.seal != nil
        default: return false
        }
    }

    /// The change as one that is refused, since what nobody may look into would have to allow it.
    ///
    /// - Returns: nil where it need not, or where there are no records.
    func unseen(_ change: Change, _ table: TableChange, _ old: RecordType, _ wanted: [RecordType]) throws -> Change? {
        guard let new = wanted.first(where: { $0.name == table.record }) else { return nil }
        switch table.kind {
        case .narrow, .tighten:
            guard Self.isHidden(table, old, wanted), try rows(old) > 0 else { return nil }
            return change.refused(Self.limit)
        case .widen(let name):
            guard Self.isHidden(table, old, wanted), let field = new.field(name), let before = TableDiffer.match(field, in: old),
                Self.mayMisfit(before.type, field.type), try rows(old) > 0
            else { return nil }
            return change.refused(Self.limit)
        case .index:
            guard Self.parts(old, new), try rows(old) > 0 else { return nil }
            return change.refused(Self.key)
        default: return nil
        }
    }

    /// Whether one type may have values that the other, which holds as much, would not take from anyone who wrote them now.
    private static func mayMisfit(_ before: FieldType, _ after: FieldType) -> Bool {
        switch (before, after) {
        case (.list(let old), .list(let new)): return mayMisfit(old, new)
        case (.integer(let least, let most), .number): return after.isTighter(than: .number(minimum: least, maximum: most))
        case (_, .text(let limits)) where before.word != after.word:
            return limits.minimum != nil || limits.maximum != nil || limits.pattern != nil
        default: return before.word != after.word || after.isTighter(than: before)
        }
    }

    /// Whether something of this sort must differ from record to record from now on.
    private static func parts(_ old: RecordType, _ new: RecordType) -> Bool {
        func before(_ name: String) -> Field? { new.field(name).flatMap { TableDiffer.match($0, in: old) } }
        return (new.unique + (new.key.isEmpty ? [] : [new.key])).contains { names -> Bool in
            let former = Set(names.map { $0 == new.parentField ? old.parentField ?? $0 : before($0)?.name ?? $0 })
            // What fewer fields tell apart already, more do too.
            guard !(old.unique + [old.key]).contains(where: { !$0.isEmpty && Set($0).isSubset(of: former) }) else { return false }
            return old.isVeiled || names.contains { before($0)?.seal != nil }
        }
    }

    private static let limit = Text(
        nb:
            "ingen ser inn i det som er forseglet eller uten navn, så feltet kan ikke ta imot mindre så lenge det finnes poster; lag et nytt felt med de nye grensene",
        nn:
            "ingen ser inn i det som er forsegla eller utan namn, så feltet kan ikkje ta imot mindre så lenge det finst postar; lag eit nytt felt med dei nye grensene",
        en:
            "nobody looks into what is sealed or has no name, so the field cannot take less while there are records; make a new field with the new limits"
    )

    private static let key = Text(
        nb:
            "ingen ser inn i det som er forseglet eller uten navn, så det kan ikke kreves at verdiene er ulike så lenge det finnes poster; lag et nytt slag poster",
        nn:
            "ingen ser inn i det som er forsegla eller utan namn, så det kan ikkje krevjast at verdiane er ulike så lenge det finst postar; lag eit nytt slag postar",
        en:
            "nobody looks into what is sealed or has no name, so its values cannot be made to differ while there are records; make a new kind of record"
    )

    static let lackingUncounted = Text(
        nb: "poster ville stå uten en verdi som må være der; gi feltet en «default»",
        nn: "postar ville stå utan ein verdi som må vere der; gi feltet ein «default»",
        en: "records would lack a value that must be there; give the field a 'default'")
}
