import GRDB
import Kernel

/// A school owner nominates its own leaders, in time, once each, not the one who acts for it herself, and in an order where the variant asks for one.
///
/// Of others it is told nothing: who works elsewhere, who is not there at all, and a school of another owner are refused in the same words.
struct NominatesGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        guard let round = act.values["round"]?.integer, let employer = act.values["employer"]?.string,
            let name = act.values["person"]?.string
        else { return }
        let admission = try AdmissionCase(act, in: db)
        if let fault = InTimeGuard.fault(admission) { throw ActRefusal.guarded(by: "participation/in-time", fault) }
        if let last = admission.round.ownerDeadline, admission.today > last {
            throw Self.refused(
                nb: "skoleeierens frist var \(last)", nn: "fristen til skuleeigaren var \(last)",
                en: "the school owner's last day was \(last)")
        }
        let person = try Int64.fetchOne(db, sql: "SELECT key FROM kernel_person WHERE id = ?", arguments: [name])
        if case .person(let actor) = act.actor {
            if actor == person {
                throw Self.refused(
                    nb: "du kan ikke gjøre dette i din egen sak", nn: "du kan ikkje gjere dette i di eiga sak",
                    en: "you cannot do this in your own case")
            }
        }
        guard let person, try SchoolOwner.employs(employer, person, at: act.values["school"]?.string, in: db) else {
            throw Self.refused(
                nb: "«\(name)» er ikke registrert hos «\(employer)» eller på skolen som er nevnt (--school)",
                nn: "«\(name)» er ikkje registrert hos «\(employer)» eller på skulen som er nemnd (--school)",
                en: "'\(name)' is not registered with '\(employer)' or at the school that is named (--school)")
        }
        try Self.requireNew(person, Int64(round), name, in: db)
        try requirePriority(act.values["priority"]?.integer, admission, employer, in: db)
    }

    /// That the person has no application or open nomination in the round.
    ///
    /// - Throws: `ActRefusal`.
    static func requireNew(_ person: Int64, _ round: Int64, _ name: String, except own: Int64 = 0, in db: Database) throws {
        if let application = try Int64.fetchOne(
            db, sql: "SELECT _id FROM participation_application WHERE round = ? AND applicant = ?", arguments: [round, person])
        {
            throw refused(
                nb: "«\(name)» har alt søknad \(application) i runden", nn: "«\(name)» har alt søknad \(application) i runden",
                en: "'\(name)' has application \(application) in the round already")
        }
        if let other = try Int64.fetchOne(
            db, sql: "SELECT _id FROM participation_nomination WHERE round = ? AND person = ? AND _state = 'proposed' AND _id <> ?",
            arguments: [round, person, own])
        {
            throw refused(
                nb: "«\(name)» har alt forslag \(other) i runden", nn: "«\(name)» har alt framlegg \(other) i runden",
                en: "'\(name)' has nomination \(other) in the round already")
        }
    }

    private func requirePriority(_ priority: Int?, _ admission: AdmissionCase, _ employer: String, in db: Database) throws {
        guard admission.rules.ownerPart == .prioritise else { return }
        guard let priority else {
            throw Self.refused(
                nb: "si hvilket nummer lederen er i rekkefølgen (--priority)", nn: "sei kva nummer leiaren er i rekkjefølgja (--priority)",
                en: "say which number the leader is in the order (--priority)")
        }
        let round = admission.round.number
        guard try Self.isTaken(priority, by: employer, in: round, db) else { return }
        throw Self.refused(
            nb: "nummer \(priority) er gitt til en annen", nn: "nummer \(priority) er gitt til ein annan",
            en: "number \(priority) has been given to another")
    }

    /// Whether a number in an employer's order has been given to somebody else.
    static func isTaken(
        _ priority: Int, by employer: String, in round: Int64, exceptApplication application: Int64 = 0,
        exceptNomination nomination: Int64 = 0,
        _ db: Database
    ) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM participation_application WHERE round = ?1 AND employer = ?2 AND priority = ?3 AND _id <> ?4)
                OR EXISTS (SELECT 1 FROM participation_nomination n WHERE n.round = ?1 AND n.employer = ?2 AND n.priority = ?3 AND n._id <> ?5
                AND (n._state = 'proposed' OR n._state = 'accepted' AND EXISTS (SELECT 1 FROM participation_application a
                WHERE a.nomination = n._id AND a._state = 'draft' AND a._id <> ?4)))
                """, arguments: [round, employer, priority, application, nomination]) == true
    }

    private static func refused(nb: String, nn: String, en: String) -> ActRefusal { .rule("nominates", nb: nb, nn: nn, en: en) }
}
