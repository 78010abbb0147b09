import GRDB
import Kernel

/// How the board decides on cheating: enough members, a majority, two thirds to exclude, and for how long (UH-loven §§ 12-4, 12-9, 14-1).
struct BoardGuard: ActionGuard {
    enum Demand: Sendable { case majority, twoThirds, length }

    /// The leader and two more.
    static let quorum = 3

    let demand: Demand

    init(_ demand: Demand) { self.demand = demand }

    func check(_ act: GuardedAct, in db: Database) throws {
        let (yes, no) = (act.values["for"]?.integer ?? 0, act.values["against"]?.integer ?? 0)
        switch demand {
        case .majority:
            guard yes + no < Self.quorum || yes <= no else { return }
            throw ActRefusal.rule(
                "voted", nb: "\(yes) mot \(no) er ikke et vedtak; nemnda trenger minst \(Self.quorum) og et flertall (UH-loven § 14-1)",
                nn: "\(yes) mot \(no) er ikkje eit vedtak; nemnda treng minst \(Self.quorum) og eit fleirtal (UH-lova § 14-1)",
                en: "\(yes) to \(no) is no decision; the board needs at least \(Self.quorum) and a majority (UH-loven § 14-1)")
        case .twoThirds:
            guard yes * 3 < (yes + no) * 2 else { return }
            throw ActRefusal.rule(
                "two-thirds", nb: "utestenging krever to tredeler av stemmene (UH-loven § 12-9)",
                nn: "utestenging krev to tredelar av røystene (UH-lova § 12-9)",
                en: "exclusion needs two thirds of the votes (UH-loven § 12-9)")
        case .length:
            guard let from = try act.values["from"]?.string.map({ try Day($0) }),
                let until = try act.values["until"]?.string.map({ try Day($0) })
            else { return }
            let today = act.live.timeZone.day(at: act.instant)
            if from < today {
                throw ActRefusal.rule(
                    "exclusion-length", nb: "utestengingen kan ikke begynne \(from), før vedtaket \(today) (UH-loven § 12-4)",
                    nn: "utestenginga kan ikkje ta til \(from), før vedtaket \(today) (UH-lova § 12-4)",
                    en: "the exclusion cannot begin on \(from), before it is decided on \(today) (UH-loven § 12-4)")
            }
            let years = act.values["grave"]?.bool == true ? 2 : 1
            let last = try from.adding(months: 12 * years)
            guard until < from || until > last else { return }
            throw ActRefusal.rule(
                "exclusion-length", nb: "utestenging kan vare til \(last): ett år, to når det er særlig grovt (UH-loven § 12-4)",
                nn: "utestenging kan vare til \(last): eitt år, to når det er særleg grovt (UH-lova § 12-4)",
                en: "exclusion can last until \(last): one year, two where especially grave (UH-loven § 12-4)")
        }
    }
}
