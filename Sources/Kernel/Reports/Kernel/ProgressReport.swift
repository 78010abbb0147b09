import GRDB

/// `kernel.progress`: how far each participant has come with each activity.
struct ProgressReport: KernelReport {
    var name: String { "kernel.progress" }
    var title: Text { Text(nb: "Framdrift", nn: "Framdrift", en: "Progress") }
    var explanation: Text? {
        Text(
            nb:
                "Hver ser sitt eget; faglærere og koordinatorer ser deltakerne i sine gjennomføringer. Aktiviteter uten eget arbeid er ikke med.",
            nn:
                "Kvar ser sitt eige; faglærarar og koordinatorar ser deltakarane i sine gjennomføringar. Aktivitetar utan eige arbeid er ikkje med.",
            en:
                "Each sees her own; lecturers and coordinators see the participants of their offerings. Activities without work of one's own are left out."
        )
    }
    var schema: JSONValue {
        Self.schema([
            Self.offeringParameter, Self.personParameter,
            ("state", Text(nb: "Tilstand", nn: "Tilstand", en: "State"), ProgressEntry.Status.allCases.map(\.rawValue)),
        ])
    }

    func answer(_ request: ReportRequest, in db: Database) throws -> ReportAnswer {
        let entries = try ProgressEntry.list(request, in: db)
        let wanted = request.word("state").flatMap(ProgressEntry.Status.init(rawValue:))
        let rows = entries.filter { wanted == nil || $0.status == wanted || wanted == .done && $0.status.isDone }
        var table = Table(
            name, title: title, parameters: request.shown,
            columns: [
                .init("offering", .code, Text(nb: "Gjennomføring", nn: "Gjennomføring", en: "Offering")),
                .init("person", .code, Text(nb: "Deltaker", nn: "Deltakar", en: "Participant")),
                .init("activity", .code, Text(nb: "Aktivitet", nn: "Aktivitet", en: "Activity")),
                .init("title", .localized, Text(nb: "Tittel", nn: "Tittel", en: "Title")),
                .init("due", .instant, Text(nb: "Frist", nn: "Frist", en: "Due")),
                .init("state", .localized, Text(nb: "Tilstand", nn: "Tilstand", en: "State")),
                .init("since", .instant, Text(nb: "Siden", nn: "Sidan", en: "Since")),
            ],
            rows: rows.map { entry in
                [
                    .text(entry.offering), .text(entry.person), .text(entry.activity), .localized(entry.title),
                    .init(entry.due),
                    .localized(entry.status.text), .init(entry.since),
                ]
            })
        table.notes += try RecognitionNotes(request, in: db).sentences(
            offering: request.word("offering"), person: request.word("person"))
        let people = Self.grouped(entries) { String($0.enrolment) }
        if people.count == 1, let own = people.first { table.notes.append(Self.next(own, request.live.timeZone)) }
        guard people.count > 1 else { return ReportAnswer(table) }
        return ReportAnswer(table, before: [shares(entries)], after: [next(people, request.live.timeZone)])
    }

    /// Entries that belong together, in the order in which they first occur.
    private static func grouped(_ entries: [ProgressEntry], by key: (ProgressEntry) -> String) -> [[ProgressEntry]] {
        var groups: [[ProgressEntry]] = []
        var places: [String: Int] = [:]
        for entry in entries {
            if let place = places[key(entry)] {
                groups[place].append(entry)
            } else {
                places[key(entry)] = groups.count
                groups.append([entry])
            }
        }
        return groups
    }

