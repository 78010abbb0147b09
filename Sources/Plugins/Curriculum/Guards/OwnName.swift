import GRDB
import Kernel

/// Whoever disagrees may put her own name to it, or none; nobody puts another's.
struct OwnName: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        guard let who = act.values["who"], who != .null else { return }
        // What is brought names a person by id, what is kept by key.
        if case .person(let key) = act.actor, let person = try Person.find(key: key, in: db),
            who.string == person.id || who.integer == Int(key)
        {
            return
        }
        throw ActRefusal.guarded(
            by: "own-name",
            Text(
                nb: "du kan sette ditt eget navn på uenigheten, eller ingen; ikke navnet til en annen",
                nn: "du kan setje ditt eige namn på usemja, eller ingen; ikkje namnet til ein annan",
                en: "you may put your own name to a dissent, or none; not the name of another"))
    }
}
