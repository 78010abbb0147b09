extension FormatScanner {
    private static func isIn(_ byte: UInt8, _ characters: StaticString) -> Bool {
        UnsafeBufferPointer(start: characters.utf8Start, count: characters.utf8CodeUnitCount).contains(byte)
    }

    // MARK: URI, RFC 3986 appendix A

    mutating func uri() -> Bool {
        guard let first = next, Self.isLetter(first) else { return false }
        _ = skip { Self.isLetter($0) || Self.isDigit($0) || Self.isIn($0, "+-.") }
        guard take(":") else { return false }
        if take("/") {
            if take("/") {
                guard authority() else { return false }
                if let next, !Self.isIn(next, "/?#") { return false }
            }
        }
        guard characters(":@/") else { return false }
        if take("?") { guard characters(":@/?") else { return false } }
        if take("#") { guard characters(":@/?") else { return false } }
        return isAtEnd
    }

    /// Unreserved characters, sub-delimiters, percent escapes and `more`.
    private mutating func characters(_ more: StaticString) -> Bool {
        while let byte = next {
            if byte == 0x25 {
                position += 1
                for _ in 0..<2 {
                    guard let digit = next, Self.isHexadecimal(digit) else { return false }
                    position += 1
                }
            } else if Self.isLetter(byte) || Self.isDigit(byte) || Self.isIn(byte, "-._~!$&'()*+,;=") || Self.isIn(byte, more) {
                position += 1
            } else {
                return true
            }
        }
        return true
    }

    private mutating func authority() -> Bool {
        let end = bytes[position...].firstIndex { Self.isIn($0, "/?#") } ?? bytes.count
        if let at = bytes[position..<end].firstIndex(of: 0x40) {
            guard characters(":"), position == at else { return false }
            position += 1
        }
        if take("[") {
            guard let close = bytes[position..<end].firstIndex(of: 0x5D) else { return false }
            guard Self.isAddressLiteral(bytes[position..<close]) else { return false }
            position = close + 1
        } else {
            guard characters("") else { return false }
        }
        if take(":") { _ = skip(Self.isDigit) }
        return position == end
    }

    /// `IPv6address` or `IPvFuture`.
    private static func isAddressLiteral(_ bytes: ArraySlice<UInt8>) -> Bool {
        var scanner = FormatScanner(bytes)
        if scanner.take(letter: "v") {
            guard scanner.skip(isHexadecimal) > 0, scanner.take(".") else { return false }
            return scanner.skip { isLetter($0) || isDigit($0) || isIn($0, "-._~!$&'()*+,;=:") } > 0 && scanner.isAtEnd
        }
        return isIPv6(bytes)
    }

    static func isIPv6(_ bytes: ArraySlice<UInt8>) -> Bool {
        var scanner = FormatScanner(bytes)
        var groups = 0
        var isShortened = false
        if scanner.take(":") {
            guard scanner.take(":") else { return false }
            isShortened = true
        }
        while !scanner.isAtEnd {
            let start = scanner.position
            let length = scanner.skip(isHexadecimal)
            if scanner.next == 0x2E {
                guard isIPv4(scanner.bytes[start...]) else { return false }
                groups += 2
                scanner.position = scanner.bytes.count
                break
            }
            guard (1...4).contains(length) else { return false }
            groups += 1
            if scanner.isAtEnd { break }
            guard scanner.take(":"), !scanner.isAtEnd else { return false }
            if scanner.take(":") {
                guard !isShortened else { return false }
                isShortened = true
            }
        }
        return isShortened ? groups <= 7 : groups == 8
    }

    static func isIPv4(_ bytes: ArraySlice<UInt8>) -> Bool {
        let parts = bytes.split(separator: 0x2E, omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                guard (1...3).contains(part.count), part.allSatisfy(isDigit), part.count == 1 || part.first != 0x30 else { return false }
                return part.reduce(0) { $0 * 10 + Int($1 - 0x30) } <= 255
            }
    }

    // MARK: Mailbox, RFC 5321 section 4.1.2

    /// Dot-string or quoted string of at most 64 octets, `@`, domain of at most 255 octets or address literal.
    mutating func email() -> Bool {
        guard bytes.count <= 320 else { return false }
        let start = position
        if take("\"") {
            while let byte = next, byte != 0x22 {
                guard (0x20...0x7E).contains(byte) else { return false }
                position += 1
                if byte == 0x5C {
                    guard let escaped = next, (0x20...0x7E).contains(escaped) else { return false }
                    position += 1
                }
            }
            guard take("\"") else { return false }
        } else {
            repeat {
                guard skip({ Self.isLetter($0) || Self.isDigit($0) || Self.isIn($0, "!#$%&'*+-/=?^_`{|}~") }) > 0 else { return false }
            } while take(".")
        }
        guard position - start <= 64, take("@") else { return false }
        return domain(bytes[position...])
    }

    private func domain(_ domain: ArraySlice<UInt8>) -> Bool {
        guard !domain.isEmpty, domain.count <= 255 else { return false }
        if domain.first == 0x5B, domain.last == 0x5D {
            let literal = domain.dropFirst().dropLast()
            let isTagged = literal.count > 5 && String(decoding: literal.prefix(5), as: UTF8.self).lowercased() == "ipv6:"
            return isTagged ? Self.isIPv6(literal.dropFirst(5)) : Self.isIPv4(literal)
        }
        return domain.split(separator: 0x2E, omittingEmptySubsequences: false).allSatisfy { label in
            guard let first = label.first, let last = label.last, label.count <= 63 else { return false }
            guard first != 0x2D, last != 0x2D else { return false }
            return label.allSatisfy { Self.isLetter($0) || Self.isDigit($0) || $0 == 0x2D }
        }
    }
}
