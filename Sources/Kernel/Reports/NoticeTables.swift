public import GRDB

/// Letters as a table.
public enum NoticeTables {
    /// `kernel.notices`: which letters were written to whom, and which have arrived.
    public static func list(_ notices: [Notice], filter: Notice.Filter, in db: Database) throws -> Table {
        let people = try BulkStatement(db, "SELECT id FROM kernel_person WHERE key = ?")
        func person(_ key: Int64) throws -> String? {
            people.bind(1, key)
            return try people.first { $0.text(0) }
        }
        return Table(
            "kernel.notices", title: Text(nb: "Brev", nn: "Brev", en: "Letters"),
            parameters: [
                ("person", try filter.person.flatMap(person).map(JSONValue.string) ?? .null),
                ("delivered", filter.isDelivered.map(JSONValue.bool) ?? .null),
            ],
            columns: [
                .init("id", .integer, Text(nb: "Nummer", nn: "Nummer", en: "Number")),
                .init("notice", .code, Text(nb: "Brev", nn: "Brev", en: "Letter")),
                .init("kind", .code, Text(nb: "Gjelder", nn: "Gjeld", en: "About")),
                .init("record", .integer, Text(nb: "Sak", nn: "Sak", en: "Record")),
                .init("person", .code, Text(nb: "Til", nn: "Til", en: "To")),
                .init("language", .code, Text(nb: "Språk", nn: "Språk", en: "Language")),
                .init("subject", .text, Text(nb: "Emne", nn: "Emne", en: "Subject")),
                .init("announced", .instant, Text(nb: "Skrevet", nn: "Skrive", en: "Announced")),
                .init("notified", .instant, Text(nb: "Framme", nn: "Framme", en: "Notified")),
                .init("channel", .code, Text(nb: "Kanal", nn: "Kanal", en: "Channel")),
            ],
            rows: try notices.map { notice in
                [
                    .integer(Int(notice.id)), .text("\(notice.module).\(notice.name)"), .text(notice.record.kind),
                    .integer(Int(notice.record.number)), .init(try person(notice.person)), .text(notice.language), .text(notice.subject),
                    .instant(notice.announced), .init(notice.notified), .init(notice.channel),
                ]
            })
    }
}
