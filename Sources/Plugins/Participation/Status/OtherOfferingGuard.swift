import GRDB
import Kernel

/// One is transferred to another offering that is held, in which one does not take part already.
///
/// It has a seat of the kind that is free, whoever decides there has agreed where it is another institution's, and the work that is carried
/// over is work of it.
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
        if let course = try act.live.course(of: destination, in: db) {
            try requireAgreement(act, course, in: db)
            try requireSeat(act, course, in: db)
        }
    }

    /// Where it is another institution's course, someone there has said yes, unless who acts decides there herself.
    private func requireAgreement(_ act: GuardedAct, _ course: LiveCourse, in db: Database) throws {
        guard act.values["agreed-with"]?.string == nil else { return }
        let old = try String.fetchOne(
            db, sql: "SELECT e.offering FROM participation_seat s JOIN kernel_enrolment e ON e.id = s.enrolment WHERE s._id = ?",
            arguments: [act.number])
        let own = try old.flatMap { try act.live.course(of: $0, in: db)?.variant.course.institution }
        let other = course.variant.course.institution
        guard own != other else { return }
        if case .person = act.actor, try OfferingRole(course).isHeld(["administrator"], by: act.actor, in: db) { return }
        throw ActRefusal.rule(
            "other-offering", nb: "si hvem ved «\(other)» som har sagt ja til overføringen (--agreed-with)",
            nn: "sei kven ved «\(other)» som har sagt ja til overføringa (--agreed-with)",
            en: "say who at '\(other)' has agreed to the transfer (--agreed-with)")
    }

    /// The course has a free seat of the kind.
    private func requireSeat(_ act: GuardedAct, _ course: LiveCourse, in db: Database) throws {
        let rules = AdmissionRules(course)
        guard !rules.seats.isEmpty else { return }
        let kind =
            try act.values["seat"]?.string
            ?? String.fetchOne(db, sql: "SELECT kind FROM participation_seat WHERE _id = ?", arguments: [act.number]) ?? ""
        let kinds = rules.seats.map(\.kind).joined(separator: ", ")
        guard let seats = rules.seats.first(where: { $0.kind == kind }) else {
            throw ActRefusal.rule(
                "other-offering", nb: "«\(course.offering)» har ingen plass av slaget «\(kind)»; velg med --seat blant \(kinds)",
                nn: "«\(course.offering)» har ingen plass av slaget «\(kind)»; vel med --seat blant \(kinds)",
                en: "'\(course.offering)' has no seat of the kind '\(kind)'; choose with --seat among \(kinds)")
        }
        let taken = try SeatsTaken.count(in: course.offering, db)[kind] ?? 0
        guard taken >= seats.number else { return }
        throw ActRefusal.rule(
            "other-offering", nb: "ingen plass av slaget «\(kind)» er ledig i «\(course.offering)»: \(taken) av \(seats.number) er i bruk",
            nn: "ingen plass av slaget «\(kind)» er ledig i «\(course.offering)»: \(taken) av \(seats.number) er i bruk",
            en: "no seat of the kind '\(kind)' is free in '\(course.offering)': \(taken) of \(seats.number) are in use")
    }
}
