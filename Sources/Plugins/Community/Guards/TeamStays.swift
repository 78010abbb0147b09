import GRDB
import Kernel

/// Nobody is taken out of a team by another: what a team did is shared with the yes of all who were in it.
struct TeamStays: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        guard let named = try NamedPeople(act.record.name, act.number, act.live, in: db) else { return }
        let stay = Set(named.people(act.values))
        for person in try named.people(of: act.number, in: db) where !stay.contains(person) {
            guard try !NamedPeople.isActor(person, act, in: db) else { continue }
            throw ActRefusal.guarded(
                by: "team-stays",
                Text(
                    nb: "«\(person)» er med i teamet, og bare hun eller han selv kan gå ut av det",
                    nn: "«\(person)» er med i teamet, og berre ho eller han sjølv kan gå ut av det",
                    en: "'\(person)' is in the team, and nobody else can take them out of it"))
        }
    }
}
