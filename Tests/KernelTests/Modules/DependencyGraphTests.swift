import Testing

@testable import Kernel

@Suite struct DependencyGraphTests {
    private func graph(_ count: Int, _ edges: [(Int, Int)]) -> DependencyGraph {
        var graph = DependencyGraph(count: count)
        for (a, b) in edges { graph.add(a, before: b) }
        return graph
    }

    @Test func smallestFirstWhereFree() {
        #expect(graph(0, []).order() == [])
        #expect(graph(3, []).order() == [0, 1, 2])
        #expect(graph(5, [(4, 0), (3, 1)]).order() == [2, 3, 1, 4, 0])
        #expect(graph(2, [(1, 0), (1, 0)]).order() == [1, 0])
    }

    @Test func cyclesHaveNoOrder() {
        #expect(graph(1, [(0, 0)]).order() == nil)
        #expect(graph(1, [(0, 0)]).cycles(limit: 9) == [[0]])
        #expect(graph(4, [(0, 1), (1, 2), (2, 0), (2, 3)]).cycles(limit: 9) == [[0, 1, 2]])
        #expect(graph(3, [(0, 1), (1, 0), (1, 2), (2, 1)]).cycles(limit: 9) == [[0, 1], [1, 2]])
        #expect(graph(5, [(0, 1), (1, 2), (2, 3), (3, 0), (2, 0), (4, 4)]).cycles(limit: 9) == [[0, 1, 2], [4]])
        #expect(graph(4, [(0, 1), (1, 2), (0, 3)]).cycles(limit: 9) == [])
    }

    @Test func everyOrderOfARandomGraphIsTheSmallestThatHolds() {
        var random = SeededGenerator(10)
        for _ in 0..<300 {
            let count = Int.random(in: 1...25, using: &random)
            let rank = Array(0..<count).shuffled(using: &random)
            let edges = (0..<Int.random(in: 0...60, using: &random)).compactMap { _ -> (Int, Int)? in
                let (a, b) = (Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random))
                return rank[a] < rank[b] ? (a, b) : nil
            }
            // The slow way: again and again the smallest node whose predecessors are all placed.
            var expected: [Int] = []
            while expected.count < count {
                let next = (0..<count).first { node in
                    !expected.contains(node) && edges.allSatisfy { $0.1 != node || expected.contains($0.0) }
                }
                expected.append(next ?? -1)
            }
            #expect(graph(count, edges).order() == expected)
            #expect(graph(count, edges).cycles(limit: 9).isEmpty)
        }
    }

    @Test func cyclesOfRandomGraphsAreCyclesAndAreFound() {
        var random = SeededGenerator(11)
        for _ in 0..<300 {
            let count = Int.random(in: 1...15, using: &random)
            let edges = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                (Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random))
            }
            let graph = graph(count, edges)
            let cycles = graph.cycles(limit: 1000)
            #expect(cycles.isEmpty == (graph.order() != nil))
            var used: Set<[Int]> = []
            for cycle in cycles {
                #expect(cycle.first == cycle.min() && Set(cycle).count == cycle.count)
                for edge in zip(cycle, cycle.dropFirst() + cycle.prefix(1)) {
                    #expect(edges.contains { $0 == edge })
                    #expect(used.insert([edge.0, edge.1]).inserted)
                }
            }
            // Without the edges of the cycles nothing waits in a circle.
            #expect(self.graph(count, edges.filter { !used.contains([$0.0, $0.1]) }).order() != nil)
        }
    }

    @Test func longChainsAndRingsDoNotExhaustTheStack() {
        let count = 200_000
        let chain = (1..<count).map { ($0, $0 - 1) }
        #expect(graph(count, chain).order()?.first == count - 1)
        #expect(graph(count, chain + [(0, count - 1)]).cycles(limit: 5).map(\.count) == [count])
    }

    @Test func aDenseGraphStopsAtTheLimit() {
        let edges = (0..<100).flatMap { a in (0..<100).map { (a, $0) } }
        #expect(graph(100, edges).cycles(limit: 50).count == 50)
    }
}
