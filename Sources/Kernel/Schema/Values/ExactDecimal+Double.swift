extension ExactDecimal {
    /// Whether a double stands for the number as it was written.
    ///
    /// A fraction is rounded, as everyone who writes one expects; a whole number has to keep its digits, or be written as the shortest text that
    /// means the double.
    func isKept(by double: Double) -> Bool {
        guard double.isFinite else { return false }
        guard isInteger else { return true }
        if let whole = Int(exactly: double), let integer { return whole == integer }
        return ExactDecimal(literal: "\(double)") == self
    }
}
