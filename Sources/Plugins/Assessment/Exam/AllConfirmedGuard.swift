import GRDB
import Kernel

/// Nobody delivers in the name of someone who has not agreed: it would use her attempt, and give her the grade.
struct AllConfirmedGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let store = ExamStore(db)
        guard let script = try store.script(act.number), script.members.count > 1 else { return }
        var confirmed = Set(try store.list("script", "confirmed", script.number))
        if case .person(let person) = act.actor { confirmed.insert(person) }
        let missing = try script.members.filter { !confirmed.contains($0) }.map { person in
            try String.fetchOne(db.cachedStatement(sql: "SELECT id FROM kernel_person WHERE key = ?"), arguments: [person]) ?? ""
        }
        guard !missing.isEmpty else { return }
        let (names, command) = (missing.joined(separator: ", "), "assessment.script.confirm \(script.number)")
        throw ActRefusal.rule(
            "all-confirmed", nb: "disse har ikke bekreftet at de leverer sammen med de andre: \(names); det gjør de selv med \(command)",
            nn: "desse har ikkje stadfesta at dei leverer saman med dei andre: \(names); det gjer dei sjølve med \(command)",
            en: "these have not confirmed that they deliver with the others: \(names); each does so with \(command)")
    }
}
