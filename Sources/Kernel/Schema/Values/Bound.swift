/// The value of `minimum`, `maximum` or their exclusive forms, compared exactly and mostly without reading digits.
struct Bound: Sendable {
    let decimal: ExactDecimal
    private let double: Double
    /// The bound rounded down; whether it has a fraction is in `isWhole`.
    private let floor: Int?
    private let isWhole: Bool

    init?(_ number: Number) {
        guard let decimal = ExactDecimal(number) else { return nil }
        self.decimal = decimal
        double = number.double
        floor = decimal.floor
        isWhole = decimal.isInteger
    }

    /// -1, 0 or 1 as the number lies below, at or above the bound; nil for a number that cannot be compared.
    func compare(_ number: Number) -> Int? {
        if case .integer(let integer) = number.storage, let floor {
            if integer == floor { return isWhole ? 0 : -1 }
            return integer < floor ? -1 : 1
        }
        // Rounding to the nearest double keeps the order, so only equal doubles need the digits.
        let value = number.double
        if value.isFinite && double.isFinite && value != double { return value < double ? -1 : 1 }
        guard let exact = ExactDecimal(number) else { return nil }
        return exact == decimal ? 0 : exact < decimal ? -1 : 1
    }
}
