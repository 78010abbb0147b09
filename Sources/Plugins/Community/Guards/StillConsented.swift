import GRDB
import Kernel

/// What was begun with a consent is neither gone on with, written in nor shared after it was withdrawn or narrowed, except by her who did
/// so.
///
/// Whoever is put in the place of another must have consented. Source: GDPR art. 7(3), read 2026-08-01.
struct StillConsented: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let work: String
        let number: Int64
        switch act.record.name {
        case "share":
            work = act.values["record"]?.string ?? ""
            number = Int64(act.values["number"]?.integer ?? 0)
        case "talk":
            work = "mentoring"
            number = Int64(act.values["mentoring"]?.integer ?? 0)
        default:
            work = act.record.name
            number = act.number
        }
        guard let named = try NamedPeople(work, number, act.live, in: db) else { return }
        let there = try named.people(of: number, in: db)
        let people = number == act.number ? named.people(act.values) : there
        for person in people where try !NamedPeople.isActor(person, act, in: db) {
            let isRefused = try there.contains(person) ? named.hasWithdrawn(person, in: db) : !named.hasConsented(person, in: db)
            guard !isRefused else { throw NamedPeople.refusal(person, by: "still-consented") }
        }
    }
}
