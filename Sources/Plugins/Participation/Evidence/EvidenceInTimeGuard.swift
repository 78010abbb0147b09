import GRDB
import Kernel

/// After the last day to apply an applicant neither adds to her evidence nor changes it, unless the institution has asked her to.
///
/// It has asked when it has found her not qualified, or has not accepted a piece of her evidence: both say what lacks. What an administrator
/// writes is hers to answer for, and stands in the log under her name.
struct EvidenceInTimeGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let admission = try AdmissionCase(act, in: db)
        let stored = try Int64.fetchOne(
            db, sql: "SELECT application FROM participation_evidence WHERE _id = ?", arguments: [act.number])
        guard let application = stored ?? act.values["application"]?.integer.map(Int64.init),
            let fault = try Self.fault(application, admission, by: act.actor, in: db)
        else { return }
        throw ActRefusal.guarded(by: "participation/evidence-in-time", fault)
    }

    /// Why somebody may not touch the evidence of an application now; nil where she may.
    static func fault(_ application: Int64, _ admission: AdmissionCase, by actor: Actor, in db: Database) throws -> Text? {
        guard case .person(let person) = actor, let deadline = admission.round.deadline, admission.today > deadline,
            let applicant = try Applicant.find(application, in: db), applicant.person == person, applicant.state != "unqualified"
        else { return nil }
        let isAsked = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM participation_evidence WHERE application = ? AND _state = 'refused')",
            arguments: [application])
        guard isAsked != true else { return nil }
        return Text(
            nb: "søknadsfristen var \(deadline), og institusjonen har ikke bedt om mer dokumentasjon",
            nn: "søknadsfristen var \(deadline), og institusjonen har ikkje bede om meir dokumentasjon",
            en: "the last day to apply was \(deadline), and the institution has not asked for more evidence")
    }
}