    /// The share that is done of each activity.
    private func shares(_ entries: [ProgressEntry]) -> Table {
        let groups = Self.grouped(entries) { "\($0.offering)/\($0.activity)" }.sorted { a, b in
            (a[0].offering, a[0].position, a[0].activity) < (b[0].offering, b[0].position, b[0].activity)
        }
        let several = Set(groups.map { $0[0].offering }).count > 1
        return Table(
            "kernel.progress.activities", title: Text(nb: "Andel som er ferdig", nn: "Delen som er ferdig", en: "Share that is done"),
            columns: [
                .init("activity", .localized, Text(nb: "Aktivitet", nn: "Aktivitet", en: "Activity")),
                .init("participants", .integer, Text(nb: "Deltakere", nn: "Deltakarar", en: "Participants")),
                .init("done", .integer, Text(nb: "Ferdig", nn: "Ferdig", en: "Done")),
                .init("overdue", .integer, Text(nb: "Over fristen", nn: "Over fristen", en: "Overdue")),
                .init("share", .number, unit: "%", Text(nb: "Ferdig", nn: "Ferdig", en: "Done")),
            ],
            rows: groups.map { group in
                let done = group.count { $0.status.isDone }
                let title = group[0].title
                func name(_ language: Language) -> String { several ? "\(group[0].offering): \(title(language))" : title(language) }
                return [
                    .localized(Text(nb: name(.nb), nn: name(.nn), en: name(.en))), .integer(group.count), .integer(done),
                    .integer(group.count { $0.status == .overdue }), .number((Double(done) / Double(group.count) * 1000).rounded() / 10),
                ]
            },
            chart: Chart(
                .bar, labels: "activity", values: ["share"],
                description: Text(
                    nb: "Hvor stor del av deltakerne som er ferdig med hver aktivitet",
                    nn: "Kor stor del av deltakarane som er ferdige med kvar aktivitet",
                    en: "How large a share of the participants is done with each activity")))
    }

    /// What comes next for each participant.
    private func next(_ people: [[ProgressEntry]], _ zone: TimeZoneRules) -> Table {
        Table(
            "kernel.progress.next", title: Text(nb: "Det neste for hver", nn: "Det neste for kvar", en: "What comes next for each"),
            columns: [
                .init("person", .code, Text(nb: "Deltaker", nn: "Deltakar", en: "Participant")),
                .init("next", .localized, Text(nb: "Neste", nn: "Neste", en: "Next")),
            ], rows: people.map { [.text($0[0].person), .localized(Self.next($0, zone))] })
    }

    /// What is missing and comes first, as a sentence.
    static func next(_ entries: [ProgressEntry], _ zone: TimeZoneRules) -> Text {
        let waiting = entries.count { $0.status == .waiting }
        let missing = entries.filter { !$0.status.isDone && $0.status != .waiting }
        let late = missing.filter { $0.status == .overdue }
        guard let first = late.min(by: isBefore) ?? missing.min(by: isBefore) else {
            if waiting > 0 {
                return Text(
                    nb: "\(waiting) venter på andre.", nn: "\(waiting) ventar på andre.",
                    en: waiting == 1 ? "1 waits for others." : "\(waiting) wait for others.")
            }
            return Text(nb: "Alt er ferdig.", nn: "Alt er ferdig.", en: "Everything is done.")
        }
        let day = first.due.flatMap { Instant(microseconds: $0.microseconds - 1) }.map { zone.day(at: $0).description }
        let title = first.title
        let left = missing.count
        guard let day else {
            return Text(
                nb: "Neste er «\(title(.nb))». \(left) gjenstår.", nn: "Neste er «\(title(.nn))». \(left) står att.",
                en: "Next is '\(title(.en))'. \(left) remain.")
        }
        if first.status == .overdue {
            return Text(
                nb: "«\(title(.nb))» skulle vært ferdig \(day). \(left) gjenstår.",
                nn: "«\(title(.nn))» skulle vore ferdig \(day). \(left) står att.",
                en: "'\(title(.en))' was due on \(day). \(left) remain.")
        }
        return Text(
            nb: "Neste er «\(title(.nb))», med frist \(day). \(left) gjenstår.",
            nn: "Neste er «\(title(.nn))», med frist \(day). \(left) står att.",
            en: "Next is '\(title(.en))', due on \(day). \(left) remain.")
    }

    private static func isBefore(_ a: ProgressEntry, _ b: ProgressEntry) -> Bool {
        (a.due?.microseconds ?? .max, a.position) < (b.due?.microseconds ?? .max, b.position)
    }
}
