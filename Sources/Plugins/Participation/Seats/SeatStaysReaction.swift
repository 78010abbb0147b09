import GRDB
import Kernel

/// A seat that was entered by mistake is taken out again, as long as nothing leans on it.
///
/// An application that ended in it leans on it, a transfer that brought half-days along, and whatever has become of it since: a leave, a
/// withdrawal, an exclusion.
struct SeatStaysReaction: Reaction {
    let events: EventSelection = ["participation.seat.deleted"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let seat = event.number(of: "participation.seat"), let enrolment = event.number(of: "kernel.enrolment") else { return }
        let db = transaction.db
        let hasHistory = try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM kernel_state WHERE kind = 'participation.seat' AND record = ?1 AND entry > (
                SELECT max(entry) FROM kernel_state WHERE kind = 'participation.seat' AND record = ?1 AND transition = 'create'))
                """, arguments: [seat])
        if hasHistory == true {
            throw refusal(
                nb: "plassen har vært søkt om permisjon fra, hatt permisjon eller vært avsluttet; rett det som er galt med update",
                nn: "plassen har vore søkt om permisjon frå, hatt permisjon eller vore avslutta; rett det som er gale med update",
                en: "leave has been asked for from this seat, or it has been ended; mend what is wrong with update")
        }
        let isAdmitted = try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM kernel_enrolment e JOIN participation_round r ON r.offering = e.offering
                JOIN participation_application a ON a.round = r._id AND a.applicant = e.person AND a._state = 'enrolled' WHERE e.id = ?)
                """, arguments: [enrolment])
        if isAdmitted == true {
            throw refusal(
                nb: "plassen er gitt etter en søknad; rett det som er galt med update, eller la deltakeren slutte (withdraw)",
                nn: "plassen er gitt etter ein søknad; rett det som er gale med update, eller lat deltakaren slutte (withdraw)",
                en: "the seat was given after an application; mend what is wrong with update, or let the participant withdraw")
        }
        let isCarried = try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM kernel_enrolment e JOIN kernel_enrolment o ON o.person = e.person
                JOIN participation_seat s ON s.enrolment = o.id AND s._state = 'transferred' AND s.destination = e.offering WHERE e.id = ?)
                """, arguments: [enrolment])
        if isCarried == true {
            throw refusal(
                nb: "plassen kom med en overføring og har med seg det som teller derfra; rett det som er galt med update",
                nn: "plassen kom med ei overføring og har med seg det som tel derifrå; rett det som er gale med update",
                en: "the seat came with a transfer and carries what counts from there; mend what is wrong with update")
        }
    }

    private func refusal(nb: String, nn: String, en: String) -> ReactionRefusal { ReactionRefusal(Text(nb: nb, nn: nn, en: en)) }
}
