import Kernel

/// `export ical`: the gatherings and deadlines of an offering, or of all that are held.
///
/// A gathering's days are events of their own; each keeps its UID for ever, and its SEQUENCE grows with each change of the gathering. A
/// cancelled gathering stays, marked as cancelled, so that calendars take it away.
struct ICalendarExporter: Exporter {
    func bytes(of id: String?, reading: borrowing some ReportReading & ~Copyable) throws -> [UInt8] {
        let offerings = try reading.offerings()
        if let id, !offerings.contains(id) { throw UnknownOffering(offering: id) }
        guard reading.time.zone.name == "Europe/Oslo" else { throw OtherZone(zone: reading.time.zone.name) }
        let settings = reading.settings(of: "participation")
        let hours = (Self.clock(settings["day-from"]?.string ?? "09:00"), Self.clock(settings["day-until"]?.string ?? "16:00"))
        let gatherings = try reading.records("participation.gathering", where: [])
        var events: [ICalendarEvent] = []
        var name = Text(nb: "Kurs", nn: "Kurs", en: "Courses")
        for offering in offerings where id == nil || id == offering {
            guard let course = try reading.course(of: offering) else { continue }
            if id != nil { name = course.title }
            for gathering in gatherings where gathering["offering"]?.string == offering {
                events += try days(gathering, offering, hours, reading.language)
            }
            let own = try ownDeadlines(offering, reading)
            let revision = try reading.revision(of: offering)
            // What is on order is due for those it was ordered for.
            for activity in course.activities where !activity.isOnOrder || own.keys.contains(activity.activity) {
                let due = own[activity.activity] ?? activity.due
                if let event = deadline(activity, due, offering, revision, reading) { events.append(event) }
            }
            events += try answers(offering, reading)
        }
        return ICalendarWriter(name: name(reading.language), stamp: reading.instant).bytes(events)
    }

    private func days(
        _ gathering: VisibleRecord, _ offering: String, _ hours: (from: (Int, Int), until: (Int, Int)), _ language: Language
    ) throws -> [ICalendarEvent] {
        guard let first = try gathering["starts"]?.string.map({ try Day($0) }), let id = gathering["gathering"]?.string else { return [] }
        let halves = gathering["half-days"]?.integer ?? 2
        let count = (halves + 1) / 2
        // Days that it once had are gone from the calendars they stand in.
        let all = max(count, ((gathering["longest"]?.integer ?? 0) + 1) / 2)
        let title = gathering.text("title")?(language) ?? id
        let isDigital = gathering["mode"]?.string == "digital"
        let place = gathering.text("place")?(language)
        return try (0..<all).compactMap { index in
            let day = try first.adding(days: index)
            guard let from = LocalTime(day, hour: hours.from.0, minute: hours.from.1),
                let until = LocalTime(day, hour: hours.until.0, minute: hours.until.1)
            else { return nil }
            // The last day of an odd number of half-days ends at noon.
            let isHalf = index == count - 1 && halves % 2 == 1
            let end = isHalf ? LocalTime(day, hour: 12, minute: 0).map { $0 > from ? $0 : until } ?? until : until
            return ICalendarEvent(
                uid: "\(offering).\(id).day-\(index + 1)@kjerne", sequence: gathering.version - 1, time: .clock(from: from, until: end),
                summary: all == 1 ? title : "\(title) (\(index + 1)/\(all))",
                description: gathering["reason"]?.string,
                place: isDigital ? Text(nb: "Digitalt", nn: "Digitalt", en: "Digital")(language) : place,
                isCancelled: index >= count || gathering.state == "cancelled")
        }
    }

    /// When activities are due for the participant whose calendar it is, extensions counted.
    private func ownDeadlines(_ offering: String, _ reading: borrowing some ReportReading & ~Copyable) throws -> [String: Instant] {
        guard let person = reading.person else { return [:] }
        let due = try reading.progress(offering: offering, person: person).compactMap { entry in entry.due.map { (entry.activity, $0) } }
        return Dictionary(due) { first, _ in first }
    }

    private func deadline(
        _ activity: OfferedActivity, _ due: Instant?, _ offering: String, _ revision: Int,
        _ reading: borrowing some ReportReading & ~Copyable
    ) -> ICalendarEvent? {
        guard let day = NextReport.day(due, reading.time).flatMap({ try? Day($0) }) else { return nil }
        let title = activity.label(reading.language)
        return ICalendarEvent(
            uid: "\(offering).\(activity.activity).due@kjerne", sequence: revision, time: .day(day),
            summary: Text(nb: "Frist: \(title)", nn: "Frist: \(title)", en: "Due: \(title)")(reading.language),
            isCancelled: activity.state != .active, isTransparent: true)
    }

    /// The days by which the one whose calendar it is must answer an offer of a seat.
    private func answers(_ offering: String, _ reading: borrowing some ReportReading & ~Copyable) throws -> [ICalendarEvent] {
        guard let person = reading.person else { return [] }
        let rounds = Set(
            try reading.records("participation.round", where: []).filter { $0["offering"]?.string == offering }.map(\.number))
        return try reading.records("participation.application", where: []).compactMap { application in
            guard application["applicant"]?.string == person, let round = application.number("round"), rounds.contains(round),
                let day = try application["answer-by"]?.string.map({ try Day($0) })
            else { return nil }
            return ICalendarEvent(
                uid: "\(offering).application-\(application.number).answer@kjerne", sequence: application.version - 1, time: .day(day),
                summary: Text(
                    nb: "Svar på tilbudet om plass", nn: "Svar på tilbodet om plass", en: "Answer the offer of a seat")(reading.language),
                isCancelled: application.state != "offered", isTransparent: true)
        }
    }

    private static func clock(_ text: String) -> (Int, Int) {
        let parts = text.split(separator: ":").compactMap { Int($0) }
        return parts.count == 2 ? (parts[0], parts[1]) : (9, 0)
    }
}

/// That the workspace's clock is not the one that the calendar is written for.
struct OtherZone: ExplainedError {
    var zone: String
    var kind: ErrorKind { .badInput }
    var message: Text {
        Text(
            nb: "kalenderen skrives for Europe/Oslo, og arbeidsområdet bruker \(zone)",
            nn: "kalenderen blir skriven for Europe/Oslo, og arbeidsområdet bruker \(zone)",
            en: "the calendar is written for Europe/Oslo, and the workspace uses \(zone)")
    }
    var help: Text? { nil }
}
