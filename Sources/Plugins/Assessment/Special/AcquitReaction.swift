import GRDB
import Kernel

/// Whoever is acquitted after a complaint has used no attempt at the exam that was annulled, and has the approval of her required work back
/// (UH-loven § 12-4, consolidated 2026-08-01).
struct AcquitReaction: Reaction {
    let events: EventSelection = ["assessment.suspicion.dismiss", "assessment.work-suspicion.dismiss"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        if let suspicion = event.number("work-suspicion"), let work = event.number("work") {
            guard try isCleared("work-suspicion", suspicion, of: "work", work, transaction.db),
                try isAnnulled(work, transaction.db)
            else { return }
            return try transaction.advance("work", work, "restore")
        }
        guard let suspicion = event.number("suspicion"), let candidate = event.number("candidate"),
            try isCleared("suspicion", suspicion, of: "candidate", candidate, transaction.db),
            try Bool.fetchOne(
                transaction.db, sql: "SELECT _state = 'annulled' FROM assessment_candidate WHERE _id = ?", arguments: [candidate]) == true
        else { return }
        try transaction.change("candidate", candidate, ["counts": .truth(false)])
    }

    /// Whether a case had annulled something, and no other one does.
    private func isCleared(_ kind: String, _ suspicion: Int64, of parent: String, _ number: Int64, _ db: Database) throws -> Bool {
        let table = SQLName.table(module: "assessment", record: kind)
        let sql = """
            SELECT EXISTS (SELECT 1 FROM kernel_state WHERE kind = ?1 AND record = ?2 AND state IN ('annulled', 'excluded'))
            AND NOT EXISTS (SELECT 1 FROM \(table) WHERE \(SQLName.quoted(parent)) = ?3 AND _state IN ('annulled', 'excluded'))
            """
        return try Bool.fetchOne(db, sql: sql, arguments: ["assessment.\(kind)", suspicion, number]) == true
    }

    /// Whether annulment is what was decided last of required work.
    private func isAnnulled(_ work: Int64, _ db: Database) throws -> Bool {
        let last = try String.fetchOne(
            db,
            sql: """
                SELECT transition FROM kernel_state WHERE kind = 'assessment.work' AND record = ?
                AND transition IN ('approve', 'carry-over', 'reject', 'annul', 'restore') ORDER BY entry DESC LIMIT 1
                """, arguments: [work])
        return last == "annul"
    }
}
