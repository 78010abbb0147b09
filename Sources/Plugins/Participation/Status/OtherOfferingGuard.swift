import GRDB
import Kernel

/// One is transferred to another offering that is held, in which one does not take part already; the work that is carried over is work of it.
struct OtherOfferingGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        guard let destination = act.values["destination"]?.string else { return }
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT e.offering = ?2, o.state = 'active',
                EXISTS (SELECT 1 FROM kernel_enrolment x WHERE x.offering = ?2 AND x.person = e.person AND x.role = 'participant' AND x.state = 'active')
                FROM participation_seat s JOIN kernel_enrolment e ON e.id = s.enrolment JOIN kernel_offering o ON o.id = ?2 WHERE s._id = ?1
                """, arguments: [act.number, destination])
        guard let row, row[0] == 0, row[1] == 1, row[2] == 0 else {
            throw ActRefusal.rule(
                "other-offering", nb: "«\(destination)» er ikke en annen gjennomføring som deltakeren kan gå over til",
                nn: "«\(destination)» er ikkje ei anna gjennomføring som deltakaren kan gå over til",
                en: "'\(destination)' is not another offering that the participant can go over to")
        }
        let activities = try act.live.course(of: destination, in: db)?.variant.activities.map(\.id) ?? []
        let works = (act.values["recognise"]?.array ?? []).compactMap(\.string)
        if let unknown = works.first(where: { !activities.contains($0) }) {
            let known = activities.joined(separator: ", ")
            throw ActRefusal.rule(
                "other-offering", nb: "«\(destination)» har ikke noe arbeid som heter «\(unknown)»; det har \(known)",
                nn: "«\(destination)» har ikkje noko arbeid som heiter «\(unknown)»; det har \(known)",
                en: "'\(destination)' has no work called '\(unknown)'; it has \(known)")
        }
    }
}
