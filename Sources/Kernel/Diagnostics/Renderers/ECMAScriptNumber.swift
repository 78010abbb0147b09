/// Numbers as JavaScript writes them (ECMA-262, Number::toString; required by RFC 8785, 3.2.2.3).
enum ECMAScriptNumber {
    /// The shortest digits that read back as `double`, which is finite.
    static func text(_ double: Double) -> String {
        guard double != 0 else { return "0" }
        let (digits, exponent) = shortest(double.magnitude)
        let sign = double < 0 ? "-" : ""
        let count = digits.count
        // The value is 0.digits x 10^exponent; ECMA-262 calls the exponent n and the number of digits k.
        switch exponent {
        case count...21 where count <= 21:
            return sign + digits + String(repeating: "0", count: exponent - count)
        case 1...21:
            return sign + digits.prefix(exponent) + "." + digits.dropFirst(exponent)
        case -5...0:
            return sign + "0." + String(repeating: "0", count: -exponent) + digits
        default:
            let power = exponent - 1
            let fraction = count > 1 ? "." + digits.dropFirst() : ""
            return sign + digits.prefix(1) + fraction + "e" + (power < 0 ? "-" : "+") + String(power.magnitude)
        }
    }

    /// The shortest decimal digits, which Swift's `description` gives too, without leading or trailing zeros, and the place of the point.
    private static func shortest(_ double: Double) -> (digits: String, exponent: Int) {
        let parts = double.description.split(separator: "e")
        let mantissa = parts[0].split(separator: ".")
        let whole = mantissa[0]
        let fraction = mantissa.count > 1 ? mantissa[1] : ""
        var exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) + whole.count
        var digits = String(whole + fraction)
        while digits.hasPrefix("0") {
            digits.removeFirst()
            exponent -= 1
        }
        while digits.hasSuffix("0") { digits.removeLast() }
        return (digits, exponent)
    }
}
