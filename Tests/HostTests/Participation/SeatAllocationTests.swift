import Testing

@testable import Participation

/// Seats go to applicants in their order, each the best kind that is left.
@Suite struct SeatAllocationTests {
    @Test func nobodyWaitsForASeatThatIsFreeOrThatOneBehindHerHas() {
        let kinds = ["funded", "self-paying", "without-credits"]
        var generator = LotGenerator.make(seed: 11)
        for _ in 0..<200 {
            let free = Dictionary(uniqueKeysWithValues: kinds.map { ($0, Int.random(in: 0...10, using: &generator)) })
            let wishes = (1...30).map { number in
                SeatAllocation.Wish(
                    application: Int64(number),
                    kinds: Array(FisherYates().shuffled(kinds, using: &generator).prefix(Int.random(in: 1...2, using: &generator))))
            }
            var allocation = SeatAllocation(free: free)
            let given = allocation.give(wishes)
            for kind in kinds { #expect(given.count { $0.kind == kind } + allocation.free[kind, default: 0] == free[kind]) }
            for (index, wish) in wishes.enumerated() {
                let own = given[index].kind
                if let own { #expect(wish.kinds.contains(own)) }
                // What she would rather have than what she has.
                for better in wish.kinds.prefix(while: { $0 != own }) {
                    #expect(allocation.free[better, default: 0] == 0)
                    #expect(!given[(index + 1)...].contains { $0.kind == better })
                }
            }
        }
    }

    @Test func aSeatIsOfferedAgainWhenItIsFree() {
        var allocation = SeatAllocation(free: ["funded": 1])
        #expect(
            allocation.give([.init(application: 1, kinds: ["funded"]), .init(application: 2, kinds: ["funded"])]).map(\.kind) == [
                "funded", nil,
            ])
        // More taken than there are: nothing is given.
        allocation = SeatAllocation(free: ["funded": -2])
        #expect(allocation.give([.init(application: 1, kinds: ["funded"])]).map(\.kind) == [nil])
    }
}
