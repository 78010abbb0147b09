import GRDB
import Kernel

/// A seat that is given by hand is of a kind that the course has, gives credits as that kind does, and is free, or says why it comes on top.
///
/// Of a seat that is mended the same is asked, as far as what it says of that is changed.
struct SeatKnownGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let stored = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT s.kind, s.credits, s.extra, s.outside, s.why, s.enrolment,
                    s._state IN ('withdrawn', 'excluded', 'transferred') FROM participation_seat s WHERE s._id = ?
                    """), arguments: [act.number])
        if let stored, Self.says(act.values, as: stored) { return }
        let enrolment = stored.map { $0[5] as Int64 } ?? act.values["enrolment"]?.integer.map(Int64.init)
        let offering = try enrolment.flatMap {
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
        // A seat that has been left takes none from anyone.
        guard act.values["extra"]?.bool != true, stored?[6] != true else { return }
        try Self.requireFree(
            kind, rules, offering: offering, places: rules.places ?? .max, besides: stored == nil ? nil : act.number, in: db)
    }

    /// Whether a mended seat is of the kind that it was, with the same credits and the same grounds.
    private static func says(_ values: [String: JSONValue], as stored: Row) -> Bool {
        let (kind, credits, extra, outside, why): (String?, Bool?, Bool?, String?, String?) = (
            stored[0], stored[1], stored[2], stored[3], stored[4]
        )
        return values["kind"]?.string == kind && values["credits"]?.bool == credits && values["extra"]?.bool == extra
            && values["outside"]?.string == outside && values["why"]?.string == why
    }

    /// That a seat of a kind is free, and one of the places that there are in all.
    ///
    /// - Parameter seat: one that takes none from itself.
    /// - Throws: `ActRefusal`.
    static func requireFree(
        _ kind: String, _ rules: AdmissionRules, offering: String, places: Int, besides seat: Int64? = nil, in db: Database
    ) throws {
        let number = rules.seats.first { $0.kind == kind }?.number ?? places
        let all = try SeatsTaken.count(in: offering, besides: seat, db)
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
