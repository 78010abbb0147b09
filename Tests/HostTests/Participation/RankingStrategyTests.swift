import Testing

@testable import Participation

/// What holds for every ranking, on generated applicants.
@Suite struct RankingStrategyTests {
    private static func applicants(_ count: Int, seed: UInt64) -> [RankingApplicant] {
        var generator = LotGenerator.make(seed: seed)
        var order: [String: Int] = [:]
        return (1...count).map { number in
            let employer = "kommune-\(Int.random(in: 1...max(1, count / 4), using: &generator))"
            let isOrdered = Bool.random(using: &generator)
            if isOrdered { order[employer, default: 0] += 1 }
            return RankingApplicant(
                application: Int64(number), tier: Int.random(in: 0..<4, using: &generator),
                service: Service(hundredths: Int.random(in: 0..<50, using: &generator) * 1000), employer: employer,
                priority: isOrdered ? order[employer] : nil)
        }
    }

    private static let strategies: [any RankingStrategy] = [SeniorityStrategy(), TiersLotteryStrategy(), EveryoneStrategy()]

    private func rank(_ strategy: any RankingStrategy, _ applicants: [RankingApplicant], _ heeds: Bool, seed: UInt64) -> [RankedApplicant] {
        var generator = LotGenerator.make(seed: seed)
        return strategy.rank(applicants, heedsEmployer: heeds, using: &generator)
    }

    @Test func everyoneHasOnePlaceAndTheSameSeedGivesTheSame() {
        for seed in UInt64(1)...40 {
            let applicants = Self.applicants(Int(seed) * 5, seed: seed)
            for strategy in Self.strategies {
                let ranked = rank(strategy, applicants, true, seed: seed)
                #expect(ranked.map(\.place) == Array(1...applicants.count))
                #expect(Set(ranked.map(\.applicant.application)).count == applicants.count)
                #expect(ranked == rank(strategy, applicants, true, seed: seed))
            }
        }
    }

    @Test func aTierGoesBeforeTheNextAndLongerServiceBeforeShorter() {
        for seed in UInt64(1)...40 {
            let applicants = Self.applicants(60, seed: seed)
            for strategy in [SeniorityStrategy(), TiersLotteryStrategy()] as [any RankingStrategy] {
                let ranked = rank(strategy, applicants, true, seed: seed)
                #expect(zip(ranked, ranked.dropFirst()).allSatisfy { $0.applicant.tier <= $1.applicant.tier })
            }
            let ranked = rank(SeniorityStrategy(), applicants, false, seed: seed)
            for (earlier, later) in zip(ranked, ranked.dropFirst()) where earlier.applicant.tier == later.applicant.tier {
                #expect(earlier.applicant.service >= later.applicant.service)
            }
        }
    }

    /// The employer's order changes who of its own has which place, and nothing for anyone else.
    @Test func theEmployersOrderTouchesItsOwnAlone() {
        for seed in UInt64(1)...40 {
            let applicants = Self.applicants(60, seed: seed)
            let plain = rank(TiersLotteryStrategy(), applicants, false, seed: seed)
            let ordered = rank(TiersLotteryStrategy(), applicants, true, seed: seed)
            #expect(plain.map(\.applicant.employer) == ordered.map(\.applicant.employer))
            for (a, b) in zip(plain, ordered) where a.applicant.priority == nil { #expect(a.applicant == b.applicant) }
            for (index, earlier) in ordered.enumerated() {
                for later in ordered[(index + 1)...]
                where later.applicant.tier == earlier.applicant.tier && later.applicant.employer == earlier.applicant.employer {
                    if let a = earlier.applicant.priority, let b = later.applicant.priority { #expect(a <= b) }
                }
            }
        }
    }

    @Test func lotsAreNeededWhereSomeAreEqualAndOnlyThere() {
        func one(_ number: Int64, _ tier: Int, _ service: Int) -> RankingApplicant {
            RankingApplicant(application: number, tier: tier, service: Service(hundredths: service), employer: "e", priority: nil)
        }
        #expect(!SeniorityStrategy().needsLots([one(1, 0, 10), one(2, 0, 20), one(3, 1, 10)]))
        #expect(SeniorityStrategy().needsLots([one(1, 0, 10), one(2, 0, 10)]))
        #expect(!TiersLotteryStrategy().needsLots([one(1, 0, 10), one(2, 1, 10)]))
        #expect(TiersLotteryStrategy().needsLots([one(1, 0, 10), one(2, 0, 20)]))
        // Where none are needed, the numbers make no difference.
        let three = [one(1, 0, 10), one(2, 0, 20), one(3, 1, 10)]
        #expect(rank(SeniorityStrategy(), three, false, seed: 1) == rank(SeniorityStrategy(), three, false, seed: 2))
    }

    @Test func tenThousandAreRankedInOneGo() {
        let applicants = Self.applicants(10_000, seed: 3)
        #expect(rank(TiersLotteryStrategy(), applicants, true, seed: 3).count == 10_000)
    }
}
