/// The measures that the kernel has.
public enum KernelMeasure: Measure, Hashable {
    case count, sum, mean, minimum, maximum
    /// The share of values that are that one, 0 to 1.
    case share(JSONValue)

    public var title: Text {
        switch self {
        case .count: Text(nb: "Antall", nn: "Tal på", en: "Number")
        case .sum: Text(nb: "Sum", nn: "Sum", en: "Sum")
        case .mean: Text(nb: "Gjennomsnitt", nn: "Gjennomsnitt", en: "Mean")
        case .minimum: Text(nb: "Minst", nn: "Minst", en: "Least")
        case .maximum: Text(nb: "Størst", nn: "Størst", en: "Greatest")
        case .share: Text(nb: "Andel", nn: "Del", en: "Share")
        }
    }

    public var definition: Text {
        switch self {
        case .count: Text(nb: "hvor mange det er", nn: "kor mange det er", en: "how many there are")
        case .sum: Text(nb: "verdiene lagt sammen", nn: "verdiane lagde saman", en: "the values added together")
        case .mean:
            Text(
                nb: "summen av verdiene delt på hvor mange de er; manglende verdier er ikke med",
                nn: "summen av verdiane delt på kor mange dei er; verdiar som manglar, er ikkje med",
                en: "the sum of the values divided by how many they are, missing values left out")
        case .minimum: Text(nb: "den minste verdien", nn: "den minste verdien", en: "the least value")
        case .maximum: Text(nb: "den største verdien", nn: "den største verdien", en: "the greatest value")
        case .share(let value):
            Text(
                nb: "andelen av verdiene som er «\(Self.word(value))», fra 0 til 1; manglende verdier er ikke med",
                nn: "delen av verdiane som er «\(Self.word(value))», frå 0 til 1; verdiar som manglar, er ikkje med",
                en: "the share of the values that are '\(Self.word(value))', from 0 to 1, missing values left out")
        }
    }

    public var namesOneValue: Bool { self == .minimum || self == .maximum }

    public func groups(of values: [JSONValue]) -> [[Int]] {
        switch self {
        case .count: [Array(values.indices)]
        case .share(let value):
            [values.indices.filter { values[$0] == value }, values.indices.filter { !values[$0].isNull && values[$0] != value }]
        default: [values.indices.filter { !values[$0].isNull }]
        }
    }

    public func value(of values: [JSONValue]) -> MeasureValue {
        let present = values.filter { !$0.isNull }
        func result(_ result: MeasureValue.Result) -> MeasureValue {
            MeasureValue(result, n: self == .count ? values.count : present.count, definition: definition)
        }
        if self == .count { return result(.integer(values.count)) }
        if case .share(let value) = self {
            guard !present.isEmpty else { return result(.undefined(Self.noValues)) }
            return result(.number(Double(present.count { $0 == value }) / Double(present.count)))
        }
        var sum = ExactSum()
        for value in present {
            switch value {
            case .integer(let integer): sum.add(integer)
            case .number(let number) where number.isFinite: sum.add(number)
            default: return result(.undefined(Self.notNumbers))
            }
        }
        if self == .sum {
            if let integer = sum.integer { return result(.integer(integer)) }
            return result(sum.double.map { .number($0) } ?? .undefined(Self.tooGreat))
        }
        guard !present.isEmpty else { return result(.undefined(Self.noValues)) }
        if self == .mean { return result(sum.divided(by: present.count).map { .number($0) } ?? .undefined(Self.tooGreat)) }
        let extreme = self == .minimum ? present.min(by: Self.isLess) : present.max(by: Self.isLess)
        switch extreme {
        case .integer(let integer): return result(.integer(integer))
        case .number(let number): return result(.number(number))
        default: return result(.undefined(Self.noValues))
        }
    }

    private static func isLess(_ a: JSONValue, _ b: JSONValue) -> Bool {
        if case .integer(let x) = a, case .integer(let y) = b { return x < y }
        return (a.double ?? .nan) < (b.double ?? .nan)
    }

    private static func word(_ value: JSONValue) -> String { value.string ?? value.compact }

    private static let noValues = Text(nb: "det er ingen verdier", nn: "det er ingen verdiar", en: "there are no values")
    private static let notNumbers = Text(
        nb: "ikke alle verdiene er tall", nn: "ikkje alle verdiane er tal", en: "not all values are numbers")
    private static let tooGreat = Text(nb: "tallet er for stort", nn: "talet er for stort", en: "the number is too great")
}
