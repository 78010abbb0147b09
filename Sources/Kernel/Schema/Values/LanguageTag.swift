/// Well-formed language tags, RFC 5646 section 2.1.
enum LanguageTag {
    private static let grandfathered: Set<String> = [
        "en-gb-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak", "i-klingon", "i-lux", "i-mingo", "i-navajo", "i-pwn", "i-tao",
        "i-tay", "i-tsu", "sgn-be-fr", "sgn-be-nl", "sgn-ch-de", "art-lojban", "cel-gaulish", "no-bok", "no-nyn", "zh-guoyu", "zh-hakka",
        "zh-min", "zh-min-nan", "zh-xiang",
    ]

    static func isWellFormed(_ tag: String) -> Bool {
        if (2...3).contains(tag.utf8.count) { return tag.utf8.allSatisfy(FormatScanner.isLetter) }
        let bytes = Array(tag.utf8)
        let parts = bytes.split(separator: 0x2D, omittingEmptySubsequences: false)[...]
        guard parts.allSatisfy({ (1...8).contains($0.count) && $0.allSatisfy { FormatScanner.isLetter($0) || FormatScanner.isDigit($0) } })
        else { return false }
        if bytes.count <= 11, grandfathered.contains(tag.lowercased()) { return true }
        var rest = parts
        if !isPrivateUse(rest) {
            guard let language = rest.popFirst(), language.count >= 2, isLetters(language) else { return false }
            if language.count <= 3 { for _ in 0..<3 { take(&rest) { $0.count == 3 && isLetters($0) } } }
            take(&rest) { $0.count == 4 && isLetters($0) }
            take(&rest) { $0.count == 2 && isLetters($0) || $0.count == 3 && $0.allSatisfy(FormatScanner.isDigit) }
            while take(&rest, { $0.count >= 5 || $0.count == 4 && FormatScanner.isDigit($0[$0.startIndex]) }) {}
            while let singleton = rest.first, singleton.count == 1, singleton.first.map({ $0 | 0x20 }) != 0x78 {
                rest = rest.dropFirst()
                guard take(&rest, { $0.count >= 2 }) else { return false }
                while take(&rest, { $0.count >= 2 }) {}
            }
        }
        return rest.isEmpty || isPrivateUse(rest)
    }

    private static func isPrivateUse(_ parts: ArraySlice<ArraySlice<UInt8>>) -> Bool {
        parts.count >= 2 && parts.first?.count == 1 && parts.first?.first.map { $0 | 0x20 } == 0x78
    }

    private static func isLetters(_ part: ArraySlice<UInt8>) -> Bool { part.allSatisfy(FormatScanner.isLetter) }

    @discardableResult
    private static func take(_ rest: inout ArraySlice<ArraySlice<UInt8>>, _ fits: (ArraySlice<UInt8>) -> Bool) -> Bool {
        guard let first = rest.first, fits(first) else { return false }
        rest = rest.dropFirst()
        return true
    }
}
