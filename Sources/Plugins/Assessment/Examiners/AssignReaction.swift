import GRDB
import Kernel

/// Someone who is named as examiner of a script, or of a new grading, gets to read it, is internal or external as the pool says, and judges by
/// the rubric as it is now.
///
/// Nobody judges what she or someone she has a tie to wrote, nor an exam that she sits herself; nobody grades anew what she has graded or can see the first grade of (UH-loven § 11-11(2)), and where it is
/// required one of them is external (§§ 11-7(2), 11-11(1), consolidated 2026-08-01).
struct AssignReaction: Reaction {
    let events: EventSelection = ["assessment.judgement.created", "assessment.regrade.created"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        let store = ExamStore(transaction.db)
        let isAppeal = event.name == "assessment.regrade.created"
        let record = isAppeal ? "regrade" : "judgement"
        guard let number = event.number(record), let at = event.number("script"), let script = try store.script(at),
            let person = try Int64.fetchOne(
                transaction.db.cachedStatement(sql: "SELECT assessor FROM assessment_\(record) WHERE _id = ?"), arguments: [number])
        else { return }
        try check(person, of: script, event.number("regrading"), transaction)
        // An allocation has counted them itself.
        if event.header.action != "assessment.allocation.create" {
            try Workload(transaction.db).requireRoom(for: person, in: script.offering)
        }
        let external = try Bool.fetchOne(
            transaction.db.cachedStatement(sql: "SELECT external FROM assessment_pool_member WHERE person = ? AND offering = ?"),
            arguments: [person, script.offering])
        var values: [String: FieldValue] = ["external": .truth(external ?? false)]
        if isAppeal {
            guard let regrading = event.number("regrading") else { return }
            try transaction.change(record, number, values)
            let asked = try AppealReaction.required(of: regrading, script, transaction.db)
            try requireExternal(asked.external, of: asked.examiners, in: "regrade", under: "regrading", regrading, transaction)
            try add(person, to: "assessors", of: "regrading", regrading, transaction)
            try add(person, to: "appeal-assessors", of: "script", script.number, transaction)
        } else {
            if let rubric = try rubric(of: script, transaction) { values["rubric"] = .number(rubric) }
            // Where the examiners disagree, one more is a moderator.
            values["moderates"] = .truth(script.state == "disagreement")
            try transaction.change(record, number, values)
            try requireExternal(script.external, of: Int64(script.examiners), in: "judgement", under: "script", script.number, transaction)
            try add(person, to: "assessors", of: "script", script.number, transaction)
        }
        guard let guide = try store.guide(of: script.activity, in: script.offering) else { throw AllocateReaction.noGuide }
        try add(person, to: "readers", of: "guide", guide, transaction)
    }

    private func check(_ person: Int64, of script: ExamStore.Script, _ regrading: Int64?, _ transaction: ActionTransaction) throws {
        let store = ExamStore(transaction.db)
        if let conflict = try Conflict.of(person, with: script, in: transaction.db) { throw ReactionRefusal(conflict.text) }
        guard let regrading, let live = transaction.live else {
            guard try store.spoilt(before: script.number).contains(person) else { return }
            throw ReactionRefusal(
                Text(
                    nb: "ny eksamen etter en formell feil har nye sensorer (UH-loven § 11-9)",
                    nn: "ny eksamen etter ein formell feil har nye sensorar (UH-lova § 11-9)",
                    en: "a new exam after a formal error has new examiners (UH-loven § 11-9)"))
        }
        let first = FirstGrading(of: script.number, live: live, in: transaction.db)
        if try first.isExaminer(person, but: regrading) { throw script.members.count > 1 ? Self.twiceForAll : Self.twice }
        guard try first.isVisible(to: person, at: transaction.instant) else { return }
        throw ReactionRefusal(
            Text(
                nb: "den som kan se den første karakteren eller om den var bestått, kan ikke være klagesensor (UH-loven § 11-11(2))",
                nn: "den som kan sjå den første karakteren eller om han var greidd, kan ikkje vere klagesensor (UH-lova § 11-11(2))",
                en: "whoever can see the first grade or whether it was a pass cannot be examiner of the complaint (UH-loven § 11-11(2))"))
    }

    private static let twiceForAll = ReactionRefusal(
        Text(
            nb: "den som har vært sensor for en felles besvarelse, har vurdert den for alle som skrev den (UH-loven § 11-11(2))",
            nn: "den som har vore sensor for eit felles svar, har vurdert det for alle som skreiv det (UH-lova § 11-11(2))",
            en: "whoever has been examiner of a common script has judged it for everyone who wrote it (UH-loven § 11-11(2))"))
    private static let twice = ReactionRefusal(
        Text(
            nb: "den som har vært sensor i saken, kan ikke være sensor i den igjen (UH-loven § 11-11(2))",
            nn: "den som har vore sensor i saka, kan ikkje vere sensor i ho att (UH-lova § 11-11(2))",
            en: "whoever has been examiner in the case cannot be so again (UH-loven § 11-11(2))"))

    /// Refuses the last of the examiners where too few of them are from outside.
    private func requireExternal(
        _ needed: Int, of total: Int64, in record: String, under parent: String, _ number: Int64, _ transaction: ActionTransaction
    ) throws {
        let row = try Row.fetchOne(
            transaction.db.cachedStatement(
                sql: "SELECT count(*), coalesce(sum(external), 0) FROM assessment_\(record) WHERE \(parent) = ? AND _state <> 'recused'"),
            arguments: [number])
        let (all, external): (Int64, Int) = (row?[0] ?? 0, row?[1] ?? 0)
        guard all >= total, external < needed else { return }
        let paragraphs = record == "regrade" ? "§ 11-11(1)" : "§§ 11-6, 11-7(2)"
        let text =
            needed == 1
            ? Text(
                nb: "minst én av sensorene skal være ekstern (UH-loven \(paragraphs))",
                nn: "minst éin av sensorane skal vere ekstern (UH-lova \(paragraphs))",
                en: "at least one of the examiners must be external (UH-loven \(paragraphs))")
            : Text(
                nb: "minst \(needed) av sensorene skal være eksterne (UH-loven \(paragraphs))",
                nn: "minst \(needed) av sensorane skal vere eksterne (UH-lova \(paragraphs))",
                en: "at least \(needed) of the examiners must be external (UH-loven \(paragraphs))")
        throw ReactionRefusal(text, help: Text(verbatim: "assessment.pool-member.create --external true"))
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
            transaction.db.cachedStatement(sql: "SELECT _id FROM assessment_rubric WHERE rubric = ? ORDER BY edition DESC LIMIT 1"),
            arguments: [name])
    }
}
