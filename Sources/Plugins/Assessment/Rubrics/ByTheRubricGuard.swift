import GRDB
import Kernel

/// The levels of a judgement are those of the edition of the rubric that it is pinned to; handed in it has one for each criterion.
struct ByTheRubricGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let levels = (act.values["levels"]?.array ?? []).compactMap(\.string)
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT b.rubric, b.edition, b.body FROM assessment_judgement j JOIN assessment_rubric b ON b._id = j.rubric WHERE j._id = ?
                """, arguments: [act.number])
        guard let row else {
            guard !levels.isEmpty else { return }
            throw ActRefusal.rule(
                "by-the-rubric", nb: "ingen vurderingskriterier er knyttet til vurderingen, så den har ingen nivåer",
                nn: "ingen vurderingskriterium er knytte til vurderinga, så ho har ingen nivå",
                en: "no rubric is pinned to the judgement, so it has no levels")
        }
        let rubric = Rubric(id: row[0], edition: row[1], body: try JSONValue(parsing: Array((row[2] as String).utf8)))
        let faults = LevelFaults(levels, by: rubric, isComplete: act.action.hasSuffix(".seal")).all
        guard let first = faults.first else { return }
        func joined(_ language: Language) -> String { ([first] + faults.dropFirst()).map { $0(language) }.joined(separator: "; ") }
        throw ActRefusal.rule(
            "by-the-rubric", nb: "nivåene følger ikke «\(rubric.id)», versjon \(rubric.edition): \(joined(.nb))",
            nn: "nivåa følgjer ikkje «\(rubric.id)», versjon \(rubric.edition): \(joined(.nn))",
            en: "the levels do not follow '\(rubric.id)', edition \(rubric.edition): \(joined(.en))")
    }
}
