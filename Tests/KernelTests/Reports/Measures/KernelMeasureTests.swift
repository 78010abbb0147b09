import Kernel
import Testing

/// Numbers over the values of a column.
@Suite struct KernelMeasureTests {
    private static func result(_ measure: KernelMeasure, _ values: [JSONValue]) -> MeasureValue.Result { measure.value(of: values).result }

    @Test func integersStayExact() {
        let values: [JSONValue] = [.integer(.max), .integer(1), .integer(-1), .null]
        #expect(Self.result(.sum, values) == .integer(.max))
        #expect(Self.result(.sum, [.integer(.max), .integer(.max)]) == .number(Double(Int.max) * 2))
        #expect(Self.result(.mean, [.integer(.max), .integer(.max)]) == .number(Double(Int.max)))
        #expect(
            Self.result(.minimum, [.integer(9_007_199_254_740_993), .integer(9_007_199_254_740_992)]) == .integer(9_007_199_254_740_992))
        #expect(Self.result(.mean, [.integer(1), .integer(2)]) == .number(1.5))
        #expect(Self.result(.count, values) == .integer(4))
        #expect(KernelMeasure.mean.value(of: values).n == 3)
    }

    @Test func fractionsAreRoundedOnce() {
        #expect(Self.result(.sum, [JSONValue](repeating: .number(0.1), count: 10)) == .number(1))
        #expect(Self.result(.sum, [.number(1e100), .number(1), .number(-1e100)]) == .number(1))
        #expect(
            Self.result(.sum, [.number(1e16), .number(1), .number(1e-16)]) == .number(1e16 + 2)
                || Self.result(.sum, [.number(1e16), .number(1), .number(1e-16)]) == .number(10_000_000_000_000_002))
        #expect(Self.result(.sum, [.number(0.5), .integer(2)]) == .number(2.5))
    }

    @Test func theOrderDoesNotMatter() {
        var generator = SeededGenerator(3)
        for _ in 0..<200 {
            var values: [JSONValue] = (0..<20).map { number in
                number % 5 == 0
                    ? .integer(Int.random(in: .min ... .max, using: &generator))
                    : .number(Double.random(in: -1...1, using: &generator) * [1e-20, 1, 1e20][number % 3])
            }
            let measures: [KernelMeasure] = [.sum, .mean, .minimum, .maximum]
            let before = measures.map { Self.result($0, values) }
            values.shuffle(using: &generator)
            #expect(measures.map { Self.result($0, values) } == before)
        }
    }

    @Test func whatIsNotDefinedSaysWhy() {
        for measure in [KernelMeasure.mean, .minimum, .maximum, .share(.bool(true))] {
            guard case .undefined(let reason) = Self.result(measure, [.null]) else {
                Issue.record("\(measure)")
                continue
            }
            #expect(reason(.en) == "there are no values")
        }
        #expect(Self.result(.sum, []) == .integer(0))
        guard case .undefined = Self.result(.mean, [.string("A")]), case .undefined = Self.result(.sum, [.number(1e308), .number(1e308)]),
            case .undefined = Self.result(.sum, [.number(.nan)])
        else {
            Issue.record("defined")
            return
        }
    }

    @Test func aShareIsOfTheValuesThatAreThere() {
        #expect(Self.result(.share(.string("A")), [.string("A"), .string("B"), .null, .string("A")]) == .number(2.0 / 3))
    }

    @Test func anUndefinedValueIsShownWithItsReason() {
        let value = KernelMeasure.mean.value(of: [])
        let table = Table(
            "t", title: Text(verbatim: "T"), columns: [.init("m", .number, Text(nb: "Snitt", nn: "Snitt", en: "Mean"))],
            rows: [[value.cell]],
            notes: [value.note(Text(nb: "Snitt", nn: "Snitt", en: "Mean"))])
        let text = TableRenderer(language: .nn, plain: true, color: false).render(table)
        #expect(text.hasPrefix("Snitt: ikkje definert\n"))
        #expect(text.contains("ikkje definert: det er ingen verdiar."))
        #expect(table.json(.en)["rows"] == .array([.array([.null])]))
        #expect(table.json(.en)["undefined"]?.array?.first?["reason"] == .string("there are no values"))
        #expect(table.csv(.en) == "m\r\n\"\"\r\n" || table.csv(.en) == "m\r\n\r\n")
    }
}
