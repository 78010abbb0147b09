extension Day: CustomStringConvertible {
    /// Reads a date of the form `YYYY-MM-DD` (RFC 3339, section 5.6, full-date), years 1583 to 9999.
    ///
    /// - Throws: what is wrong and where, also for dates that do not exist, such as 2027-02-30.
    public init(_ text: String) throws(StringFault) {
        var scanner = StringScanner(text)
        self = try scanner.day()
        guard scanner.isAtEnd else { throw .notADate(scanner, scanner.rest) }
    }

    public var description: String {
        let (year, month, day) = date
        return "\(year)-\(twoDigits(month))-\(twoDigits(day))"
    }
}

/// The number with a zero in front where it has one digit.
func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

extension StringScanner {
    /// Takes `YYYY-MM-DD`.
    mutating func day() throws(StringFault) -> Day {
        let start = position
        guard let year = number(digits: 4), take("-"), let month = number(digits: 2), take("-"), let day = number(digits: 2)
        else { throw .notADate(self, character) }
        if let result = Day(year: year, month: month, day: day) { return result }
        if year < 1583 { throw .yearTooEarly(self, start..<start + 4) }
        if !(1...12).contains(month) { throw .noSuchMonth(self, start + 5..<start + 7) }
        throw .noSuchDay(self, start + 8..<start + 10, in: start..<start + 10)
    }
}

extension StringFault {
    fileprivate static func notADate(_ scanner: StringScanner, _ range: Range<Int>) -> Self {
        let found = scanner.excerpt(scanner.whole)
        return Self(
            range, Text(nb: "«\(found)» er ikke en dato", nn: "«\(found)» er ikkje ein dato", en: "'\(found)' is not a date"),
            help: Text(
                nb: "skriv år, måned og dag slik: 2027-03-18", nn: "skriv år, månad og dag slik: 2027-03-18",
                en: "write year, month and day like this: 2027-03-18"))
    }

    fileprivate static func yearTooEarly(_ scanner: StringScanner, _ range: Range<Int>) -> Self {
        let year = scanner.text(range)
        return Self(
            range,
            Text(
                nb: "året \(year) ligger før kalenderen begynner", nn: "året \(year) ligg før kalenderen tek til",
                en: "the year \(year) lies before the calendar begins"),
            help: Text(nb: "bruk et år fra 1583 til 9999", nn: "bruk eit år frå 1583 til 9999", en: "use a year from 1583 to 9999"))
    }

    fileprivate static func noSuchMonth(_ scanner: StringScanner, _ range: Range<Int>) -> Self {
        let month = scanner.text(range)
        return Self(
            range, Text(nb: "måned \(month) finnes ikke", nn: "månad \(month) finst ikkje", en: "there is no month \(month)"),
            help: Text(nb: "månedene er 01 til 12", nn: "månadene er 01 til 12", en: "months are 01 to 12"))
    }

    fileprivate static func noSuchDay(_ scanner: StringScanner, _ range: Range<Int>, in date: Range<Int>) -> Self {
        let date = scanner.text(date)
        return Self(
            range,
            Text(
                nb: "datoen \(date) finnes ikke i kalenderen", nn: "datoen \(date) finst ikkje i kalenderen",
                en: "the date \(date) does not exist in the calendar"))
    }
}
