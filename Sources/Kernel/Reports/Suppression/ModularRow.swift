/// Rows of numbers modulo the prime 2^61 - 1: linear algebra that is fast and cannot overflow.
///
/// Dependence of rows of small integers is the same as over the rationals, unless the prime divides one of their minors, which for rows
/// of 0 and 1 takes a number that is not met by chance.
enum ModularRow {
    static let prime: UInt64 = (1 << 61) - 1

    static func product(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let (high, low) = a.multipliedFullWidth(by: b)
        // 2^61 is 1.
        let sum = (low & prime) + (low >> 61 | high << 3)
        return sum >= prime ? sum - prime : sum
    }

    static func inverse(_ a: UInt64) -> UInt64 {
        var (result, base, exponent): (UInt64, UInt64, UInt64) = (1, a, prime - 2)
        while exponent > 0 {
            if exponent & 1 == 1 { result = product(result, base) }
            base = product(base, base)
            exponent >>= 1
        }
        return result
    }

    /// Takes `factor` times `other` from `row`, from a position on.
    static func subtract(_ other: [UInt64], times factor: UInt64, from row: inout [UInt64], startingAt start: Int = 0) {
        guard factor != 0 else { return }
        for column in start..<row.count where other[column] != 0 {
            let part = product(other[column], factor)
            row[column] = row[column] >= part ? row[column] - part : row[column] + prime - part
        }
    }

    /// Divides the row by its entry at that place, which is not 0.
    static func normalise(_ row: inout [UInt64], at column: Int) {
        let factor = inverse(row[column])
        guard factor != 1 else { return }
        for index in row.indices where row[index] != 0 { row[index] = product(row[index], factor) }
    }
}
