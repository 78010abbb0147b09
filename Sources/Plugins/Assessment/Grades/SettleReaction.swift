import GRDB
import Kernel

/// A joint grade settles the disagreement about a script.
struct SettleReaction: Reaction {
    let events: EventSelection = ["assessment.decision.created"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let script = event.number("script"), let decision = event.number("decision"),
            let content = try transaction.records.load(transaction.assessmentType("decision"), decision),
            let grade = content.values["grade"]?.string, let offering = content.offering
        else { return }
        if let live = transaction.live, let tree = try ExamTree.of(offering: offering, in: transaction.db), !tree.parts.isEmpty {
            let scale = try tree.scale(live.registry)
            if !scale.contains(grade) { throw ReactionRefusal(OnTheScaleGuard.sentence(grade, scale)) }
        }
        if content.values["way"]?.string == "moderation", try !hasModerator(script, transaction) {
            throw ReactionRefusal(
                Text(
                    nb: "ingen oppmann har vurdert besvarelsen", nn: "ingen oppmann har vurdert svaret",
                    en: "no moderator has judged the script"),
                help: Text(
                    nb: "oppnevn en sensor til: assessment.judgement.create", nn: "oppnemn ein sensor til: assessment.judgement.create",
                    en: "name one more examiner: assessment.judgement.create"))
        }
        let state = try ExamStore(transaction.db).script(script)?.state
        let set = try ExamStore(transaction.db).grades("judgement", under: "script", script)
        if state == "disagreement", content.values["way"]?.string == "agreement" {
            throw ReactionRefusal(
                Text(
                    nb: "sensorene satte ikke samme karakter hver for seg", nn: "sensorane sette ikkje same karakter kvar for seg",
                    en: "the examiners did not set the same grade each on their own"))
        }
        if state == "disagreement", !set.contains(grade), content.values["reason"]?.string == nil {
            throw ReactionRefusal(
                Text(
                    nb: "ingen av sensorene satte karakteren «\(grade)»", nn: "ingen av sensorane sette karakteren «\(grade)»",
                    en: "none of the examiners set the grade '\(grade)'"),
                help: Text(
                    nb: "oppgi begrunnelsen med --reason", nn: "oppgi grunngivinga med --reason", en: "give the reason with --reason"))
        }
        try transaction.advance("script", script, "settle")
    }

    private func hasModerator(_ script: Int64, _ transaction: ActionTransaction) throws -> Bool {
        try Bool.fetchOne(
            transaction.db.cachedStatement(
                sql: "SELECT EXISTS (SELECT 1 FROM assessment_judgement WHERE script = ? AND moderates AND _state = 'sealed')"),
            arguments: [script]) == true
    }
}
