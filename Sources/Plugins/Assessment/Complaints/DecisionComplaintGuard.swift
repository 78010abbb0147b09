import GRDB
import Kernel

/// What must be so for a complaint about a decision to be made, and to be decided by the appeals body.
///
/// Source: forvaltningsloven §§ 6 to 10, 29 and 31, of 2025 §§ 25 to 29, 63 and 65 (consolidated 2026-08-01).
struct DecisionComplaintGuard: ActionGuard {
    enum Demand: Sendable { case complainable, otherHands }

    let demand: Demand

    init(_ demand: Demand) { self.demand = demand }

    func check(_ act: GuardedAct, in db: Database) throws {
        guard let decision = ComplainableDecision.all[act.record.name] else { return }
        let taken = try decision.taken(complaint: act.record.name, act.number, in: db)
        switch demand {
        case .complainable: try complainable(act, decision, taken, db)
        case .otherHands: try otherHands(act, taken, db)
        }
    }

    private func complainable(
        _ act: GuardedAct, _ decision: ComplainableDecision, _ taken: ComplainableDecision.Taken?, _ db: Database
    ) throws {
        guard let taken else {
            throw ActRefusal.rule(
                "complainable", nb: "det er ikke truffet noe vedtak å klage på (fvl. § 29)",
                nn: "det er ikkje gjort noko vedtak å klage på (fvl. § 29)", en: "there is no decision to complain of (fvl. § 29)")
        }
        let zone = act.live.timeZone
        let last = try zone.day(at: taken.instant).adding(months: 12)
        if zone.day(at: act.instant) > last {
            throw ActRefusal.rule(
                "complainable", nb: "det er mer enn ett år siden vedtaket (fvl. § 31, fvl. 2025 § 65)",
                nn: "det er meir enn eitt år sidan vedtaket (fvl. § 31, fvl. 2025 § 65)",
                en: "it is more than a year since the decision (fvl. § 31, fvl. 2025 § 65)")
        }
        let sql = """
            SELECT EXISTS (SELECT 1 FROM \(SQLName.table(module: "assessment", record: act.record.name)) c
            JOIN kernel_state s ON s.kind = ?1 AND s.record = c._id AND s.state = 'made' AND s.event > ?2
            WHERE c.\(SQLName.quoted(SQLName.column(decision.record))) = ?3 AND c._id <> ?4 AND c._state IN ('made', 'board', 'rejected'))
            """
        let isTwice = try Bool.fetchOne(db, sql: sql, arguments: [act.record.id, taken.event, taken.number, act.number])
        guard isTwice == true else { return }
        throw ActRefusal.rule(
            "complainable", nb: "det er alt klaget på dette vedtaket", nn: "det er alt klaga på dette vedtaket",
            en: "a complaint about this decision has been made already")
    }

    /// Neither the one who took the decision nor the one who kept to it decides for the appeals body.
    private func otherHands(_ act: GuardedAct, _ taken: ComplainableDecision.Taken?, _ db: Database) throws {
        guard case .person = act.actor else { return }
        let sql = """
            SELECT e.actor FROM kernel_state s JOIN kernel_event e ON e.sequence = s.event
            WHERE s.kind = ? AND s.record = ? AND s.state = 'board' ORDER BY s.entry DESC LIMIT 1
            """
        let keeper = try String.fetchOne(db, sql: sql, arguments: [act.record.id, act.number])
        guard [taken?.actor, keeper].contains(act.actor.description) else { return }
        throw ActRefusal.rule(
            "other-hands",
            nb: "du har truffet vedtaket eller holdt fast ved det; klagen avgjøres av andre (fvl. §§ 6-10, fvl. 2025 §§ 25-29)",
            nn: "du har gjort vedtaket eller halde fast ved det; klaga blir avgjord av andre (fvl. §§ 6-10, fvl. 2025 §§ 25-29)",
            en: "you took the decision or kept to it; the complaint is decided by others (fvl. §§ 6-10, fvl. 2025 §§ 25-29)")
    }
}
