import GRDB
import Kernel

/// The school owner has a part, in time, not in her own case, and orders its applicants where the variant asks for that.
struct OwnerPartGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let admission = try AdmissionCase(act, in: db)
        guard admission.rules.ownerPart != .none else {
            throw ActRefusal.rule(
                "owner-part", nb: "skoleeieren har ingen del i dette opptaket", nn: "skuleeigaren har ingen del i dette opptaket",
                en: "the school owner has no part in this admission")
        }
        if let last = admission.round.ownerDeadline, admission.today > last {
            throw ActRefusal.rule(
                "owner-part", nb: "skoleeierens frist var \(last)", nn: "fristen til skuleeigaren var \(last)",
                en: "the school owner's last day was \(last)")
        }
        try NotOwnGuard().check(act, in: db)
        guard act.action.hasSuffix(".approve"), admission.rules.ownerPart == .prioritise else { return }
        guard let priority = act.values["priority"]?.integer, let own = try Applicant.find(act.number, in: db) else {
            throw ActRefusal.rule(
                "owner-part", nb: "si hvilket nummer søkeren er i rekkefølgen (--priority)",
                nn: "sei kva nummer søkjaren er i rekkjefølgja (--priority)",
                en: "say which number the applicant is in the order (--priority)")
        }
        if try NominatesGuard.isTaken(
            priority, by: own.employer, in: own.round, exceptApplication: own.number, db)
        {
            throw ActRefusal.rule(
                "owner-part", nb: "nummer \(priority) er gitt til en annen", nn: "nummer \(priority) er gitt til ein annan",
                en: "number \(priority) has been given to another")
        }
    }
}
