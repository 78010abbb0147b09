/// A sum of numbers that is rounded once, at the end, so that it does not depend on their order.
///
/// Integers are summed as such; fractions as parts that do not overlap (Shewchuk 1997, Adaptive Precision Floating-Point Arithmetic).
struct ExactSum {
    private var integers: Int128 = 0
    private var parts: [Double] = []
    private var hasFractions = false
    private var isTooGreat = false

    mutating func add(_ integer: Int) { integers += Int128(integer) }

    mutating func add(_ number: Double) {
        if let integer = Int(exactly: number) {
            integers += Int128(integer)
            hasFractions = true
            return
        }
        hasFractions = true
        addPart(number)
    }

    private mutating func addPart(_ number: Double) {
        var x = number
        var kept: [Double] = []
        for part in parts {
            let (large, small) = x.magnitude < part.magnitude ? (part, x) : (x, part)
            let high = large + small
            let low = small - (high - large)
            if low != 0 { kept.append(low) }
            x = high
        }
        kept.append(x)
        parts = kept
        if !x.isFinite { isTooGreat = true }
    }

    /// The sum as an integer, if every number was given as one and it fits.
    var integer: Int? { hasFractions ? nil : Int(exactly: integers) }

    /// The sum, rounded to the nearest; nil where it is too great for a number.
    var double: Double? {
        var all = self
        // Three limbs of at most 52 bits each are exact as numbers.
        var rest = integers
        var scale = 1.0
        while rest != 0 {
            let limb = rest % (1 << 52)
            if limb != 0 { all.addPart(Double(limb) * scale) }
            rest /= 1 << 52
            scale *= 0x1p52
        }
        guard !all.isTooGreat, !all.parts.isEmpty else { return all.isTooGreat ? nil : 0 }
        var sum = all.parts.removeLast()
        var low = 0.0
        while let part = all.parts.popLast() {
            let before = sum
            sum = before + part
            low = part - (sum - before)
            if low != 0 { break }
        }
        // Half-way cases: round by what lies below.
        if let next = all.parts.last, low < 0 && next < 0 || low > 0 && next > 0 {
            let twice = low * 2
            let candidate = sum + twice
            if twice == candidate - sum { sum = candidate }
        }
        return sum.isFinite ? sum : nil
    }

    /// The sum divided by `count`, which is above 0; of integers rounded once.
    func divided(by count: Int) -> Double? {
        guard !hasFractions else { return double.map { $0 / Double(count) } }
        let (quotient, remainder) = integers.quotientAndRemainder(dividingBy: Int128(count))
        guard quotient.magnitude < 1 << 53 else { return Double(integers) / Double(count) }
        return Double(quotient) + Double(remainder) / Double(count)
    }
}
