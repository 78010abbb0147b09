import GRDB
import Kernel

/// Members of a staff take part in observation, mentoring and lesson study only as long as they have said yes to it.
///
/// The staff are third parties to the course: whoever is named, and neither acts herself nor asked for it, has given a consent that covers the
/// work and has not been withdrawn. Nobody says yes to mentoring that she asked for herself. Source: GDPR art. 6(1)(a) and 7(3), read 2026-08-01.
struct Consented: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        guard let named = try NamedPeople(act.record.name, act.number, act.live, in: db) else { return }
        let author = try named.author(of: act.record, act.number, in: db)
        let isPair = act.record.name != "lesson-study"
        if act.record.name == "mentoring", let author, try NamedPeople.isActor(author, act, in: db) {
            throw ActRefusal.guarded(
                by: "consented",
                Text(
                    nb: "det er den andre av de to som sier ja", nn: "det er den andre av dei to som seier ja",
                    en: "it is the other of the two who says yes"))
        }
        for person in named.people(act.values) {
            if isPair, person == author { continue }
            guard try !NamedPeople.isActor(person, act, in: db), try !named.hasConsented(person, in: db) else { continue }
            throw NamedPeople.refusal(person, by: "consented")
        }
    }
}
