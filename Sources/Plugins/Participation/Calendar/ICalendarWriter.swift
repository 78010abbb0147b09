import Kernel

/// Writes a calendar as RFC 5545 says: events on the clock of Europe/Oslo, with the rules of that clock beside them.
struct ICalendarWriter {
    /// The name of the calendar.
    var name: String
    /// When the file is made.
    var stamp: Instant
    var zone = "Europe/Oslo"

    func bytes(_ events: [ICalendarEvent]) -> [UInt8] {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kjerne//Participation 1.0//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
            "X-WR-CALNAME:" + ICalendarText.escaped(name),
        ]
        lines += Self.timeZone(zone)
        for event in events { lines += write(event) }
        lines.append("END:VCALENDAR")
        return Array(lines.map(ICalendarText.folded).joined().utf8)
    }

    private func write(_ event: ICalendarEvent) -> [String] {
        var lines = ["BEGIN:VEVENT", "UID:" + event.uid, "DTSTAMP:" + utc(stamp), "SEQUENCE:\(event.sequence)"]
        switch event.time {
        case .day(let day):
            lines.append("DTSTART;VALUE=DATE:" + Self.date(day))
            if let next = try? day.adding(days: 1) { lines.append("DTEND;VALUE=DATE:" + Self.date(next)) }
        case .clock(let from, let until):
            lines.append("DTSTART;TZID=\(zone):" + Self.local(from))
            lines.append("DTEND;TZID=\(zone):" + Self.local(until))
        }
        lines.append("SUMMARY:" + ICalendarText.escaped(event.summary))
        if let description = event.description { lines.append("DESCRIPTION:" + ICalendarText.escaped(description)) }
        if let place = event.place { lines.append("LOCATION:" + ICalendarText.escaped(place)) }
        lines.append("STATUS:" + (event.isCancelled ? "CANCELLED" : "CONFIRMED"))
        lines.append("TRANSP:" + (event.isTransparent ? "TRANSPARENT" : "OPAQUE"))
        return lines + ["END:VEVENT"]
    }

    /// Central European time since 1996: an hour ahead from the last Sunday of March to the last Sunday of October, at 01:00 UTC.
    private static func timeZone(_ zone: String) -> [String] {
        [
            "BEGIN:VTIMEZONE", "TZID:" + zone,
            "BEGIN:DAYLIGHT", "DTSTART:19960331T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "TZOFFSETFROM:+0100",
            "TZOFFSETTO:+0200", "TZNAME:CEST", "END:DAYLIGHT",
            "BEGIN:STANDARD", "DTSTART:19961027T030000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "TZOFFSETFROM:+0200",
            "TZOFFSETTO:+0100", "TZNAME:CET", "END:STANDARD", "END:VTIMEZONE",
        ]
    }

    private static func date(_ day: Day) -> String {
        let (year, month, day) = day.date
        return padded(year, 4) + padded(month, 2) + padded(day, 2)
    }

    private static func local(_ time: LocalTime) -> String {
        date(time.day) + "T" + padded(time.hour, 2) + padded(time.minute, 2) + padded(time.second % 60, 2)
    }

    private func utc(_ instant: Instant) -> String {
        // The description is YYYY-MM-DDTHH:MM:SS, perhaps with a fraction, and Z.
        let digits = instant.description.filter { $0.isNumber || $0 == "T" }
        return digits.prefix(15) + "Z"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
