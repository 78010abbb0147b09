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
        var table = try NoticeTables.list(notices, filter: filter, in: db)
        table.parameters = request.shown
        return ReportAnswer(table)
    }
}
