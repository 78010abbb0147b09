/// A number over the values of a column that says what it stands for.
///
/// Contributed by modules (`kernel.measures`), and used by columns of reports. A pure function: the same values, in any order, give the
/// same number. Called while a report is made, inside the transaction that reads.
/// ```swift
/// struct Median: Measure {
///     var title: Text { Text(nb: "Median", nn: "Median", en: "Median") }
///     var definition: Text { Text(nb: "den midterste verdien", nn: "den midtarste verdien", en: "the value in the middle") }
///     func value(of values: [JSONValue]) -> MeasureValue { … }
/// }
/// ```
public protocol Measure: Sendable {
    /// What a column of it is called where nothing else is said.
    var title: Text { get }
    /// What the number is, in a sentence without a full stop.
    var definition: Text { get }
    /// The number over values, of which null is a missing one.
    func value(of values: [JSONValue]) -> MeasureValue
    /// The groups of values, by position, that the number tells about; under a floor each must be large enough on its own.
    ///
    /// Positions ascend, groups do not overlap, and there are always equally many. By default one: all values that are not missing.
    func groups(of values: [JSONValue]) -> [[Int]]
    /// Whether the number is the value of one single record, which no floor can allow.
    var namesOneValue: Bool { get }
}

extension Measure {
    public func groups(of values: [JSONValue]) -> [[Int]] { [values.indices.filter { !values[$0].isNull }] }
    public var namesOneValue: Bool { false }
}

/// Numbers that modules compute (design 3.4).
public enum Measures: ExtensionPoint {
    public typealias Contribution = any Measure
    public static var id: String { "kernel.measures" }
}
