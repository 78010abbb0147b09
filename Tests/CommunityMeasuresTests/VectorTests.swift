import CommunityMeasures
import Testing

/// Values that were worked out elsewhere.
@Suite struct VectorTests {
    struct Vector: Sendable {
        var counts: [Int]
        var gini: Double
        var pielou: Double
    }

    static let vectors = [
        Vector(counts: [5, 5, 5, 5], gini: 0, pielou: 1), Vector(counts: [10, 5, 3, 2], gini: 0.325, pielou: 0.871),
        Vector(counts: [7, 4, 4, 3, 2, 0], gini: 0.35, pielou: 0.852), Vector(counts: [20, 0, 0, 0], gini: 0.75, pielou: 0),
    ]

    @Test(arguments: vectors) func evenness(_ vector: Vector) throws {
        let gini = try #require(Evenness.gini(vector.counts).number)
        let pielou = try #require(Evenness.pielou(vector.counts).number)
        #expect(abs(gini - vector.gini) < 0.0005 && abs(pielou - vector.pielou) < 0.0005, "\(vector.counts): \(gini) \(pielou)")
    }

    @Test func whereNothingIsSaidThereIsNoEvenness() {
        #expect(Evenness.pielou([0, 0, 0]) == .undefined(.nothing) && Evenness.gini([0, 0]) == .undefined(.nothing))
        #expect(Evenness.pielou([7]) == .undefined(.tooFewPeople) && Evenness.gini([]) == .undefined(.tooFewPeople))
    }

    @Test func sharing() {
        let graph = SharingGraph(people: 4, uses: [(0, 1), (1, 0), (0, 2), (0, 1), (3, 3), (9, 0)])
        #expect(graph.count == 3 && graph.mutual == 2)
        #expect(graph.density == .value(0.25) && graph.reciprocity == .value(2.0 / 3))
        #expect(SharingGraph(people: 4, uses: []).reciprocity == .undefined(.nothing))
        #expect(SharingGraph(people: 1, uses: []).density == .undefined(.tooFewPeople))
    }

    /// Alpha by hand: item variances 2/3, 2/3, variance of the sums 8/3.
    @Test func cronbach() {
        #expect(CronbachAlpha.of([[1, 1], [2, 2], [3, 3]]) == .value(1))
        #expect(CronbachAlpha.of([[1, 3], [2, 2], [3, 1]]) == .undefined(.noVariation))
        let alpha = CronbachAlpha.of([[1, 2, 3], [2, 2, 2], [3, 4, 3], [4, 3, 4]]).number ?? 0
        // Sums 6, 6, 10, 11; variances over n: items 1.25, 0.6875, 0.5; sums 5.1875.
        #expect(abs(alpha - 1.5 * (1 - 2.4375 / 5.1875)) < 1e-12)
        #expect(CronbachAlpha.of([[1], [2]]) == .undefined(.tooFewItems) && CronbachAlpha.of([]) == .undefined(.tooFewPeople))
    }
}
