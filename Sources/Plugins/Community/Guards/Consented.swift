import GRDB
import Kernel

/// Members of a staff take part in observation, mentoring and lesson study only as long as they have said yes to it.
///
/// The staff are third parties to the course: whoever is named, and does not act herself, has given a consent that covers the work and has not
/// been withdrawn. Source: GDPR art. 6(1)(a) and 7(3), read 2026-08-01.
struct Consented: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        guard let named = try NamedPeople(act.record.name, act.number, act.live, in: db) else { return }
        for person in named.people(act.values) {
            guard try !NamedPeople.isActor(person, act, in: db), try !named.hasConsented(person, in: db) else { continue }
            throw NamedPeople.refusal(person, by: "consented")
        }
    }
}
