import Testing

@testable import Kernel

/// Counts that agree with sums.
@Suite struct CountProgramTests {
    private static func program(_ real: [Int], _ sums: [[Int]], someone: [[Int]] = []) -> CountProgram {
        var program = CountProgram(real: real, someone: someone)
        for sum in sums { program.know(sum) }
        return program
    }

    private func expect(_ program: inout CountProgram, _ places: [Int], _ target: Int, _ counts: [Int]?) {
        let found = program.counts(with: places, reaching: target)
        #expect(found == counts)
    }

    @Test func countsAreFoundWhereThereAreSome() {
        // Two by two, with both margins: 1 and 4 above 4 and 1.
        var program = Self.program([1, 4, 4, 1], [[0, 1], [2, 3], [0, 2], [1, 3]])
        for place in 0..<4 {
            let found = program.counts(with: [place], reaching: 5)
            #expect(found?[place] == 5)
        }
        expect(&program, [0], 6, nil)
    }

    @Test func somebodyThereLeavesFewerForTheOthers() {
        var program = Self.program([1, 4], [[0, 1]], someone: [[0], [1]])
        expect(&program, [0], 4, [4, 1])
        expect(&program, [0], 5, nil)
    }

    @Test func whatIsNotBoundIsReached() {
        var free = Self.program([0, 0], [])
        expect(&free, [0], 9, [9, 0])
        expect(&free, [], 1, nil)
    }

    @Test func aSumIsKeptByWhatItSaysBeyondTheOthers() {
        let program = Self.program([3, 4, 5, 6], [[0, 1, 2, 3], [0, 1], [0], [0, 1], [2, 3], [1, 2]])
        #expect(Set(program.sums) == [[0], [1], [2], [3]])
    }

    /// Against trying everything.
    @Test func theAnswerIsThatOfTryingEverything() {
        var generator = SeededGenerator(11)
        let all = (0..<9 * 9 * 9 * 9).map { [$0 % 9, $0 / 9 % 9, $0 / 81 % 9, $0 / 729] }
        for _ in 0..<150 {
            let real = (0..<4).map { _ in Int.random(in: 0...2, using: &generator) }
            let sums = (0..<Int.random(in: 0...3, using: &generator)).map { _ in (0..<4).filter { _ in Bool.random(using: &generator) } }
            var program = Self.program(real, sums)
            let (target, place) = (Int.random(in: 1...4, using: &generator), Int.random(in: 0..<4, using: &generator))
            if let found = program.counts(with: [place], reaching: target) {
                #expect(program.holds(found) && found[place] >= target)
                #expect(sums.allSatisfy { CountProgram.sum($0, of: found) == CountProgram.sum($0, of: real) })
            } else {
                #expect(!all.contains { program.holds($0) && $0[place] >= target }, "\(real) \(sums) \(place) \(target)")
            }
        }
    }
}
