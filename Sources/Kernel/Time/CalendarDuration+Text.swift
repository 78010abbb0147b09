extension CalendarDuration: CustomStringConvertible {
    /// Reads an ISO 8601 duration: `P1Y2M10DT2H30M`, `P3W`, `PT5S`.
    ///
    /// Parts stand in the order of the standard, none twice; weeks stand alone; there are no fractions and no signs
    /// (RFC 3339, appendix A, except that parts between two others may be left out, as ISO 8601-1:2019, 5.5.2 allows).
    ///
    /// - Throws: what is wrong and where.
    public init(_ text: String) throws(StringFault) {
        var scanner = StringScanner(text)
        guard scanner.take("P") else { throw .notADuration(scanner, scanner.character) }
        let dateParts = try scanner.durationParts("YMWD")
        let hasTime = scanner.take("T")
        let timeParts = hasTime ? try scanner.durationParts("HMS") : [:]
        guard scanner.isAtEnd, hasTime ? !timeParts.isEmpty : !dateParts.isEmpty else { throw .notADuration(scanner, scanner.character) }
        if dateParts["W"] != nil && dateParts.count + timeParts.count > 1 { throw .weeksAlone(scanner) }
        years = dateParts["Y"] ?? 0
        months = dateParts["M"] ?? 0
        weeks = dateParts["W"] ?? 0
        days = dateParts["D"] ?? 0
        hours = timeParts["H"] ?? 0
        minutes = timeParts["M"] ?? 0
        seconds = timeParts["S"] ?? 0
    }

    /// The shortest form, for example `P1Y2M`; `P0D` for no time at all.
    public var description: String {
        func part(_ count: Int, _ unit: String) -> String { count == 0 ? "" : "\(count)\(unit)" }
        let date = part(years, "Y") + part(months, "M") + part(weeks, "W") + part(days, "D")
        let time = part(hours, "H") + part(minutes, "M") + part(seconds, "S")
        if date.isEmpty && time.isEmpty { return "P0D" }
        return "P" + date + (time.isEmpty ? "" : "T" + time)
    }
}

extension [UInt8: Int] {
    fileprivate subscript(unit: Unicode.Scalar) -> Int? { self[UInt8(ascii: unit)] }
}

extension StringScanner {
    /// Takes `12Y3M...` with units out of `order`, each at most once and in that order.
    fileprivate mutating func durationParts(_ order: StaticString) throws(StringFault) -> [UInt8: Int] {
        var parts: [UInt8: Int] = [:]
        var next = 0
        while let byte = current, byte != UInt8(ascii: "T") {
            let digits = take(while: \.isDigit)
            guard !digits.isEmpty, let unit = current else { throw .notADuration(self, character) }
            while next < order.utf8CodeUnitCount, order.utf8Start[next] != unit { next += 1 }
            guard next < order.utf8CodeUnitCount else { throw .notADuration(self, character) }
            next += 1
            guard let count = value(digits, limit: CalendarDuration.largestPart) else { throw .tooLong(digits) }
            parts[unit] = count
            position += 1
        }
        return parts
    }
}

extension StringFault {
    fileprivate static func notADuration(_ scanner: StringScanner, _ range: Range<Int>) -> Self {
        let found = scanner.excerpt(scanner.whole)
        return Self(
            range, Text(nb: "«\(found)» er ikke en varighet", nn: "«\(found)» er ikkje ei varigheit", en: "'\(found)' is not a duration"),
            help: Text(
                nb: "skriv for eksempel P1Y (ett år), P3W (tre uker), P10D (ti dager) eller PT30M (en halvtime)",
                nn: "skriv til dømes P1Y (eitt år), P3W (tre veker), P10D (ti dagar) eller PT30M (ein halvtime)",
                en: "write for example P1Y (one year), P3W (three weeks), P10D (ten days) or PT30M (half an hour)"))
    }

    fileprivate static func weeksAlone(_ scanner: StringScanner) -> Self {
        let found = scanner.excerpt(scanner.whole)
        return Self(
            scanner.whole,
            Text(
                nb: "«\(found)» blander uker med andre enheter", nn: "«\(found)» blandar veker med andre einingar",
                en: "'\(found)' mixes weeks with other units"),
            help: Text(
                nb: "skriv ukene som dager: P3W er P21D", nn: "skriv vekene som dagar: P3W er P21D",
                en: "write the weeks as days: P3W is P21D"))
    }

    fileprivate static func tooLong(_ range: Range<Int>) -> Self {
        Self(
            range,
            Text(
                nb: "tallet er større enn \(CalendarDuration.largestPart)", nn: "talet er større enn \(CalendarDuration.largestPart)",
                en: "the number is greater than \(CalendarDuration.largestPart)"))
    }
}
