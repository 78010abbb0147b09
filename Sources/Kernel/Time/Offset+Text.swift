extension Offset: CustomStringConvertible {
    /// Reads `[+-]N(d|w|m|wd) [before|after ACTIVITY[.opens|.due]]`.
    ///
    /// Without a sign the distance is later, and with `before` earlier. A sign that contradicts `before` or `after` is refused.
    ///
    /// - Throws: what is wrong and where.
    public init(_ text: String) throws(StringFault) {
        var scanner = StringScanner(text)
        if scanner.isDate { throw .dateNotOffset(scanner) }
        let minus = scanner.take("-")
        let plus = !minus && scanner.take("+")
        let digits = scanner.take(while: \.isDigit)
        guard !digits.isEmpty else { throw .notAnOffset(scanner, scanner.word) }
        guard let number = scanner.value(digits, limit: Self.largestAmount) else { throw .offsetTooLarge(scanner, digits) }
        let word = scanner.word
        guard let unit = Unit(rawValue: scanner.text(word)) else { throw .noSuchUnit(scanner, word) }
        scanner.position = word.upperBound
        scanner.skipSpaces()
        guard !scanner.isAtEnd else {
            self.init(amount: minus ? -number : number, unit: unit, direction: minus && number > 0 ? .before : .after, anchor: nil)
            return
        }
        let (direction, anchor) = try scanner.anchor()
        if number != 0, minus && direction == .after || plus && direction == .before { throw .signContradicts(scanner, direction) }
        self.init(amount: direction == .before ? -number : number, unit: unit, direction: direction, anchor: anchor)
    }

    /// The canonical form: `+2w`, `-3d`, `0d`; with an activity the word says the direction: `3wd before exam.opens`.
    public var description: String {
        guard let anchor else { return "\(amount > 0 ? "+" : "")\(amount)\(unit.rawValue)" }
        return "\(amount.magnitude)\(unit.rawValue) \(direction.rawValue) \(anchor)"
    }
}

extension StringScanner {
    /// Whether it looks like a date: three numbers with `-`, `.` or `/` between, whatever follows.
    fileprivate var isDate: Bool {
        let parts = bytes.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)[0]
            .split(omittingEmptySubsequences: false) { "-./".utf8.contains($0) }
        return parts.count == 3 && parts.allSatisfy { $0.first?.isDigit == true } && parts[0].allSatisfy(\.isDigit)
    }

    /// Takes `before|after ACTIVITY[.opens|.due]` up to the end.
    fileprivate mutating func anchor() throws(StringFault) -> (Offset.Direction, Offset.Anchor) {
        guard let direction = Offset.Direction(rawValue: text(word)) else { throw .noSuchDirection(self, word) }
        position = word.upperBound
        skipSpaces()
        let name = take { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: " ") }
        guard isActivityName(name) else { throw .notAnActivity(self, name, direction) }
        var moment: Offset.Moment?
        if take(".") {
            guard let named = Offset.Moment(rawValue: text(word)) else { throw .noSuchMoment(self, word, of: text(name)) }
            moment = named
            position = word.upperBound
        }
        skipSpaces()
        guard isAtEnd else { throw .afterOffset(self, rest) }
        return (direction, Offset.Anchor(text(name), moment))
    }

    /// Lower-case words of letters and digits with hyphens between, beginning with a letter.
    private func isActivityName(_ range: Range<Int>) -> Bool {
        guard range.count <= 64, let first = bytes[range].first, first.isLowercase else { return false }
        return bytes[range].split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part.allSatisfy { $0.isLowercase || $0.isDigit }
        }
    }
}
