extension Instant: CustomStringConvertible {
    /// Reads a moment of the form `2027-03-18T13:00:00+01:00` (RFC 3339, section 5.6, date-time).
    ///
    /// The offset is required; `T` and `Z` may be written in lower case; a fraction may have up to six digits that are not zero.
    /// The leap second `23:59:60` is refused, since instants do not count leap seconds.
    ///
    /// - Throws: what is wrong and where.
    public init(_ text: String) throws(StringFault) {
        var scanner = StringScanner(text)
        let day = try scanner.day()
        guard scanner.take("T") || scanner.take("t") else { throw .notAnInstant(scanner, scanner.character) }
        let time = scanner.position
        guard let hour = scanner.number(digits: 2), scanner.take(":"), let minute = scanner.number(digits: 2), scanner.take(":"),
            let second = scanner.number(digits: 2)
        else { throw .notAnInstant(scanner, scanner.character) }
        guard let local = LocalTime(day, hour: hour, minute: minute, second: second) else {
            throw .noSuchTime(scanner, time..<scanner.position)
        }
        let fraction = try scanner.fraction()
        let offset = try scanner.offset()
        guard scanner.isAtEnd else { throw .notAnInstant(scanner, scanner.rest) }
        let microseconds = Int64(local.secondsSinceEpoch - offset) * 1_000_000 + Int64(fraction)
        guard let instant = Instant(microseconds: microseconds) else {
            throw StringFault(scanner.whole, TimeError.outOfRange.message)
        }
        self = instant
    }

    /// In UTC, for example `2027-03-18T12:00:00Z`, with a fraction only where there is one.
    public var description: String {
        let utc = LocalTime(secondsSinceEpoch: seconds)
        let clock = "\(twoDigits(utc.hour)):\(twoDigits(utc.minute)):\(twoDigits(utc.second % 60))"
        guard fraction != 0 else { return "\(utc.day)T\(clock)Z" }
        var digits = Array(String(fraction).utf8)
        digits = Array(repeating: UInt8(ascii: "0"), count: 6 - digits.count) + digits
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        return "\(utc.day)T\(clock).\(String(decoding: digits, as: UTF8.self))Z"
    }
}

extension StringScanner {
    /// Takes `.123456` if there is one, as microseconds.
    fileprivate mutating func fraction() throws(StringFault) -> Int {
        guard take(".") else { return 0 }
        let digits = take(while: \.isDigit)
        guard !digits.isEmpty else { throw .notAnInstant(self, character) }
        var (microseconds, unit) = (0, 100_000)
        for index in digits {
            let digit = Int(bytes[index] - 48)
            if unit == 0, digit != 0 { throw .tooPrecise(index..<digits.upperBound) }
            microseconds += digit * unit
            unit /= 10
        }
        return microseconds
    }

    /// Takes `Z` or `+01:00`, as seconds east of UTC.
    fileprivate mutating func offset() throws(StringFault) -> Int {
        if take("Z") || take("z") { return 0 }
        let start = position
        let west = take("-")
        guard west || take("+"), let hours = number(digits: 2), take(":"), let minutes = number(digits: 2) else {
            throw position == start ? .offsetMissing(self) : .notAnInstant(self, character)
        }
        guard hours < 24, minutes < 60 else { throw .noSuchTime(self, start..<position) }
        return (west ? -1 : 1) * (hours * 3600 + minutes * 60)
    }
}

extension StringFault {
    fileprivate static func notAnInstant(_ scanner: StringScanner, _ range: Range<Int>) -> Self {
        let found = scanner.excerpt(scanner.whole)
        return Self(
            range,
            Text(nb: "«\(found)» er ikke et tidspunkt", nn: "«\(found)» er ikkje eit tidspunkt", en: "'\(found)' is not a point in time"),
            help: Text(
                nb: "skriv det slik: 2027-03-18T13:00:00+01:00", nn: "skriv det slik: 2027-03-18T13:00:00+01:00",
                en: "write it like this: 2027-03-18T13:00:00+01:00"))
    }

    fileprivate static func noSuchTime(_ scanner: StringScanner, _ range: Range<Int>) -> Self {
        let found = scanner.text(range)
        return Self(
            range,
            Text(nb: "klokkeslettet \(found) finnes ikke", nn: "klokkeslettet \(found) finst ikkje", en: "there is no time \(found)"),
            help: Text(
                nb: "bruk 00:00:00 til 23:59:59", nn: "bruk 00:00:00 til 23:59:59", en: "use 00:00:00 to 23:59:59"))
    }

    fileprivate static func tooPrecise(_ range: Range<Int>) -> Self {
        Self(
            range,
            Text(
                nb: "tidspunktet er finere enn et milliondels sekund", nn: "tidspunktet er finare enn eit milliondels sekund",
                en: "the point in time is finer than a millionth of a second"),
            help: Text(
                nb: "bruk høyst seks desimaler", nn: "bruk høgst seks desimalar", en: "use at most six decimals"))
    }

    fileprivate static func offsetMissing(_ scanner: StringScanner) -> Self {
        let found = scanner.excerpt(scanner.whole)
        return Self(
            scanner.character,
            Text(
                nb: "«\(found)» sier ikke hvilken tidssone klokkeslettet gjelder",
                nn: "«\(found)» seier ikkje kva tidssone klokkeslettet gjeld",
                en: "'\(found)' does not say which time zone it is in"),
            help: Text(
                nb: "sett Z (UTC) eller avstanden fra UTC bak, for eksempel +01:00",
                nn: "set Z (UTC) eller avstanden frå UTC bak, til dømes +01:00",
                en: "put Z (UTC) or the distance from UTC behind it, for example +01:00"))
    }
}
