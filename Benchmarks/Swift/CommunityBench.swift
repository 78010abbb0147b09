import CommunityMeasures

/// Times the sharing graph of 10,000 people and 200,000 uses: making it, its density and its reciprocity.
enum CommunityBench {
    private static let (people, uses) = (10_000, 200_000)

    static func sharing() throws -> Int64 {
        // A linear congruential generator: the same uses every time; every fourth is answered by one the other way.
        var state: UInt64 = 20_270_824
        func next() -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(people))
        }
        var pairs: [(from: Int, to: Int)] = []
        pairs.reserveCapacity(uses)
        while pairs.count < uses {
            let (from, to) = (next(), next())
            pairs.append((from, to))
            if pairs.count % 4 == 1, pairs.count < uses { pairs.append((to, from)) }
        }
        let start = Main.now()
        let graph = SharingGraph(people: people, uses: pairs)
        let (density, reciprocity) = (graph.density.number ?? 0, graph.reciprocity.number ?? 0)
        let time = Main.now() - start
        guard density > 0.0019, density < 0.0021, reciprocity > 0.3, reciprocity < 0.6 else { throw Main.Faulty() }
        return time
    }
}
