import GRDB
import Kernel

/// An application answers every demand, its evidence says what is needed, and the seats that it wishes are there.
struct CompleteGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let rules = try AdmissionCase(act, in: db).rules
        let evidence = try Evidence.list(of: act.number, in: db)
        if let stray = evidence.first(where: { piece in !rules.demands.contains { $0.id == piece.demand } }) {
            let known = rules.demands.map(\.id).joined(separator: ", ")
            throw ActRefusal.rule(
                "complete", nb: "dokumentasjonen svarer på «\(stray.demand)», men kravene er \(known)",
                nn: "dokumentasjonen svarer på «\(stray.demand)», men krava er \(known)",
                en: "evidence answers '\(stray.demand)', but the demands are \(known)")
        }
        let missing = Eligibility(demands: rules.demands).unanswered(evidence)
        guard missing.isEmpty else {
            func list(_ language: Language) -> String { missing.map { "\($0.title(language)) (\($0.id))" }.joined(separator: "; ") }
            throw ActRefusal.rule(
                "complete", nb: "dette er ikke dokumentert: \(list(.nb))", nn: "dette er ikkje dokumentert: \(list(.nn))",
                en: "no evidence was given for: \(list(.en))")
        }
        if evidence.contains(where: { $0.kind == "leader-employment" && ($0.period == nil || $0.post == nil) }) {
            throw ActRefusal.rule(
                "complete", nb: "en stilling må ha stilling, fra-dato og prosent (post, from, percent)",
                nn: "ei stilling må ha stilling, frå-dato og prosent (post, from, percent)",
                en: "a post needs which post, from when and how many per cent (post, from, percent)")
        }
        let kinds = rules.kinds(openTo: act.values["employer"]?.string ?? "")
        for wish in [act.values["seat-wish"]?.string, act.values["seat-second"]?.string].compactMap({ $0 }) where !kinds.contains(wish) {
            let known = kinds.joined(separator: ", ")
            throw ActRefusal.rule(
                "complete", nb: "kurset har ingen plasser av slaget «\(wish)» for deg; det har \(known)",
                nn: "kurset har ingen plassar av slaget «\(wish)» for deg; det har \(known)",
                en: "the course has no seats of the kind '\(wish)' for you; it has \(known)")
        }
    }
}
