import GRDB
import Kernel

/// Whoever steps aside as examiner has the script no longer.
struct RecuseReaction: Reaction {
    let events: EventSelection = ["assessment.judgement.step-aside", "assessment.regrade.step-aside"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        let isAppeal = event.name == "assessment.regrade.step-aside"
        guard let script = event.number("script"), let number = event.number(isAppeal ? "regrade" : "judgement"),
            let person = try Int64.fetchOne(
                transaction.db, sql: "SELECT assessor FROM assessment_\(isAppeal ? "regrade" : "judgement") WHERE _id = ?",
                arguments: [number])
        else { return }
        try remove(person, from: isAppeal ? "appeal-assessors" : "assessors", of: "script", script, transaction)
        if let regrading = event.number("regrading") { try remove(person, from: "assessors", of: "regrading", regrading, transaction) }
    }

    private func remove(_ person: Int64, from field: String, of record: String, _ number: Int64, _ transaction: ActionTransaction) throws {
        let known = try ExamStore(transaction.db).list(record, field, number)
        guard known.contains(person) else { return }
        try transaction.change(record, number, [field: .people(known.filter { $0 != person })])
    }
}
