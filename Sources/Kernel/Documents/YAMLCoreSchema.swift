/// How YAML 1.2 tells what an untagged plain scalar is: the core schema (YAML 1.2.2, 10.3.2).
///
/// Only these words are special: `null Null NULL ~`, `true True TRUE`, `false False FALSE`, decimal, `0o` and `0x` integers,
/// decimal fractions, `.inf` and `.nan`. So `no`, `on`, `12:30:00` and `1_000` are strings, and `0777` is 777.
enum YAMLCoreSchema {
    /// The value of an untagged plain scalar.
    static func resolve(_ text: UnsafeBufferPointer<UInt8>) -> Node.Value {
        guard let first = text.first else { return .null }
        switch first {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
            if let number = number(text) { return .number(number) }
        case UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"):
            if let bool = bool(text) { return .bool(bool) }
        case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "~"):
            if isNull(text) { return .null }
        default: break
        }
        return .string(String(decoding: text, as: UTF8.self))
    }

    static func isNull(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch text.count {
        case 0: true
        case 1: text[0] == UInt8(ascii: "~")
        case 4: equal(text, "null") || equal(text, "Null") || equal(text, "NULL")
        default: false
        }
    }

    static func bool(_ text: UnsafeBufferPointer<UInt8>) -> Bool? {
        switch text.count {
        case 4 where equal(text, "true") || equal(text, "True") || equal(text, "TRUE"): true
        case 5 where equal(text, "false") || equal(text, "False") || equal(text, "FALSE"): false
        default: nil
        }
    }

    static func number(_ text: UnsafeBufferPointer<UInt8>) -> Number? { integer(text) ?? float(text) }

    /// `[-+]? [0-9]+`, `0o [0-7]+` or `0x [0-9a-fA-F]+`.
    static func integer(_ text: UnsafeBufferPointer<UInt8>) -> Number? {
        if text.count > 2, text[0] == UInt8(ascii: "0") {
            if text[1] == UInt8(ascii: "o") { return digits(text, bits: 3) }
            if text[1] == UInt8(ascii: "x") { return digits(text, bits: 4) }
        }
        guard let first = text.first else { return nil }
        let negative = first == UInt8(ascii: "-")
        var at = negative || first == UInt8(ascii: "+") ? 1 : 0
        guard at < text.count else { return nil }
        var value = 0
        var overflow = false
        while at < text.count {
            let digit = Int(text[at]) - Int(UInt8(ascii: "0"))
            guard digit >= 0, digit <= 9 else { return nil }
            if !overflow {
                let (ten, high) = value.multipliedReportingOverflow(by: 10)
                let (sum, carry) = negative ? ten.subtractingReportingOverflow(digit) : ten.addingReportingOverflow(digit)
                overflow = high || carry
                value = sum
            }
            at += 1
        }
        return overflow ? Number(decimal: String(decoding: text, as: UTF8.self)) : Number(value)
    }

    /// The digits after `0o` or `0x`, each worth `bits` bits.
    private static func digits(_ text: UnsafeBufferPointer<UInt8>, bits: Int) -> Number? {
        var value: UInt64 = 0
        var dropped = 0
        var sticky: UInt64 = 0
        for byte in text[2...] {
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
            default: return nil
            }
            guard digit < 1 << bits else { return nil }
            if dropped == 0, value.leadingZeroBitCount >= bits {
                value = value << UInt64(bits) | UInt64(digit)
            } else {
                dropped += bits
                if digit != 0 { sticky = 1 }
            }
        }
        if dropped == 0, let exact = Int(exactly: value) { return Number(exact) }
        // More than 53 bits are kept, so one sticky bit in the lowest place gives the right rounding.
        let double = Double(sign: .plus, exponent: dropped, significand: Double(value | sticky))
        return Number(double, literal: String(decoding: text, as: UTF8.self))
    }

    /// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`, `[-+]? \.inf` or `\.nan`.
    static func float(_ text: UnsafeBufferPointer<UInt8>) -> Number? {
        var at = 0
        func skipDigits() -> Int {
            let start = at
            while at < text.count, text[at] &- UInt8(ascii: "0") <= 9 { at += 1 }
            return at - start
        }
        func has(_ byte: Unicode.Scalar) -> Bool { at < text.count && text[at] == UInt8(ascii: byte) }
        if has("-") || has("+") { at += 1 }
        let unsigned = UnsafeBufferPointer(rebasing: text[at...])
        if equal(unsigned, ".inf") || equal(unsigned, ".Inf") || equal(unsigned, ".INF") {
            return Number(text[0] == UInt8(ascii: "-") ? -.infinity : .infinity, literal: String(decoding: text, as: UTF8.self))
        }
        if equal(text, ".nan") || equal(text, ".NaN") || equal(text, ".NAN") {
            return Number(.nan, literal: String(decoding: text, as: UTF8.self))
        }
        var digits = skipDigits()
        if has(".") {
            at += 1
            let fraction = skipDigits()
            guard digits + fraction > 0 else { return nil }
            digits += fraction
        }
        guard digits > 0 else { return nil }
        if has("e") || has("E") {
            at += 1
            if has("-") || has("+") { at += 1 }
            guard skipDigits() > 0 else { return nil }
        }
        guard at == text.count else { return nil }
        return Number(decimal: String(decoding: text, as: UTF8.self))
    }

    private static func equal(_ text: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
        guard text.count == word.utf8CodeUnitCount else { return false }
        for position in 0..<text.count where text[position] != word.utf8Start[position] { return false }
        return true
    }
}
