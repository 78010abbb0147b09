extension YearlyClockRule {
    /// Reads a POSIX `TZ` string in the form that time zone files use; nil if it is anything else.
    init?(parsing text: String) {
        var scanner = StringScanner(text)
        guard scanner.zoneName(), let west = scanner.clock(hours: 24) else { return nil }
        offset = -west
        guard !scanner.isAtEnd else { return }
        guard scanner.zoneName() else { return nil }
        var ahead = offset + 3600
        if scanner.current != UInt8(ascii: ",") {
            guard let west = scanner.clock(hours: 24) else { return nil }
            ahead = -west
        }
        guard scanner.take(","), let begins = scanner.ruleDate(), let beginsAt = scanner.ruleTime(), scanner.take(","),
            let ends = scanner.ruleDate(), let endsAt = scanner.ruleTime(), scanner.isAtEnd
        else { return nil }
        summer = Summer(offset: ahead, begins: begins, beginsAt: beginsAt, ends: ends, endsAt: endsAt)
    }
}

extension StringScanner {
    /// Takes `CEST` or `<+03>`; the name itself is not needed.
    fileprivate mutating func zoneName() -> Bool {
        if take("<") {
            let name = take { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
            return take(">") && name.count >= 3
        }
        return take(while: \.isLetter).count >= 3
    }

    /// Takes `[+-]h[h[h]][:mm[:ss]]` as seconds.
    fileprivate mutating func clock(hours limit: Int) -> Int? {
        let negative = take("-")
        if !negative { _ = take("+") }
        guard let hours = value(take(while: \.isDigit), limit: limit) else { return nil }
        var seconds = hours * 3600
        for unit in [60, 1] {
            guard take(":") else { break }
            guard let part = number(digits: 2), part < 60 else { return nil }
            seconds += part * unit
        }
        return negative ? -seconds : seconds
    }

    fileprivate mutating func ruleDate() -> YearlyClockRule.Date? {
        if take("M") {
            guard let month = value(take(while: \.isDigit), limit: 12), month >= 1, take("."),
                let week = value(take(while: \.isDigit), limit: 5), week >= 1, take("."),
                let day = value(take(while: \.isDigit), limit: 6)
            else { return nil }
            return .weekday(month: month, week: week, daysFromMonday: (day + 6) % 7)
        }
        if take("J") {
            guard let day = value(take(while: \.isDigit), limit: 365), day >= 1 else { return nil }
            return .julian(day)
        }
        return value(take(while: \.isDigit), limit: 365).map { .dayOfYear($0) }
    }

    /// Takes `/time`, by default 02:00; RFC 9636 allows -167 to 167 hours.
    fileprivate mutating func ruleTime() -> Int? { take("/") ? clock(hours: 167) : 2 * 3600 }
}
