/// No ranking: everyone who is qualified gets a place, which the freeze has made sure that there is.
struct EveryoneStrategy: RankingStrategy {
    func needsLots(_ applicants: [RankingApplicant]) -> Bool { false }

    func rank(
        _ applicants: [RankingApplicant], heedsEmployer: Bool, using generator: inout some RandomNumberGenerator
    ) -> [RankedApplicant] {
        applicants.enumerated().map { RankedApplicant($0.element, place: $0.offset + 1, ground: .everyone) }
    }
}
