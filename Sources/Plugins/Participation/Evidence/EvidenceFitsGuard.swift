import GRDB
import Kernel

/// Evidence answers one of the demands of the admission, and a period in a post does not end before it begins.
struct EvidenceFitsGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        if let from = act.values["from"]?.string, let until = act.values["until"]?.string, until < from {
            throw ActRefusal.rule(
                "evidence-fits", nb: "perioden slutter (\(until)) før den begynner (\(from))",
                nn: "perioden sluttar (\(until)) før han byrjar (\(from))", en: "the period ends (\(until)) before it begins (\(from))")
        }
        let demands = try AdmissionCase(act, in: db).rules.demands
        // Where nothing is demanded there is nothing to name.
        guard !demands.isEmpty, let demand = act.values["demand"]?.string, !demands.contains(where: { $0.id == demand }) else { return }
        func list(_ language: Language) -> String { demands.map { "\($0.id) (\($0.title(language)))" }.joined(separator: "; ") }
        throw ActRefusal.rule(
            "evidence-fits", nb: "ingen krav i opptaket heter «\(demand)»; kravene er \(list(.nb))",
            nn: "ingen krav i opptaket heiter «\(demand)»; krava er \(list(.nn))",
            en: "no demand of the admission is called '\(demand)'; the demands are \(list(.en))")
    }
}
