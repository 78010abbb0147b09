import Agreement
import Testing

/// What must hold for any classifications.
@Suite struct PropertyTests {
    /// A generator of the test's own, so that every run draws the same.
    struct Draw: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    static func ratings(_ draw: inout Draw) -> (raters: [[Int?]], categories: Int) {
        let categories = Int.random(in: 2...6, using: &draw)
        let units = Int.random(in: 2...12, using: &draw)
        let raters = (0..<Int.random(in: 2...15, using: &draw)).map { _ in
            (0..<units).map { _ in Int.random(in: 0..<5, using: &draw) == 0 ? nil : Int.random(in: 0..<categories, using: &draw) }
        }
        return (raters, categories)
    }

    static func same(_ a: Coefficient, _ b: Coefficient) -> Bool {
        switch (a, b) {
        case (.value(let x), .value(let y)): abs(x - y) < 1e-9
        default: a == b
        }
    }

    @Test(arguments: MeasurementLevel.allCases)
    func alphaDoesNotKnowWhoIsWho(level: MeasurementLevel) {
        var draw = Draw(state: 7)
        for _ in 0..<300 {
            let (raters, categories) = Self.ratings(&draw)
            func alpha(_ raters: [[Int?]]) -> Coefficient {
                KrippendorffAlpha.of(RatingTable(raters: raters, categories: categories), level: level)
            }
            let base = alpha(raters)
            #expect(alpha(raters.shuffled(using: &draw)) == base)
            let units = raters[0].indices.shuffled(using: &draw)
            #expect(Self.same(alpha(raters.map { rater in units.map { rater[$0] } }), base))
            // Turning the scale round changes no distance.
            #expect(Self.same(alpha(raters.map { $0.map { value in value.map { categories - 1 - $0 } } }), base))
            if level == .nominal {
                let names = (0..<categories).shuffled(using: &draw)
                #expect(Self.same(alpha(raters.map { $0.map { value in value.map { names[$0] } } }), base))
            }
            if let value = base.number { #expect(value <= 1 + 1e-12) }
        }
    }

    @Test(arguments: MeasurementLevel.allCases)
    func fullAgreementIsOne(level: MeasurementLevel) {
        var draw = Draw(state: 11)
        for _ in 0..<100 {
            let rater: [Int?] = [0, 1] + (0..<8).map { _ in Int.random(in: 0..<4, using: &draw) }
            let table = RatingTable(raters: [[Int?]](repeating: rater, count: 5), categories: 4)
            #expect(KrippendorffAlpha.of(table, level: level) == .value(1))
        }
    }

    @Test func agreementAndConsensusStayInRange() {
        var draw = Draw(state: 13)
        for _ in 0..<500 {
            let counts = (0..<Int.random(in: 3...9, using: &draw)).map { _ in Int.random(in: 0..<20, using: &draw) }
            guard counts.contains(where: { $0 > 0 }) else { continue }
            let (a, c) = (VanDerEijkAgreement.of(counts), TastleWiermanConsensus.of(counts))
            #expect((a.number ?? 9) >= -1 - 1e-12 && (a.number ?? 9) <= 1 + 1e-12, "\(counts) \(a)")
            #expect((c.number ?? 9) >= -1e-12 && (c.number ?? 9) <= 1 + 1e-12, "\(counts) \(c)")
            #expect(Self.same(VanDerEijkAgreement.of(counts.reversed()), a))
            #expect(Self.same(TastleWiermanConsensus.of(counts.reversed()), c))
            // Twice the people who answer alike change neither.
            #expect(Self.same(VanDerEijkAgreement.of(counts.map { $0 * 2 }), a))
            #expect(Self.same(TastleWiermanConsensus.of(counts.map { $0 * 2 }), c))
        }
    }
}
