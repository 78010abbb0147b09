/// The value of `multipleOf`, ready to divide exactly: `significand` times a power of ten.
struct Divisor: Sendable {
    /// The most digits without the zeros at its ends.
    static let mostDigits = 18

    /// Below 10^18, not divisible by ten.
    private let significand: UInt64
    private let exponent: Int
    /// 10^-exponent modulo the significand, for integers; 0 where it does not apply.
    private let scale: UInt64

    /// Nil for a value that is not above zero or has more digits than `mostDigits`.
    init?(_ value: ExactDecimal) {
        guard !value.isNegative, !value.digits.isEmpty, value.digits.count <= Self.mostDigits else { return nil }
        let significand = value.digits.reduce(0 as UInt64) { $0 * 10 + UInt64($1) }
        self.significand = significand
        exponent = value.exponent
        scale = value.exponent <= 0 ? Self.power(value.exponent.magnitude, modulo: significand) : 0
    }

    func divides(_ integer: Int) -> Bool {
        if exponent <= 0 { return Self.product(UInt64(integer.magnitude) % significand, scale, modulo: significand) == 0 }
        return divides(ExactDecimal(integer))
    }

    func divides(_ value: ExactDecimal) -> Bool {
        if value.digits.isEmpty { return true }
        // The last digit is not 0, so the value is no multiple of a higher power of ten.
        guard value.exponent >= exponent else { return false }
        let rest = value.digits.reduce(0 as UInt64) { (Self.product($0, 10, modulo: significand) + UInt64($1)) % significand }
        let power = Self.power(UInt(value.exponent - exponent), modulo: significand)
        return Self.product(rest, power, modulo: significand) == 0
    }

    private static func product(_ a: UInt64, _ b: UInt64, modulo: UInt64) -> UInt64 {
        modulo.dividingFullWidth((a % modulo).multipliedFullWidth(by: b % modulo)).remainder
    }

    private static func power(_ exponent: UInt, modulo: UInt64) -> UInt64 {
        var (result, base, rest) = (1 % modulo, 10 % modulo, exponent)
        while rest > 0 {
            if rest & 1 == 1 { result = product(result, base, modulo: modulo) }
            base = product(base, base, modulo: modulo)
            rest >>= 1
        }
        return result
    }
}
