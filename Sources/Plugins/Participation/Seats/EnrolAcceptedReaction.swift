import GRDB
import Kernel

/// Enrols those who have accepted, and gives each the seat that was offered; once the admission is over, each as she accepts.
struct EnrolAcceptedReaction: Reaction {
    let events: EventSelection = ["participation.round.start", "participation.application.accept"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let number = event.number(of: AdmissionRound.kind), let live = transaction.live, let type = live.record(Applicant.kind),
            let enrol = type.workflow?.transition("enrol"), let seatType = live.record("participation.seat")
        else { return }
        let db = transaction.db
        let admission = try AdmissionCase(round: number, live: live, at: transaction.instant, in: db)
        guard event.name == "participation.round.start" || admission.round.state == "finished" else { return }
        for applicant in try Applicant.list(round: number, in: ["accepted"], db) {
            let id = try String.fetchOne(db, sql: "SELECT id FROM kernel_person WHERE key = ?", arguments: [applicant.person]) ?? ""
            let outcome = try transaction.perform(
                "kernel.enrolment.create", ["offering": .string(admission.round.offering), "person": .string(id)])
            guard let enrolment = outcome.id.flatMap({ Int64($0) }) else { continue }
            let kind = applicant.seat ?? "funded"
            let gives = admission.rules.seats.first { $0.kind == kind }?.giveCredits ?? true
            var values: [String: FieldValue] = [
                "kind": .scalar(kind.databaseValue), "credits": .scalar((gives ? 1 : 0).databaseValue),
                "employer": .scalar(applicant.employer.databaseValue), "extra": .scalar((applicant.isExtra ? 1 : 0).databaseValue),
            ]
            if let outside = applicant.outside {
                values["outside"] = .scalar(outside.databaseValue)
                values["why"] = .scalar((try Award.last(of: applicant.number, in: db)?.reason).databaseValue)
            }
            if let school = applicant.school { values["school"] = .scalar(school.databaseValue) }
            if let team = applicant.team { values["team"] = .scalar(team.databaseValue) }
            let known = try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM participation_seat WHERE enrolment = ?)", arguments: [enrolment])
            if known != true { try transaction.records.create(seatType, values, parent: enrolment.databaseValue) }
            try transaction.records.move(type, applicant.number, enrol)
        }
    }
}
