/// The longest service first within each tier; lots are drawn only among those who have served equally long.
public struct SeniorityStrategy: RankingStrategy {
    public init() {}

    public func needsLots(_ applicants: [RankingApplicant]) -> Bool {
        applicants.byTier.contains { tier in Set(tier.map(\.service)).count < tier.count }
    }

    public func rank(
        _ applicants: [RankingApplicant], heedsEmployer: Bool, using generator: inout some RandomNumberGenerator
    ) -> [RankedApplicant] {
        var ranked: [RankedApplicant] = []
        for tier in applicants.byTier {
            let groups = Dictionary(grouping: tier, by: \.service).sorted { $0.key > $1.key }
            for (_, group) in groups {
                let ground: RankedApplicant.Ground = tier.count == 1 ? .alone : group.count == 1 ? .service : .tie(among: group.count)
                for applicant in group.count == 1 ? group : FisherYates().shuffled(group, using: &generator) {
                    ranked.append(RankedApplicant(applicant, place: ranked.count + 1, ground: ground))
                }
            }
        }
        return ranked
    }
}
