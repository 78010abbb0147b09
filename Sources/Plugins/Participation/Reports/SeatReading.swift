import Kernel

/// The seats of an offering, kind by kind, as one who admits may see them.
struct SeatReading {
    /// The seats of one kind.
    struct Kind {
        var kind: String
        var number: Int
        var giveCredits: Bool
        /// Participants who have one.
        var had = 0
        /// Applicants who have been offered one, or have accepted it.
        var offered = 0
        /// How many of both were given outside the ranking.
        var outside = 0
        /// How many of both are on top of those that there are.
        var extra = 0

        var free: Int { number - (had + offered - extra) }
    }

    let kinds: [Kind]
    /// How many the round may still give, of whatever kind.
    let left: Int
    /// How many of those who wait would be offered a seat of each kind now.
    let offerable: [String: Int]
    /// How many would be given a seat that they would rather have than the one that they were offered.
    let improvable: Int

    init(_ round: RoundReading, _ reading: borrowing some ReportReading & ~Copyable) throws {
        let rules = round.rules
        var kinds =
            rules.seats.isEmpty
            ? [Kind(kind: "funded", number: round.places, giveCredits: true)]
            : rules.seats.map { Kind(kind: $0.kind, number: $0.number, giveCredits: $0.giveCredits) }
        func count(_ kind: String, _ change: (inout Kind) -> Void) {
            guard let index = kinds.firstIndex(where: { $0.kind == kind }) else { return }
            change(&kinds[index])
        }
        for seat in try reading.records("participation.seat", where: []) {
            guard let kind = seat["kind"]?.string, seat["enrolment"]?.string?.hasPrefix(round.offering + "/") == true,
                !["withdrawn", "excluded", "transferred"].contains(seat.state ?? "")
            else { continue }
            count(kind) {
                $0.had += 1
                $0.outside += seat["outside"]?.string == nil ? 0 : 1
                $0.extra += seat["extra"]?.bool == true ? 1 : 0
            }
        }
        let rounds = Set(try reading.rounds(round.offering).map(\.number))
        let applications = try reading.records("participation.application", where: []).filter {
            $0.number("round").map(rounds.contains) == true
        }
        for application in applications where ["offered", "accepted"].contains(application.state) {
            guard let kind = application["seat"]?.string else { continue }
            count(kind) {
                $0.offered += 1
                $0.outside += application["outside"]?.string == nil ? 0 : 1
                $0.extra += application["extra"]?.bool == true ? 1 : 0
            }
        }
        self.kinds = kinds
        left = round.places - kinds.reduce(0) { $0 + $1.had + $1.offered - $1.extra }
        let queue = try Self.queue(round, applications, reading)
        var allocation = SeatQueue(rules: rules).free(
            places: round.places, taken: Dictionary(kinds.map { ($0.kind, $0.had + $0.offered - $0.extra) }, uniquingKeysWith: +))
        let given = zip(queue, allocation.give(queue)).map { (held: $0.holds, kind: $1.kind) }
        offerable = Dictionary(grouping: given.filter { $0.held == nil }.compactMap(\.kind)) { $0 }.mapValues(\.count)
        improvable = given.count { $0.held != nil && $0.held != $0.kind }
    }

    /// Those who wait, or may change to a better seat, in the order of the ranking that was decided.
    private static func queue(
        _ round: RoundReading, _ applications: [VisibleRecord], _ reading: borrowing some ReportReading & ~Copyable
    ) throws -> [SeatAllocation.Wish] {
        let decided = try reading.records("participation.ranking", where: []).last {
            $0.number("round") == round.number && $0.state == "decided"
        }
        guard let decided else { return [] }
        let byNumber = Dictionary(applications.map { ($0.number, $0) }) { first, _ in first }
        let ranked = try reading.records("participation.position", where: []).filter { $0.number("ranking") == decided.number }
            .sorted { ($0["place"]?.integer ?? 0) < ($1["place"]?.integer ?? 0) }
        return ranked.compactMap { position in
            guard let application = position.number("application").flatMap({ byNumber[$0] }) else { return nil }
            let isHolding = ["offered", "accepted"].contains(application.state)
            guard isHolding ? application["outside"]?.string == nil : ["qualified", "waiting"].contains(application.state) else {
                return nil
            }
            return SeatQueue(rules: round.rules).wish(
                application.number, wishes: ["seat-wish", "seat-second"].compactMap { application[$0]?.string },
                employer: application["employer"]?.string ?? "", onlyWished: application["only-wished"]?.bool ?? false,
                holds: isHolding ? application["seat"]?.string : nil)
        }
    }
}
