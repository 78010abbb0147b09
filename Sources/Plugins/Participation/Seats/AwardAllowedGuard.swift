import GRDB
import Kernel

/// A seat is given outside the ranking to one who has applied and has none, of a kind that the course has; it takes a free seat, or says that it
/// comes on top of those that there are.
struct AwardAllowedGuard: ActionGuard {
    /// The states of an application in which a seat can be given.
    static let open = ["submitted", "approved", "qualified", "unqualified", "waiting", "expired", "closed"]

    func check(_ act: GuardedAct, in db: Database) throws {
        let admission = try AdmissionCase(act, in: db)
        guard let number = act.values["application"]?.integer, let applicant = try Applicant.find(Int64(number), in: db),
            let kind = act.values["seat"]?.string
        else { return }
        try requireOpen(applicant, admission, in: db)
        if let until = try Exclusion.until(applicant.person, from: admission.course, on: admission.today, live: act.live, in: db) {
            throw ActRefusal.rule(
                "award-allowed", nb: "søkeren er utestengt til og med \(until) (UH-loven § 12-4)",
                nn: "søkjaren er utestengd til og med \(until) (UH-lova § 12-4)",
                en: "the applicant is excluded until \(until) (UH-loven § 12-4)")
        }
        let open = admission.rules.kinds(openTo: applicant.employer)
        guard admission.rules.seats.isEmpty || open.contains(kind) else {
            let known = open.joined(separator: ", ")
            throw ActRefusal.rule(
                "award-allowed", nb: "søkeren kan ikke få en plass av slaget «\(kind)»; av dem kurset har, er disse åpne: \(known)",
                nn: "søkjaren kan ikkje få ein plass av slaget «\(kind)»; av dei kurset har, er desse opne: \(known)",
                en: "the applicant cannot have a seat of the kind '\(kind)'; for her the course has \(known)")
        }
        guard act.values["extra"]?.bool != true else { return }
        try SeatKnownGuard.requireFree(kind, admission.rules, offering: admission.round.offering, places: admission.round.places, in: db)
    }

    private func requireOpen(_ applicant: Applicant, _ admission: AdmissionCase, in db: Database) throws {
        let wasSubmitted = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM kernel_state WHERE kind = ? AND record = ? AND state = 'submitted')",
            arguments: [Applicant.kind, applicant.number])
        guard Self.open.contains(applicant.state), wasSubmitted == true else {
            throw ActRefusal.rule(
                "award-allowed",
                nb: "søknaden er ikke en som kan få plass nå: den er ikke sendt, er avsluttet av søkeren, eller har alt et tilbud",
                nn: "søknaden er ikkje ein som kan få plass no: han er ikkje send, er avslutta av søkjaren, eller har alt eit tilbod",
                en:
                    "the application cannot be given a seat now: it was not submitted, the applicant has ended it, or it has an offer already"
            )
        }
        if admission.round.state == "cancelled" {
            throw ActRefusal.rule(
                "award-allowed", nb: "runden er avlyst", nn: "runden er avlyst", en: "the round is cancelled")
        }
        let frozen = try Int64.fetchOne(
            db, sql: "SELECT _id FROM participation_ranking WHERE round = ? AND _state = 'frozen'", arguments: [admission.round.number])
        guard let frozen else { return }
        throw ActRefusal.rule(
            "award-allowed", nb: "rangering \(frozen) er låst og ikke avgjort; avgjør den først",
            nn: "rangering \(frozen) er låst og ikkje avgjord; avgjer ho først",
            en: "ranking \(frozen) is frozen and not decided; decide it first")
    }
}
