import Agreement
import Testing

/// The formulas against published values and those of the domain's own script.
@Suite struct VectorTests {
    /// Krippendorff's example of three coders and fifteen units, with missing values.
    static let coders: [[Int?]] = [
        [nil, nil, nil, nil, nil, 2, 3, 0, 1, 0, 0, 2, 2, nil, 2],
        [0, nil, 1, 0, 2, 2, 3, 2, nil, nil, nil, nil, nil, nil, nil],
        [nil, nil, 1, 0, 2, 3, 3, nil, 1, 0, 0, 2, 2, nil, 3],
    ]

    static func close(_ a: Coefficient, _ b: Double, within tolerance: Double = 0.0005) -> Bool {
        a.number.map { abs($0 - b) <= tolerance } ?? false
    }

    @Test(arguments: [(MeasurementLevel.nominal, 0.691), (.ordinal, 0.807), (.interval, 0.811)])
    func alpha(level: MeasurementLevel, expected: Double) {
        let alpha = KrippendorffAlpha.of(RatingTable(raters: Self.coders, categories: 4), level: level)
        #expect(Self.close(alpha, expected), "\(alpha)")
    }

    @Test func alphaWithoutVariationIsNotDefined() {
        let same = RatingTable(raters: [[1, 1, 1], [1, 1, 1]], categories: 3)
        for level in MeasurementLevel.allCases { #expect(KrippendorffAlpha.of(same, level: level) == .undefined(.noVariation)) }
        let alone = RatingTable(raters: [[0, nil], [nil, 1]], categories: 2)
        for level in MeasurementLevel.allCases { #expect(KrippendorffAlpha.of(alone, level: level) == .undefined(.noPairs)) }
        #expect(KrippendorffAlpha.of(RatingTable(raters: [], categories: 2), level: .nominal) == .undefined(.noPairs))
    }

    @Test func agreementOfTheReference() {
        #expect(Self.close(VanDerEijkAgreement.of([30, 40, 210, 130, 530, 50, 10]), 0.6113333, within: 5e-8))
    }

    @Test(arguments: [
        ([0, 0, 5, 5, 0], 0.75, 0.8074), ([0, 1, 3, 4, 2], 0.5, 0.6785), ([1, 2, 4, 2, 1], 0.35, 0.634), ([0, 0, 5, 0, 5], 0.1667, 0.585),
        ([2, 2, 2, 2, 2], 0, 0.434), ([5, 0, 0, 0, 5], -1, 0), ([0, 0, 7, 0, 0], 1, 1),
    ])
    func agreementAndConsensus(counts: [Int], agreement: Double, consensus: Double) {
        let a = VanDerEijkAgreement.of(counts)
        #expect(Self.close(a, agreement, within: 0.00005), "\(a)")
        #expect(Self.close(VanDerEijkAgreement.polarisation(a), (1 - agreement) / 2, within: 0.00005))
        let c = TastleWiermanConsensus.of(counts)
        #expect(Self.close(c, consensus), "\(c)")
    }

    @Test func whatIsUndefinedIsSaid() {
        #expect(VanDerEijkAgreement.of([3, 4]) == .undefined(.tooFewCategories))
        #expect(VanDerEijkAgreement.of([0, 0, 0]) == .undefined(.noValues))
        #expect(TastleWiermanConsensus.of([4]) == .undefined(.tooFewCategories))
        #expect(TastleWiermanConsensus.of([0, 0]) == .undefined(.noValues))
    }
}
