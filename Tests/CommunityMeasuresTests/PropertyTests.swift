import CommunityMeasures
import Testing

/// What must hold for any input, on many that are drawn.
@Suite struct PropertyTests {
    /// Numbers that are the same every time (Steele, Lea and Flood 2014).
    struct Draws: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    @Test(arguments: 0..<200) func evenness(_ seed: Int) throws {
        var draws = Draws(state: UInt64(seed))
        let counts = (0..<Int.random(in: 2...30, using: &draws)).map { _ in Int.random(in: 0...20, using: &draws) } + [1]
        let (pielou, gini) = (try #require(Evenness.pielou(counts).number), try #require(Evenness.gini(counts).number))
        #expect((0...1.000_000_1).contains(pielou) && (0...1).contains(gini))
        // Neither order nor scale counts.
        let (other, scaled) = (counts.shuffled(using: &draws), counts.map { $0 * 3 })
        for same in [other, scaled] {
            #expect(abs(Evenness.pielou(same).number! - pielou) < 1e-9 && abs(Evenness.gini(same).number! - gini) < 1e-9)
        }
        // A turn from one who has more to one who has less makes it more even.
        let sorted = counts.sorted()
        guard sorted[sorted.count - 1] - sorted[0] >= 2 else { return }
        var fairer = sorted
        fairer[0] += 1
        fairer[fairer.count - 1] -= 1
        #expect(Evenness.gini(fairer).number! < gini + 1e-12 && Evenness.pielou(fairer).number! > pielou - 1e-12)
    }

    /// Against a plain set of pairs.
    @Test(arguments: 0..<100) func sharing(_ seed: Int) {
        var draws = Draws(state: UInt64(seed))
        let people = Int.random(in: 0...12, using: &draws)
        let uses = (0..<Int.random(in: 0...60, using: &draws)).map { _ in
            (from: Int.random(in: -1...12, using: &draws), to: Int.random(in: -1...12, using: &draws))
        }
        let graph = SharingGraph(people: people, uses: uses)
        let arcs = Set(
            uses.filter { $0.from != $0.to && (0..<people).contains($0.from) && (0..<people).contains($0.to) }.map { [$0.from, $0.to] })
        #expect(graph.count == arcs.count && graph.mutual == arcs.count { arcs.contains([$0[1], $0[0]]) })
        if let density = graph.density.number { #expect((0...1).contains(density)) }
    }

    /// Alpha does not change with the order of people or items, nor when every answer grows by the same.
    @Test(arguments: 0..<100) func cronbach(_ seed: Int) {
        var draws = Draws(state: UInt64(seed))
        let (items, people) = (Int.random(in: 2...8, using: &draws), Int.random(in: 2...40, using: &draws))
        let answers = (0..<people).map { _ in (0..<items).map { _ in Int.random(in: 1...5, using: &draws) } }
        let alpha = CronbachAlpha.of(answers)
        let order = Array(0..<items).shuffled(using: &draws)
        let others = [answers.shuffled(using: &draws), answers.map { row in order.map { row[$0] } }, answers.map { $0.map { $0 + 7 } }]
        for other in others {
            guard let number = alpha.number else {
                #expect(CronbachAlpha.of(other) == alpha)
                continue
            }
            #expect(number <= 1 + 1e-12 && abs((CronbachAlpha.of(other).number ?? .nan) - number) < 1e-9)
        }
    }
}
