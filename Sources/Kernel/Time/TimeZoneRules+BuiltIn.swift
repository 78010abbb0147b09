extension TimeZoneRules {
    /// The zones that work on a machine without time zone data.
    ///
    /// `Europe/Oslo`: one hour ahead of UTC; summer time from the last Sunday of March to the last Sunday of October, each at
    /// 01:00 UTC (directive 2000/84/EC, articles 2 and 3). The rule equals the time zone data from 1996 on; before that
    /// the clocks changed on other dates, so earlier moments need the data.
    static func builtIn(_ name: String) -> TimeZoneRules? {
        let rule: YearlyClockRule
        switch name {
        case "Europe/Oslo":
            let sunday = 6
            rule = YearlyClockRule(
                offset: 3600,
                summer: .init(
                    offset: 7200, begins: .weekday(month: 3, week: 5, daysFromMonday: sunday), beginsAt: 2 * 3600,
                    ends: .weekday(month: 10, week: 5, daysFromMonday: sunday), endsAt: 3 * 3600))
        case "UTC", "Etc/UTC": rule = YearlyClockRule(offset: 0, summer: nil)
        default: return nil
        }
        return TimeZoneRules(name: name, source: .builtIn, firstOffset: rule.offset, transitions: [], rule: rule)
    }
}
