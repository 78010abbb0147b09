import Testing

@testable import Kernel

/// Counts that agree with sums.
@Suite struct CountProgramTests {
    @Test func countsAreFoundWhereThereAreSome() throws {
        // Two by two, with both margins: 1 and 4 beside 4 and 1.
        let program = CountProgram(
            equal: [([0, 1], 5), ([2, 3], 5), ([0, 2], 5), ([1, 3], 5)], atLeast: [], count: 4)
        for place in 0..<4 { #expect(try #require(program.counts(with: [place], reaching: 5))[place] == 5) }
        #expect(program.counts(with: [0], reaching: 6) == nil)
    }

    @Test func somebodyThereLeavesFewerForTheOthers() {
        let program = CountProgram(equal: [([0, 1], 5)], atLeast: [([0], 1), ([1], 1)], count: 2)
        #expect(program.counts(with: [0], reaching: 4) == [4, 1])
        #expect(program.counts(with: [0], reaching: 5) == nil)
    }

    @Test func whatIsNotBoundIsReached() {
        #expect(CountProgram(equal: [], atLeast: [], count: 1).counts(with: [0], reaching: 9) == [9])
        #expect(CountProgram(equal: [], atLeast: [([0], 3)], count: 2).counts(with: [1], reaching: 2)?[1] == 2)
        #expect(CountProgram(equal: [], atLeast: [], count: 1).counts(with: [], reaching: 1) == nil)
    }

    /// Against trying everything.
    @Test func theAnswerIsThatOfTryingEverything() {
        var generator = SeededGenerator(11)
        for _ in 0..<120 {
            let count = 4
            let real = (0..<count).map { _ in Int.random(in: 0...4, using: &generator) }
            let equal = (0..<Int.random(in: 0...3, using: &generator)).map { _ -> (places: [Int], sum: Int) in
                let places = (0..<count).filter { _ in Bool.random(using: &generator) }
                return (places, places.reduce(0) { $0 + real[$1] })
            }
            let program = CountProgram(equal: equal, atLeast: [], count: count)
            let target = Int.random(in: 1...6, using: &generator)
            let place = Int.random(in: 0..<count, using: &generator)
            let found = program.counts(with: [place], reaching: target)
            if let found {
                #expect(program.holds(found) && found[place] >= target)
            } else {
                let all = (0..<13 * 13 * 13 * 13).map { [$0 % 13, $0 / 13 % 13, $0 / 169 % 13, $0 / 2197] }
                #expect(!all.contains { program.holds($0) && $0[place] >= target }, "\(equal), \(place), \(target)")
            }
        }
    }
}
