extension VersionRange: CustomStringConvertible {
    /// Reads a range, at most 1024 characters.
    ///
    /// - Throws: what is wrong and where.
    public init(_ text: String) throws(StringFault) {
        var scanner = StringScanner(text)
        guard scanner.bytes.count <= 1024 else { throw .rangeTooLong(scanner) }
        var alternatives: [[Term]] = []
        repeat {
            var terms: [Term] = []
            scanner.skipSpaces()
            while !scanner.isAtEnd, scanner.current != UInt8(ascii: "|") {
                terms.append(try scanner.term())
                scanner.skipSpaces()
            }
            guard !terms.isEmpty else { throw .alternativeMissing(scanner) }
            alternatives.append(terms)
        } while try scanner.takeOr()
        self.init(alternatives)
    }

    /// The range as it was written, with single spaces and open numbers left out: `^1.2`, `1.2`, `>=1.0 <2.0 || *`.
    public var description: String {
        alternatives.map { $0.map(\.description).joined(separator: " ") }.joined(separator: " || ")
    }
}

extension VersionRange.Term: CustomStringConvertible {
    var description: String { comparison.rawValue + version.description }
}

extension VersionRange.Partial: CustomStringConvertible {
    var description: String {
        guard let major else { return "*" }
        let numbers = [major, minor, patch].compactMap { $0.map(String.init) }.joined(separator: ".")
        return prerelease.isEmpty ? numbers : numbers + "-" + prerelease.map(\.text).joined(separator: ".")
    }
}

extension StringScanner {
    /// Takes `||`; false at the end.
    fileprivate mutating func takeOr() throws(StringFault) -> Bool {
        if isAtEnd { return false }
        let start = position
        guard take("|"), take("|") else { throw .singleBar(start..<start + 1) }
        return true
    }

    /// Takes an operator, if any, and a version that may be partial.
    fileprivate mutating func term() throws(StringFault) -> VersionRange.Term {
        let start = position
        let comparison = comparison()
        skipSpaces()
        if take("v") || take("V") { throw .rangeForm(self, position - 1..<position) }
        let version = try partial()
        let isFollowed = current.map { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "|") } ?? false
        if isFollowed && !startsComparator { throw .rangeForm(self, character) }
        if isHyphenRange { throw .hyphenRange(self, start) }
        return .init(comparison: comparison, version: version)
    }

    private var startsComparator: Bool { current.map { "<>=^~".utf8.contains($0) } ?? false }

    /// Whether ` - ` follows, which npm reads as "up to".
    private var isHyphenRange: Bool {
        var ahead = self
        ahead.skipSpaces()
        return ahead.position > position && ahead.current == UInt8(ascii: "-")
    }

    private mutating func comparison() -> VersionRange.Operator {
        if take("^") { return .caret }
        if take("~") { return .tilde }
        if take(">") { return take("=") ? .greaterOrEqual : .greater }
        if take("<") { return take("=") ? .lessOrEqual : .less }
        _ = take("=")
        return .equal
    }

    /// Takes `1`, `1.2`, `1.2.3-beta`, `1.x` or `*`.
    private mutating func partial() throws(StringFault) -> VersionRange.Partial {
        var numbers: [Int?] = []
        repeat {
            if numbers.count == 3 { throw .rangeForm(self, position - 1..<position) }
            if take("*") || take("x") || take("X") {
                numbers.append(nil)
            } else if let last = numbers.last, last == nil {
                throw .numberAfterOpen(self, character)
            } else {
                guard current?.isDigit == true else { throw .rangeForm(self, character) }
                numbers.append(try versionNumber())
            }
        } while take(".")
        var partial = VersionRange.Partial()
        partial.major = numbers[0]
        partial.minor = numbers.count > 1 ? numbers[1] : nil
        partial.patch = numbers.count > 2 ? numbers[2] : nil
        if current == UInt8(ascii: "-") {
            guard partial.patch != nil else { throw .prereleaseOfPartial(self, character) }
            partial.prerelease = try prerelease()
        }
        if current == UInt8(ascii: "+") { throw .buildInRange(self, word) }
        return partial
    }
}

