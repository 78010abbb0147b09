/// Days and instants as people write them.
public enum DateText {
    private static let months = [
        Text(nb: "januar", nn: "januar", en: "January"), Text(nb: "februar", nn: "februar", en: "February"),
        Text(nb: "mars", nn: "mars", en: "March"), Text(nb: "april", nn: "april", en: "April"), Text(nb: "mai", nn: "mai", en: "May"),
        Text(nb: "juni", nn: "juni", en: "June"), Text(nb: "juli", nn: "juli", en: "July"),
        Text(nb: "august", nn: "august", en: "August"), Text(nb: "september", nn: "september", en: "September"),
        Text(nb: "oktober", nn: "oktober", en: "October"), Text(nb: "november", nn: "november", en: "November"),
        Text(nb: "desember", nn: "desember", en: "December"),
    ]

    /// `18. mars 2027`, `18 March 2027`; with its weekday `torsdag 18. mars 2027`, `Thursday 18 March 2027`.
    public static func day(_ day: Day, weekday: Bool = false) -> Text {
        let (year, month, number) = day.date
        let name = months[month - 1]
        func norwegian(_ language: Language) -> String {
            "\(weekday ? day.weekday.text(language) + " " : "")\(number). \(name(language)) \(year)"
        }
        return Text(
            nb: norwegian(.nb), nn: norwegian(.nn), en: "\(weekday ? day.weekday.text(.en) + " " : "")\(number) \(name(.en)) \(year)")
    }

    /// `18. mars 2027 kl. 10.15`, `18 March 2027 at 10:15`, by the clock of the zone.
    public static func instant(_ instant: Instant, in zone: TimeZoneRules, weekday: Bool = false) -> Text {
        let local = zone.localTime(at: instant)
        return text(local.day, local.hour, local.minute, weekday)
    }

    /// The instant at which something is over: midnight belongs to the day that it ends, as 24.00.
    public static func end(_ instant: Instant, in zone: TimeZoneRules, weekday: Bool = false) -> Text {
        let local = zone.localTime(at: instant)
        guard local.second == 0, let before = try? local.day.adding(days: -1) else {
            return text(local.day, local.hour, local.minute, weekday)
        }
        return text(before, 24, 0, weekday)
    }

    /// `2027-03-18 10:15`, by the clock of the zone; seconds where there are some, and midnight as the end of the day that it ends.
    public static func cell(_ instant: Instant, in zone: TimeZoneRules) -> String {
        let local = zone.localTime(at: instant)
        if local.second == 0, let before = try? local.day.adding(days: -1) { return "\(before) 24:00" }
        let minutes = "\(local.day) \(twoDigits(local.hour)):\(twoDigits(local.minute))"
        return local.second % 60 == 0 ? minutes : "\(minutes):\(twoDigits(local.second % 60))"
    }

    private static func text(_ day: Day, _ hour: Int, _ minute: Int, _ weekday: Bool) -> Text {
        let date = self.day(day, weekday: weekday)
        let (hour, minute) = (twoDigits(hour), twoDigits(minute))
        return Text(
            nb: "\(date(.nb)) kl. \(hour).\(minute)", nn: "\(date(.nn)) kl. \(hour).\(minute)", en: "\(date(.en)) at \(hour):\(minute)")
    }
}
