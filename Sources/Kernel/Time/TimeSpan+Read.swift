extension TimeSpan {
    private enum Unit: String, CaseIterable {
        case workingDays = "working-days"
        case days, weeks, months, years

        func span(_ count: Int) -> TimeSpan? {
            switch self {
            case .workingDays: (0...CalendarDuration.largestPart).contains(count) ? .workingDays(count) : nil
            case .days: CalendarDuration(days: count).map { .duration($0) }
            case .weeks: .weeks(count)
            case .months: CalendarDuration(months: count).map { .duration($0) }
            case .years: CalendarDuration(years: count).map { .duration($0) }
            }
        }
    }

    /// So many of a unit that files write; nil for a unit or a number that there is not.
    init?(_ count: Int, _ unit: String) {
        guard let span = Unit(rawValue: unit)?.span(count) else { return nil }
        self = span
    }

    /// Reads an ISO 8601 duration, or a map of one unit to a number.
    ///
    /// The units are `working-days`, `days`, `weeks`, `months` and `years`, as in `{working-days: 15}`.
    ///
    /// - Parameter named: the number of that name, where a name may stand instead of a number.
    /// - Returns: the span, or nil and why not.
    public static func read(_ node: Node, named: (String) -> Int? = { _ in nil }) -> (TimeSpan?, [Diagnostic]) {
        if let text = node.string {
            do { return (.duration(try CalendarDuration(text)), []) } catch { return (nil, [error.diagnostic("time/duration", in: node)]) }
        }
        guard let map = node.map, map.count == 1, let pair = map.pairs.first, let unit = Unit(rawValue: pair.key) else {
            return (nil, [.notASpan(at: node.span, units: Unit.allCases.map(\.rawValue))])
        }
        let number = pair.value.integer ?? pair.value.string.flatMap(named)
        guard let count = number, let span = unit.span(count) else { return (nil, [.notACount(pair.key, at: pair.value.span)]) }
        return (span, [])
    }
}

extension Diagnostic {
    fileprivate static func notASpan(at span: SourceSpan, units: [String]) -> Diagnostic {
        let forms = units.map { "{\($0): N}" }.joined(separator: ", ")
        return Diagnostic(
            "time/duration", .error,
            Text(nb: "dette er ikke et tidsrom", nn: "dette er ikkje eit tidsrom", en: "this is not a length of time"), at: span,
            help: Text(
                nb: "skriv en varighet som P3W, eller én av \(forms)", nn: "skriv ei varigheit som P3W, eller éin av \(forms)",
                en: "write a duration such as P3W, or one of \(forms)"))
    }

    fileprivate static func notACount(_ unit: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "time/duration", .error,
            Text(
                nb: "«\(unit)» må være et helt tall fra 0 til \(CalendarDuration.largestPart)",
                nn: "«\(unit)» må vere eit heilt tal frå 0 til \(CalendarDuration.largestPart)",
                en: "'\(unit)' must be a whole number from 0 to \(CalendarDuration.largestPart)"), at: span)
    }
}
