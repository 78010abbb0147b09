/// Lots within each tier, the tiers in their order.
///
/// Where the employer's own order counts, its applicants in a tier share the places that lots gave them in that order; the places themselves
/// stay, so that nobody else gains or loses by it.
public struct TiersLotteryStrategy: RankingStrategy {
    public init() {}

    public func needsLots(_ applicants: [RankingApplicant]) -> Bool { applicants.byTier.contains { $0.count > 1 } }

    public func rank(
        _ applicants: [RankingApplicant], heedsEmployer: Bool, using generator: inout some RandomNumberGenerator
    ) -> [RankedApplicant] {
        var ranked: [RankedApplicant] = []
        for tier in applicants.byTier {
            var drawn = FisherYates().shuffled(tier, using: &generator)
            let ordered = heedsEmployer ? arrange(&drawn) : []
            for applicant in drawn {
                let ground: RankedApplicant.Ground
                if tier.count == 1 {
                    ground = .alone
                } else if ordered.contains(applicant.employer), let priority = applicant.priority {
                    ground = .employerOrder(priority: priority, among: tier.count)
                } else {
                    ground = .lot(among: tier.count)
                }
                ranked.append(RankedApplicant(applicant, place: ranked.count + 1, ground: ground))
            }
        }
        return ranked
    }

    /// Puts those of one employer whom it has ordered into that order, on the places that they have.
    ///
    /// - Returns: the employers for whom that was done.
    private func arrange(_ drawn: inout [RankingApplicant]) -> Set<String> {
        var places: [String: [Int]] = [:]
        for (place, applicant) in drawn.enumerated() where applicant.priority != nil {
            places[applicant.employer, default: []].append(place)
        }
        places = places.filter { $0.value.count > 1 }
        for own in places.values {
            let sorted = own.map { drawn[$0] }.sorted { ($0.priority ?? 0, $0.application) < ($1.priority ?? 0, $1.application) }
            for (place, applicant) in zip(own, sorted) { drawn[place] = applicant }
        }
        return Set(places.keys)
    }
}
