import GRDB
import Kernel

/// What is accepted has a document, the owner's confirmation or written grounds; what is found equal always has grounds.
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
        if evidence.document == nil, evidence.state != "confirmed", grounds.isEmpty {
            throw ActRefusal.rule(
                "grounded", nb: "det er verken dokument, bekreftelse fra skoleeieren eller grunner",
                nn: "det er verken dokument, stadfesting frå skuleeigaren eller grunnar",
                en: "there is neither a document, nor the school owner's confirmation, nor grounds")
        }
    }
}
