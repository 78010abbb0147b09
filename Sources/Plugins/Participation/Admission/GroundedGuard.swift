import GRDB
import Kernel

/// What is accepted has a document, the owner's confirmation or written grounds; what is found equal always has grounds.
///
/// Where the variant asks for the owner's confirmation, a document is not enough.
struct GroundedGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        guard let evidence = try Evidence.find(act.number, in: db) else { return }
        let basis = act.values["basis"]?.string ?? "national-rule"
        let grounds = act.values["grounds"]?.string ?? ""
        if basis != "national-rule", grounds.isEmpty {
            throw ActRefusal.rule(
                "grounded", nb: "skriv hvorfor det regnes som likt (--grounds)", nn: "skriv kvifor det blir rekna som likt (--grounds)",
                en: "write why it counts as equal (--grounds)")
        }
        if evidence.kind == "prior-learning", basis != "prior-learning" {
            throw ActRefusal.rule(
                "grounded", nb: "realkompetanse vurderes som realkompetanse (--basis prior-learning)",
                nn: "realkompetanse blir vurdert som realkompetanse (--basis prior-learning)",
                en: "prior learning is assessed as prior learning (--basis prior-learning)")
        }
        let demand = try AdmissionCase(act, in: db).rules.demands.first { $0.id == evidence.demand }
        if demand?.confirmedByOwner == true, evidence.state != "confirmed", grounds.isEmpty {
            throw ActRefusal.rule(
                "grounded", nb: "skoleeieren har ikke bekreftet det; skriv ellers hvorfor det godtas likevel (--grounds)",
                nn: "skuleeigaren har ikkje stadfesta det; skriv elles kvifor det blir godteke likevel (--grounds)",
                en: "the school owner has not confirmed it; otherwise write why it is accepted all the same (--grounds)")
        }
        if evidence.document == nil, evidence.state != "confirmed", grounds.isEmpty {
            throw ActRefusal.rule(
                "grounded", nb: "det er verken dokument, bekreftelse fra skoleeieren eller grunner",
                nn: "det er verken dokument, stadfesting frå skuleeigaren eller grunnar",
                en: "there is neither a document, nor the school owner's confirmation, nor grounds")
        }
    }
}
