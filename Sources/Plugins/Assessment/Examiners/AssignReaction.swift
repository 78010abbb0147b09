import GRDB
import Kernel

/// Someone who is named as examiner of a script, or of a new grading, gets to read it, is internal or external as the pool says, and judges by
/// the rubric as it is now.
///
/// Nobody judges what she wrote, and nobody grades anew what she graded first (UH-loven § 11-11(2), consolidated 2026-08-01).
struct AssignReaction: Reaction {
    let events: EventSelection = ["assessment.judgement.created", "assessment.regrade.created"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        let store = ExamStore(transaction.db)
        let isAppeal = event.name == "assessment.regrade.created"
        let record = isAppeal ? "regrade" : "judgement"
        guard let number = event.number(record), let at = event.number("script"), let script = try store.script(at),
            let person = try Int64.fetchOne(
                transaction.db, sql: "SELECT assessor FROM assessment_\(record) WHERE _id = ?", arguments: [number])
        else { return }
        try check(person, of: script, isAppeal, store)
        let external = try Bool.fetchOne(
            transaction.db, sql: "SELECT external FROM assessment_pool_member WHERE person = ? AND offering = ?",
            arguments: [person, script.offering])
        var values: [String: FieldValue] = ["external": .truth(external ?? false)]
        if isAppeal {
            guard let regrading = event.number("regrading") else { return }
            try transaction.change(record, number, values)
            try add(person, to: "assessors", of: "regrading", regrading, transaction)
            try add(person, to: "appeal-assessors", of: "script", script.number, transaction)
        } else {
            if let rubric = try rubric(of: script, transaction) { values["rubric"] = .number(rubric) }
            try transaction.change(record, number, values)
            try add(person, to: "assessors", of: "script", script.number, transaction)
        }
        let guide = try Int64.fetchOne(
            transaction.db, sql: "SELECT _id FROM assessment_guide WHERE offering = ? AND activity = ?",
            arguments: [script.offering, script.activity])
        if let guide { try add(person, to: "readers", of: "guide", guide, transaction) }
    }

    private func check(_ person: Int64, of script: ExamStore.Script, _ isAppeal: Bool, _ store: ExamStore) throws {
        if script.members.contains(person) {
            throw ReactionRefusal(
                Text(
                    nb: "ingen er sensor for sin egen besvarelse (fvl. § 6)", nn: "ingen er sensor for sitt eige svar (fvl. § 6)",
                    en: "nobody examines her own script (fvl. § 6)"))
        }
        let first = try store.list("script", "assessors", script.number)
        let again = try store.list("script", "appeal-assessors", script.number)
        guard isAppeal ? first.contains(person) : again.contains(person) else { return }
        throw ReactionRefusal(
            Text(
                nb: "den som har vært sensor i saken, kan ikke være sensor i den igjen (UH-loven § 11-11(2))",
                nn: "den som har vore sensor i saka, kan ikkje vere sensor i ho att (UH-lova § 11-11(2))",
                en: "whoever has been examiner in the case cannot be so again (UH-loven § 11-11(2))"))
    }

    private func add(_ person: Int64, to field: String, of record: String, _ number: Int64, _ transaction: ActionTransaction) throws {
        let known = try ExamStore(transaction.db).list(record, field, number)
        guard !known.contains(person) else { return }
        try transaction.change(record, number, [field: .people(known + [person])])
    }

    /// The newest edition of the rubric that the part names.
    private func rubric(of script: ExamStore.Script, _ transaction: ActionTransaction) throws -> Int64? {
        guard let name = try ExamTree.of(offering: script.offering, in: transaction.db)?.part(script.exam)?.rubric else { return nil }
        return try Int64.fetchOne(
            transaction.db, sql: "SELECT _id FROM assessment_rubric WHERE rubric = ? ORDER BY edition DESC LIMIT 1", arguments: [name])
    }
}
