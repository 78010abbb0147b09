/// A number about how people work together, or the reason why there is none.
///
/// Where a formula comes to 0/0 nothing is put in its place: neither 0 nor 1 would be true.
public enum Figure: Sendable, Hashable {
    case value(Double)
    case undefined(Reason)

    /// Why there is no number.
    public enum Reason: Sendable, Hashable {
        /// There is nothing to count.
        case nothing
        /// The formula needs more people than there are.
        case tooFewPeople
        /// The formula needs more questions than there are.
        case tooFewItems
        /// All answers are alike.
        case noVariation
    }

    /// The number; nil where it is not defined.
    public var number: Double? { if case .value(let number) = self { number } else { nil } }

    /// A part of a whole.
    public static func share(_ part: Int, of whole: Int) -> Figure {
        whole > 0 ? .value(Double(part) / Double(whole)) : .undefined(.nothing)
    }
}
