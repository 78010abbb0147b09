import GRDB

/// `kernel.notices`: letters; each sees her own, those who see everyone see all.
struct NoticesReport: KernelReport {
    var name: String { "kernel.notices" }
    var title: Text { Text(nb: "Brev", nn: "Brev", en: "Letters") }
    var explanation: Text? {
        Text(
            nb: "Hver ser brevene til seg selv; administratorer og koordinatorer i arbeidsområdet ser hvilke brev som er skrevet.",
            nn: "Kvar ser breva til seg sjølv; administratorar og koordinatorar i arbeidsområdet ser kva brev som er skrivne.",
            en: "Each sees the letters to herself; admins and coordinators of the workspace see which letters were written.")
    }
    var schema: JSONValue {
        .object([
            ("type", .string("object")), ("additionalProperties", .bool(false)),
            (
                "properties",
                .object([
                    ("person", .object([("type", .string("string")), ("title", Self.personParameter.title.json)])),
                    (
                        "delivered",
                        .object([
                            ("type", .string("boolean")),
                            ("title", Text(nb: "Bare de som er framme", nn: "Berre dei som er framme", en: "Arrived").json),
                        ])
                    ),
                ])
            ),
        ])
    }

    func answer(_ request: ReportRequest, in db: Database) throws -> ReportAnswer {
        let reading = try PeopleReading(request.actor, in: db)
        var filter = Notice.Filter(isDelivered: request.parameters["delivered"]?.bool)
        if let id = request.word("person") { filter.person = try reading.find(id, in: db)?.person.key ?? -1 }
        let notices = try Notice.list(filter, in: db).filter { reading.seesAll(of: $0.person) }
        let listed = filter.person == nil ? notices.filter { !isOfGroup($0, reading, request.live) } : notices
        var table = try NoticeTables.list(listed, filter: filter, in: db)
        table.parameters = request.shown
        if listed.count < notices.count { table.notes.append(Self.ofGroups(notices.count - listed.count)) }
        return ReportAnswer(table)
    }

    /// Whether a letter to someone else went to a whole group: all it tells of her is that she is in it, which is not for this list.
    private func isOfGroup(_ notice: Notice, _ reading: PeopleReading, _ live: LiveConfiguration) -> Bool {
        notice.person != reading.person && NoticeGroup(notice, live: live) != nil
    }

    private static func ofGroups(_ count: Int) -> Text {
        Text(
            nb: "Brev til alle i en gruppe, som ikke står her: \(count). De står under den enkelte (--person).",
            nn: "Brev til alle i ei gruppe, som ikkje står her: \(count). Dei står under den einskilde (--person).",
            en: "Letters to everyone in a group, which are not listed here: \(count). They are listed by person (--person).")
    }
}
