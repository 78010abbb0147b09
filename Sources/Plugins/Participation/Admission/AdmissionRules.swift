import Kernel

/// What a variant says of admission and ranking, read from its sections.
struct AdmissionRules: Sendable {
    /// Something that an applicant must prove.
    struct Demand: Sendable {
        var id: String
        var title: Text
        /// The kinds of evidence of which any one is enough.
        var kinds: [String]
        /// The credits that it takes together; nil where none are counted.
        var credits: Double?
        /// Whether the school owner confirms it.
        var confirmedByOwner = false
    }

    /// Seats of one kind.
    struct Seats: Sendable {
        var kind: String
        var number: Int
        var giveCredits: Bool
        /// Whether those that nobody wished for are offered to others.
        var isOfferedUnwished = false
    }

    /// A group of the ranking, with the posts in which years count.
    struct Tier: Sendable {
        var tier: RankingTier
        /// Empty for all.
        var counts: [String]
    }

    enum OwnerPart: String, Sendable {
        case none, approve
        case prioritise = "approve-and-prioritise"
    }

    var demands: [Demand]
    var ownerPart: OwnerPart
    var seats: [Seats]
    var strategy: String
    var tiers: [Tier]
    /// The organisation that ordered the course; nil where it is open.
    let commissioner: String?
    private let section: Node?
    private let start: Day

    init(_ course: LiveCourse) {
        section = course.section("admission")
        start = course.start
        commissioner = course.section("commission")?["for"]?.string
        demands = (section?["requires"]?.list ?? []).compactMap { node in
            guard let id = node["evidence"]?.string else { return nil }
            return Demand(
                id: id, title: node["title"].map(Text.init(node:)) ?? Text(verbatim: id),
                kinds: (node["kinds"]?.list ?? []).compactMap(\.string), credits: node["credits"]?.number?.double,
                confirmedByOwner: node["confirmed-by-owner"]?.bool ?? false)
        }
        ownerPart = section?["owner-approval"]?.string.flatMap(OwnerPart.init(rawValue:)) ?? .none
        seats = (section?["seats"]?.list ?? []).compactMap { node in
            guard let kind = node["seat"]?.string, let number = node["number"]?.integer else { return nil }
            return Seats(
                kind: kind, number: number, giveCredits: node["credits"]?.bool ?? true,
                isOfferedUnwished: node["unwished"]?.string == "offered")
        }
        let ranking = course.section("ranking")
        strategy = ranking?["strategy"]?.string ?? "none"
        tiers = (ranking?["tiers"]?.list ?? []).compactMap { node in
            guard let id = node["tier"]?.string else { return nil }
            return Tier(
                tier: RankingTier(id: id, title: node["title"].map(Text.init(node:)) ?? Text(verbatim: id)),
                counts: (node["counts"]?.list ?? []).compactMap(\.string))
        }
    }

    var admittedBy: String? { section?["by"]?.string }
    var places: Int? { section?["places"]?.integer }
    var minimum: Int? { section?["minimum"]?.integer }

    /// The kinds of seat that an employer's applicants can have: those that somebody has ordered are for its own alone.
    func kinds(openTo employer: String) -> [String] {
        seats.map(\.kind).filter { $0 != "commission" || commissioner == nil || commissioner == employer }
    }

    /// A day that the section names: a date, or a month and day, of which the last before the course starts is meant.
    func day(_ key: String) -> Day? {
        section?[key]?.string.flatMap { AdmissionDay.day($0, before: start) }
    }
}
