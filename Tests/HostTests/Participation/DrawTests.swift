import Kernel
import Testing

@testable import Participation

/// Lots: drawn without favour, and so that anyone can draw them again.
@Suite struct DrawTests {
    /// Computed with another program, written in another language, from the published definitions of the generators.
    @Test(arguments: [(4711, [1, 9, 2, 8, 3, 5, 4, 7, 10, 6]), (4171, [7, 1, 8, 2, 6, 3, 4, 5, 10, 9])])
    func aDrawCanBeRepeatedElsewhere(seed: Int, order: [Int]) {
        var generator = LotGenerator.make(seed: UInt64(seed))
        #expect(FisherYates().shuffled(Array(1...10), using: &generator) == order)
    }

    @Test func everyOneIsThereOnceWhateverTheSeed() {
        for seed in UInt64(0)..<200 {
            var generator = LotGenerator.make(seed: seed)
            let items = Array(0..<Int(seed % 50))
            #expect(FisherYates().shuffled(items, using: &generator).sorted() == items)
        }
    }

    /// A generator that gives the numbers it is told to.
    private struct Told: RandomNumberGenerator {
        var numbers: [UInt64]
        mutating func next() -> UInt64 { numbers.removeFirst() }
    }

    @Test func whatWouldFavourSomeIsDrawnAgain() {
        // 2^64 is 3 times 6148914691236517205 and 1 more: the last number has no full round.
        var generator = Told(numbers: [.max, 5])
        #expect(UniformDraw().below(3, using: &generator) == 2)
        generator = Told(numbers: [.max - 1])
        #expect(UniformDraw().below(3, using: &generator) == 2)
        // A power of two has none too many.
        generator = Told(numbers: [.max])
        #expect(UniformDraw().below(8, using: &generator) == 7)
        generator = Told(numbers: [])
        #expect(UniformDraw().below(1, using: &generator) == 0)
    }

    @Test func everyOrderOfThreeIsAsLikely() {
        var counts: [[Int]: Int] = [:]
        var generator = LotGenerator.make(seed: 20_270_315)
        for _ in 0..<12_000 { counts[FisherYates().shuffled([1, 2, 3], using: &generator), default: 0] += 1 }
        #expect(counts.count == 6)
        // 2,000 each; five standard deviations are about 204.
        #expect(counts.values.allSatisfy { abs($0 - 2000) < 204 }, "\(counts)")
    }
}
