/// A finite number exactly as its literal says: digits times a power of ten.
struct ExactDecimal: Sendable, Hashable {
    /// The most digits of an exponent and of a hexadecimal or octal literal.
    private static let longestExponent = 15
    private static let longestHexadecimal = 1024

    let isNegative: Bool
    /// Values 0 to 9 without zeros at either end; empty for zero.
    let digits: [UInt8]
    /// The power of ten of the last digit; 0 for zero.
    let exponent: Int

    private init(isNegative: Bool, digits: some Sequence<UInt8>, exponent: Int) {
        var trimmed = Array(digits.drop { $0 == 0 })
        var exponent = exponent
        while trimmed.last == 0 {
            trimmed.removeLast()
            exponent += 1
        }
        self.isNegative = isNegative && !trimmed.isEmpty
        self.digits = trimmed
        self.exponent = trimmed.isEmpty ? 0 : exponent
    }

    init(_ integer: Int) {
        self.init(isNegative: integer < 0, digits: String(integer.magnitude).utf8.map { $0 - 0x30 }, exponent: 0)
    }

    /// Nil for infinities, not-a-number, and exponents of more than 15 digits.
    init?(_ number: Number) {
        switch number.storage {
        case .integer(let integer): self.init(integer)
        case .decimal(_, let literal): self.init(literal: literal)
        }
    }

    /// A literal of JSON (RFC 8259, 6) or of YAML's core schema (YAML 1.2.2, 10.3.2).
    init?(literal: String) {
        var bytes = Array(literal.utf8)[...]
        var isNegative = false
        if let sign = bytes.first, sign == 0x2B || sign == 0x2D {
            isNegative = sign == 0x2D
            bytes = bytes.dropFirst()
        }
        if bytes.starts(with: [0x30, 0x78]) || bytes.starts(with: [0x30, 0x6F]) {
            let base: UInt32 = bytes.starts(with: [0x30, 0x78]) ? 16 : 8
            guard let digits = Self.converted(bytes.dropFirst(2), base: base) else { return nil }
            self.init(isNegative: isNegative, digits: digits, exponent: 0)
            return
        }
        let mantissa = bytes.prefix { $0 != 0x65 && $0 != 0x45 }
        var exponent = 0
        if mantissa.count < bytes.count {
            var text = bytes.dropFirst(mantissa.count + 1)
            let isDown = text.first == 0x2D
            if isDown || text.first == 0x2B { text = text.dropFirst() }
            text = text.drop { $0 == 0x30 }
            guard text.count <= Self.longestExponent else { return nil }
            for byte in text {
                guard (0x30...0x39).contains(byte) else { return nil }
                exponent = exponent * 10 + Int(byte - 0x30)
            }
            if isDown { exponent = -exponent }
        }
        var digits: [UInt8] = []
        digits.reserveCapacity(mantissa.count)
        var isFraction = false
        for byte in mantissa {
            if byte == 0x2E && !isFraction {
                isFraction = true
                continue
            }
            guard (0x30...0x39).contains(byte) else { return nil }
            digits.append(byte - 0x30)
            if isFraction { exponent -= 1 }
        }
        guard !digits.isEmpty else { return nil }
        self.init(isNegative: isNegative, digits: digits, exponent: exponent)
    }

    private static func converted(_ bytes: ArraySlice<UInt8>, base: UInt32) -> [UInt8]? {
        guard bytes.count <= longestHexadecimal else { return nil }
        var result: [UInt8] = []
        for byte in bytes {
            guard var carry = Unicode.Scalar(byte).hexadecimalValue, carry < base else { return nil }
            for index in result.indices {
                carry += UInt32(result[index]) * base
                result[index] = UInt8(carry % 10)
                carry /= 10
            }
            while carry > 0 {
                result.append(UInt8(carry % 10))
                carry /= 10
            }
        }
        return result.reversed()
    }

    /// Whether it has no fraction (JSON Schema Core, 4.2.3: 1.0 is an integer).
    var isInteger: Bool { exponent >= 0 }

    /// The value, if it is an integer of 64 bits.
    var integer: Int? {
        guard exponent >= 0, digits.count + exponent <= 19 else { return nil }
        var value = 0
        for position in 0..<(digits.count + exponent) {
            let digit = position < digits.count ? Int(digits[position]) : 0
            let (ten, high) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = isNegative ? ten.subtractingReportingOverflow(digit) : ten.addingReportingOverflow(digit)
            if high || carry { return nil }
            value = sum
        }
        return value
    }

    /// The greatest integer that is not above it, if that has 64 bits.
    var floor: Int? {
        if let integer { return integer }
        guard exponent < 0 else { return nil }
        let whole = digits.count + exponent > 0 ? Array(digits.prefix(digits.count + exponent)) : []
        guard let down = ExactDecimal(isNegative: isNegative, digits: whole, exponent: 0).integer else { return nil }
        return isNegative ? (down == .min ? nil : down - 1) : down
    }
}

extension ExactDecimal: Comparable {
    static func < (a: Self, b: Self) -> Bool {
        if a.isNegative != b.isNegative { return a.isNegative }
        return a.isNegative ? b.isCloserToZero(than: a) : a.isCloserToZero(than: b)
    }

    private func isCloserToZero(than other: Self) -> Bool {
        if digits.isEmpty || other.digits.isEmpty { return digits.isEmpty && !other.digits.isEmpty }
        let (mine, theirs) = (digits.count + exponent, other.digits.count + other.exponent)
        if mine != theirs { return mine < theirs }
        return digits.lexicographicallyPrecedes(other.digits)
    }
}
