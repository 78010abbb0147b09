import Foundation
import Testing

/// A calendar read by a library that nobody here wrote (Debian's python3-icalendar), where it is installed.
@Suite struct CalendarFileTests {
    static let reader = "/usr/bin/python3"
    static let isThere = FileManager.default.fileExists(atPath: "/usr/lib/python3/dist-packages/icalendar")

    private static let program = """
        import sys, datetime
        from icalendar import Calendar
        data = open(sys.argv[1], 'rb').read()
        calendar = Calendar.from_ical(data)
        assert not calendar.errors, calendar.errors
        zones = [zone for zone in calendar.walk('VTIMEZONE')]
        assert [str(zone['TZID']) for zone in zones] == ['Europe/Oslo']
        zone = zones[0].to_tz()
        events = calendar.walk('VEVENT')
        for event in events:
            assert not event.errors, event.errors
            for key in ('UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'SEQUENCE', 'STATUS'): assert key in event, key
        assert len({str(event['UID']) for event in events}) == len(events)
        for event in events:
            start = event['DTSTART'].dt
            if isinstance(start, datetime.datetime):
                # The zone in the file says the same as the zone that everyone has.
                local = zone.localize(start.replace(tzinfo=None))
                print(event['UID'], start.isoformat(), local.utcoffset(), event['STATUS'], event['SUMMARY'], event.get('LOCATION'), sep='|')
            else:
                print(event['UID'], start.isoformat(), event['TRANSP'], event['SUMMARY'], sep='|')
        """

    @Test(.enabled(if: isThere)) func aLibraryReadsWhatIsWritten() throws {
        let lab = try AdmissionLab()
        try lab.ok("do", "participation.lay-out-gatherings", "--offering", "kyst-h27", "--as", "co-kyst")
        try lab.session.put(
            #"""
            title:
              nb: Samling
              nn: 'Åse, Bjørn; og «alle» \ i eit svært langt namn på ei samling som ikkje får plass'
              en: Gathering

            """#, "title.yaml")
        try lab.ok("do", "participation.gathering.update", "1", "--input", lab.session.path + "/title.yaml", "--as", "co-kyst")
        try lab.ok("do", "participation.gathering.cancel", "2", "--reason", "Storm,\nog; stengt veg", "--as", "co-kyst")
        let file = lab.session.path + "/course.ics"
        try lab.ok("export", "ical", "kyst-h27", "--lang", "nn", "--to", file, "--as", "a1")
        try lab.session.put(Self.program, "read.py")
        let process = Process()
        process.executableURL = URL(filePath: Self.reader)
        process.arguments = [lab.session.path + "/read.py", file]
        let (out, err) = (Pipe(), Pipe())
        process.standardOutput = out
        process.standardError = err
        try process.run()
        let text = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let errors = String(decoding: err.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(errors)")
        let lines = text.split(separator: "\n")
        #expect(
            lines.contains { $0.hasPrefix("kyst-h27.samling-1.day-1@kjerne|2027-08-31T09:00:00") && $0.contains("|2:00:00|CONFIRMED|") },
            "\(text)")
        #expect(lines.contains { $0.contains("|1:00:00|") }, "a gathering in winter has the winter's clock")
        #expect(lines.contains { $0.contains("|CANCELLED|") })
        #expect(lines.contains { $0.contains(".due@kjerne|") && $0.contains("|TRANSPARENT|Frist: ") })
    }

    /// Also without the library: the form of every line.
    @Test func everyLineIsOfTheForm() throws {
        let lab = try AdmissionLab()
        for offering in ["kyst", "storby", "oppdrag"] {
            try lab.ok("do", "participation.lay-out-gatherings", "--offering", "\(offering)-h27", "--as", "co-\(offering)")
        }
        let text = try lab.ok("export", "ical", "--as", "a1")
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "" && lines.dropLast().last == "END:VCALENDAR")
        #expect(!text.replacingOccurrences(of: "\r\n", with: "").contains { $0.isNewline })
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        var open: [Substring] = []
        for line in lines.dropLast() where line.unicodeScalars.first != " " {
            let name = line.prefix { $0.isLetter || $0 == "-" }
            #expect(!name.isEmpty && [":", ";"].contains(line.dropFirst(name.count).first.map(String.init)))
            if line.hasPrefix("BEGIN:") { open.append(line.dropFirst(6)) }
            if line.hasPrefix("END:") { #expect(open.popLast() == line.dropFirst(4)) }
        }
        #expect(open.isEmpty)
    }
}
