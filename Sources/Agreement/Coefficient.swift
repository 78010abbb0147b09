/// A coefficient of agreement: a number, or the reason why there is none.
///
/// Where a formula comes to 0/0 nothing is put in its place: neither 0 nor 1 would be true.
public enum Coefficient: Sendable, Hashable {
    case value(Double)
    case undefined(Reason)

    /// Why there is no number.
    public enum Reason: Sendable, Hashable {
        /// Nobody has answered.
        case noValues
        /// Nothing was classified by two or more.
        case noPairs
        /// Everything got the same category, so that chance alone would have given the same.
        case noVariation
        /// The formula needs more categories than there are.
        case tooFewCategories
        /// The categories have no order.
        case noOrder
    }

    /// The number; nil where it is not defined.
    public var number: Double? { if case .value(let number) = self { number } else { nil } }
}
