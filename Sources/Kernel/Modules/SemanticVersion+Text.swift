extension SemanticVersion: CustomStringConvertible {
    /// Reads a version by the grammar of Semantic Versioning 2.0.0, at most 256 characters.
    ///
    /// The standard sets no bound on the numbers; here they are at most 999 999 999 999 999.
    ///
    /// - Throws: what is wrong and where.
    public init(_ text: String) throws(StringFault) {
        var scanner = StringScanner(text)
        guard scanner.bytes.count <= 256 else { throw .versionTooLong(scanner) }
        if scanner.take("v") || scanner.take("V") { throw .versionPrefix(scanner) }
        let major = try scanner.versionNumber()
        guard scanner.take(".") else { throw .notAVersion(scanner, scanner.character) }
        let minor = try scanner.versionNumber()
        guard scanner.take(".") else { throw .notAVersion(scanner, scanner.character) }
        let patch = try scanner.versionNumber()
        let prerelease = try scanner.prerelease()
        let build = try scanner.build()
        guard scanner.isAtEnd else { throw .notAVersion(scanner, scanner.character) }
        self.init(major, minor, patch, prerelease: prerelease, build: build)
    }

    public var description: String {
        let pre = prerelease.isEmpty ? "" : "-" + prerelease.map(\.text).joined(separator: ".")
        return "\(major).\(minor).\(patch)\(pre)\(build.map { "+" + $0 } ?? "")"
    }
}

extension StringScanner {
    /// Takes a number without leading zeros.
    mutating func versionNumber() throws(StringFault) -> Int {
        let digits = take(while: \.isDigit)
        guard !digits.isEmpty else { throw .notAVersion(self, character) }
        guard digits.count == 1 || bytes[digits.lowerBound] != UInt8(ascii: "0") else { throw .leadingZero(self, digits) }
        guard let value = value(digits, limit: SemanticVersion.largestNumber) else { throw .versionNumberTooLarge(digits) }
        return value
    }

    /// Takes `-beta.1` if it stands here.
    mutating func prerelease() throws(StringFault) -> [SemanticVersion.Identifier] {
        guard take("-") else { return [] }
        var identifiers: [SemanticVersion.Identifier] = []
        repeat {
            let range = try identifier()
            if bytes[range].allSatisfy(\.isDigit) {
                guard range.count == 1 || bytes[range.lowerBound] != UInt8(ascii: "0") else { throw .leadingZero(self, range) }
                identifiers.append(.number(text(range)))
            } else {
                identifiers.append(.word(text(range)))
            }
        } while take(".")
        return identifiers
    }

    /// Takes `+build.5` if it stands here.
    mutating func build() throws(StringFault) -> String? {
        guard take("+") else { return nil }
        let start = position
        repeat { _ = try identifier() } while take(".")
        return text(start..<position)
    }

    private mutating func identifier() throws(StringFault) -> Range<Int> {
        let range = take { $0.isDigit || $0.isLetter || $0 == UInt8(ascii: "-") }
        guard !range.isEmpty else { throw .notAVersion(self, character) }
        return range
    }
}

extension StringFault {
    static func notAVersion(_ scanner: StringScanner, _ range: Range<Int>) -> Self {
        let found = scanner.excerpt(range)
        let reason =
            range.isEmpty
            ? Text(nb: "versjonen slutter for tidlig", nn: "versjonen sluttar for tidleg", en: "the version ends too early")
            : Text(nb: "«\(found)» kan ikke stå her", nn: "«\(found)» kan ikkje stå her", en: "'\(found)' cannot stand here")
        return Self(range, reason, help: .versionExample)
    }

    fileprivate static func versionPrefix(_ scanner: StringScanner) -> Self {
        Self(
            0..<1,
            Text(nb: "en versjon begynner med et tall", nn: "ein versjon tek til med eit tal", en: "a version begins with a number"),
            help: .versionExample)
    }

    fileprivate static func versionTooLong(_ scanner: StringScanner) -> Self {
        Self(
            scanner.whole,
            Text(
                nb: "versjonen er lengre enn 256 tegn", nn: "versjonen er lengre enn 256 teikn",
                en: "the version is longer than 256 characters"))
    }

    fileprivate static func leadingZero(_ scanner: StringScanner, _ range: Range<Int>) -> Self {
        let found = scanner.excerpt(range)
        return Self(
            range,
            Text(
                nb: "tallet «\(found)» begynner med null", nn: "talet «\(found)» tek til med null",
                en: "the number '\(found)' begins with a zero"),
            help: Text(nb: "fjern nullen foran", nn: "ta bort nullen framfor", en: "remove the leading zero"))
    }

    fileprivate static func versionNumberTooLarge(_ range: Range<Int>) -> Self {
        Self(
            range,
            Text(
                nb: "tallet er større enn \(SemanticVersion.largestNumber)", nn: "talet er større enn \(SemanticVersion.largestNumber)",
                en: "the number is greater than \(SemanticVersion.largestNumber)"))
    }
}

extension Text {
    fileprivate static let versionExample = Text(
        nb: "skriv tre tall med punktum, for eksempel 1.2.0", nn: "skriv tre tal med punktum, til dømes 1.2.0",
        en: "write three numbers with dots, for example 1.2.0")
}
