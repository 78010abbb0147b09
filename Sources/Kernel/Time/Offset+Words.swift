extension Offset {
    /// The distance as people say it, without what it is counted from: `3 uker etter`, `2 working days before`, `the same day`.
    public var words: Text {
        guard amount != 0 else { return Text(nb: "Samme dag", nn: "Same dag", en: "The same day") }
        let count = abs(amount)
        let span: TimeSpan? =
            switch unit {
            case .days: CalendarDuration(days: count).map { .duration($0) }
            case .weeks: .weeks(count)
            case .months: CalendarDuration(months: count).map { .duration($0) }
            case .workingDays: .workingDays(count)
            }
        let length = span?.words ?? Text(verbatim: "\(count)\(unit.rawValue)")
        return amount < 0
            ? Text(nb: "\(length(.nb)) før", nn: "\(length(.nn)) før", en: "\(length(.en)) before")
            : Text(nb: "\(length(.nb)) etter", nn: "\(length(.nn)) etter", en: "\(length(.en)) after")
    }
}