extension StringFault {
    private static let example = Text(
        nb: "skriv for eksempel ^1.2, ~1.2.3, >=1.0 <2.0 eller *", nn: "skriv til dømes ^1.2, ~1.2.3, >=1.0 <2.0 eller *",
        en: "write for example ^1.2, ~1.2.3, >=1.0 <2.0 or *")

    fileprivate static func rangeForm(_ scanner: StringScanner, _ range: Range<Int>) -> Self {
        let found = scanner.excerpt(range)
        let reason =
            range.isEmpty
            ? Text(nb: "her mangler en versjon", nn: "her manglar ein versjon", en: "a version is missing here")
            : Text(nb: "«\(found)» kan ikke stå her", nn: "«\(found)» kan ikkje stå her", en: "'\(found)' cannot stand here")
        return Self(range, reason, help: example)
    }

    fileprivate static func alternativeMissing(_ scanner: StringScanner) -> Self {
        Self(
            scanner.character, Text(nb: "her mangler en versjon", nn: "her manglar ein versjon", en: "a version is missing here"),
            help: example)
    }

    fileprivate static func rangeTooLong(_ scanner: StringScanner) -> Self {
        Self(
            scanner.whole,
            Text(
                nb: "versjonsområdet er lengre enn 1024 tegn", nn: "versjonsområdet er lengre enn 1024 teikn",
                en: "the version range is longer than 1024 characters"))
    }

    fileprivate static func singleBar(_ range: Range<Int>) -> Self {
        Self(
            range,
            Text(nb: "«|» alene betyr ingenting", nn: "«|» åleine tyder ingenting", en: "'|' alone means nothing"),
            help: Text(nb: "skriv || mellom alternativer", nn: "skriv || mellom alternativ", en: "write || between alternatives"))
    }

    fileprivate static func hyphenRange(_ scanner: StringScanner, _ start: Int) -> Self {
        let first = scanner.text(start..<scanner.position)
        return Self(
            start..<scanner.bytes.count,
            Text(
                nb: "områder med bindestrek brukes ikke her", nn: "område med bindestrek blir ikkje brukte her",
                en: "ranges with a hyphen are not used here"),
            help: Text(
                nb: "skriv >=\(first) og <= foran den siste versjonen", nn: "skriv >=\(first) og <= framfor den siste versjonen",
                en: "write >=\(first) and <= before the last version"))
    }

    fileprivate static func numberAfterOpen(_ scanner: StringScanner, _ range: Range<Int>) -> Self {
        Self(
            range,
            Text(
                nb: "etter et åpent tall kan bare et åpent tall stå", nn: "etter eit ope tal kan berre eit ope tal stå",
                en: "only an open number can follow an open number"),
            help: Text(nb: "skriv for eksempel 1.x", nn: "skriv til dømes 1.x", en: "write for example 1.x"))
    }

    fileprivate static func prereleaseOfPartial(_ scanner: StringScanner, _ range: Range<Int>) -> Self {
        Self(
            range,
            Text(
                nb: "en forhåndsversjon trenger alle tre tallene", nn: "ein førehandsversjon treng alle tre tala",
                en: "a prerelease needs all three numbers"),
            help: Text(nb: "skriv for eksempel ^1.2.0-beta", nn: "skriv til dømes ^1.2.0-beta", en: "write for example ^1.2.0-beta"))
    }

    fileprivate static func buildInRange(_ scanner: StringScanner, _ range: Range<Int>) -> Self {
        let found = scanner.excerpt(range)
        return Self(
            range,
            Text(
                nb: "«\(found)» har ingen betydning for hvilke versjoner som passer",
                nn: "«\(found)» har ingenting å seie for kva versjonar som passar", en: "'\(found)' has no say in which versions fit"),
            help: Text(nb: "fjern det som står fra +", nn: "ta bort det som står frå +", en: "remove what stands from the +"))
    }
}
