import GRDB
import Kernel

/// A seat that is given by hand is of a kind that the course has, gives credits as that kind does, and is free, or says why it comes on top.
struct SeatKnownGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let offering = try act.values["enrolment"]?.integer.flatMap {
            try String.fetchOne(db, sql: "SELECT offering FROM kernel_enrolment WHERE id = ?", arguments: [$0])
        }
        guard let offering, let course = try act.live.course(of: offering, in: db), let kind = act.values["kind"]?.string else { return }
        let isOutside = act.values["extra"]?.bool == true || act.values["outside"]?.string != nil
        guard !isOutside || act.values["why"]?.string?.isEmpty == false && act.values["outside"]?.string != nil else {
            throw ActRefusal.rule(
                "seat-known", nb: "si på hvilket grunnlag og hvorfor plassen gis utenfor rangeringen (--outside, --why)",
                nn: "sei på kva grunnlag og kvifor plassen blir gitt utanfor rangeringa (--outside, --why)",
                en: "say on what ground and why the seat is given outside the ranking (--outside, --why)")
        }
        let rules = AdmissionRules(course)
        guard !rules.seats.isEmpty else { return }
        guard let seats = rules.seats.first(where: { $0.kind == kind }) else {
            let known = rules.seats.map(\.kind).joined(separator: ", ")
            throw ActRefusal.rule(
                "seat-known", nb: "«\(offering)» har ingen plasser av slaget «\(kind)»; det har \(known)",
                nn: "«\(offering)» har ingen plassar av slaget «\(kind)»; det har \(known)",
                en: "'\(offering)' has no seats of the kind '\(kind)'; it has \(known)")
        }
        if act.values["credits"]?.bool ?? true, !seats.giveCredits {
            throw ActRefusal.rule(
                "seat-known", nb: "en plass av slaget «\(kind)» gir ikke studiepoeng (--credits false)",
                nn: "ein plass av slaget «\(kind)» gir ikkje studiepoeng (--credits false)",
                en: "a seat of the kind '\(kind)' gives no credits (--credits false)")
        }
        guard act.values["extra"]?.bool != true else { return }
        try Self.requireFree(kind, rules, offering: offering, places: rules.places ?? .max, in: db)
    }

    /// That a seat of a kind is free, and one of the places that there are in all.
    ///
    /// - Throws: `ActRefusal`.
    static func requireFree(_ kind: String, _ rules: AdmissionRules, offering: String, places: Int, in db: Database) throws {
        let number = rules.seats.first { $0.kind == kind }?.number ?? places
        let all = try SeatsTaken.count(in: offering, db)
        let taken = all[kind] ?? 0
        let sum = all.values.reduce(0, +)
        if sum >= places, taken < number {
            throw ActRefusal.rule(
                "seat-free", nb: "alle de \(places) plassene er i bruk; en plass i tillegg er --extra true",
                nn: "alle dei \(places) plassane er i bruk; ein plass i tillegg er --extra true",
                en: "all \(places) places are in use; a seat on top of them is --extra true")
        }
        guard taken >= number else { return }
        throw ActRefusal.rule(
            "seat-free",
            nb: "ingen plass av slaget «\(kind)» er ledig: \(taken) av \(number) er i bruk; en plass i tillegg er --extra true",
            nn: "ingen plass av slaget «\(kind)» er ledig: \(taken) av \(number) er i bruk; ein plass i tillegg er --extra true",
            en: "no seat of the kind '\(kind)' is free: \(taken) of \(number) are in use; one on top of them is --extra true")
    }
}
