import Agreement
import Testing

/// Intervals: the same seed gives the same numbers, and what cannot be drawn has none.
@Suite struct BootstrapTests {
    private func interval(_ table: RatingTable, seed: UInt64, draws: Int = 500) -> BootstrapInterval? {
        let alpha = KrippendorffAlpha(table, level: .ordinal)
        var bootstrap = Bootstrap(PropertyTests.Draw(state: seed), draws: draws)
        return bootstrap.interval(units: table.counts.count, alpha.value)
    }

    @Test func theSameSeedGivesTheSameInterval() throws {
        let table = RatingTable(raters: VectorTests.coders, categories: 4)
        let first = try #require(interval(table, seed: 1))
        #expect(interval(table, seed: 1) == first)
        #expect(interval(table, seed: 2) != first)
        #expect(first.lower <= 0.807 && first.upper >= 0.807 && first.upper <= 1)
        #expect(first.draws == 500 && first.level == 0.95)
    }

    @Test func fullAgreementHasNoWidth() {
        let rater: [Int?] = [0, 1, 2, 3, 0, 1, 2, 3]
        let found = interval(RatingTable(raters: [rater, rater, rater], categories: 4), seed: 3)
        #expect(found?.lower == 1 && found?.upper == 1)
    }

    @Test func withoutVariationThereIsNoInterval() {
        #expect(interval(RatingTable(raters: [[1, 1], [1, 1]], categories: 2), seed: 3) == nil)
        #expect(interval(RatingTable(raters: [], categories: 2), seed: 3) == nil)
    }

    @Test func answersAreDrawnFromCounts() throws {
        var bootstrap = Bootstrap(PropertyTests.Draw(state: 5), draws: 400)
        let counts = [1, 2, 4, 2, 1]
        let interval = bootstrap.interval(counts: counts, VanDerEijkAgreement.of)
        let found = try #require(interval)
        #expect(found.lower < 0.35 && found.upper > 0.35 && found.undefined == 0)
    }
}
