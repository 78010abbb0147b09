extension Number {
    /// A number from its decimal literal, which the caller has checked: sign, digits, fraction and exponent.
    ///
    /// A literal beyond the range of a double (`1e400`) has the value infinity and keeps its literal, so that a schema
    /// can refuse it by its place and a copy loses nothing.
    init?(decimal literal: String) {
        guard let double = Double(literal) else { return nil }
        self.init(double, literal: literal)
    }
}

extension Number {
    /// The number as it was written; whole numbers in decimal digits.
    public var text: String {
        switch storage {
        case .integer(let integer): String(integer)
        case .decimal(_, let literal): literal
        }
    }
}
