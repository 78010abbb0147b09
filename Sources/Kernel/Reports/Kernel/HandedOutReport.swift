import GRDB

/// `kernel.handed-out`: what others took away of what was shared with them; each sees what she may share herself.
struct HandedOutReport: KernelReport {
    var name: String { "kernel.handed-out" }
    var title: Text { Text(nb: "Hentet ut av andre", nn: "Henta ut av andre", en: "Taken away by others") }
    var explanation: Text? {
        Text(
            nb:
                "Uttrekk som andre har gjort av det som var delt med dem, også det som er tatt tilbake siden; hver ser det hun selv kan dele.",
            nn:
                "Uttrekk som andre har gjort av det som var delt med dei, også det som er teke tilbake sidan; kvar ser det ho sjølv kan dele.",
            en:
                "Exports that others made of what was shared with them, also what has been taken back since; each sees what she may share herself."
        )
    }
    var schema: JSONValue {
        Self.schema([
            (
                "record",
                Text(
                    nb: "Slags post: MODUL.POST", nn: "Slags post: MODUL.POST",
                    en: "The kind of record: MODULE.RECORD"), nil
            ),
            ("id", Text(nb: "Nummeret på posten", nn: "Nummeret på posten", en: "The record's number"), nil),
        ])
    }

    func answer(_ request: ReportRequest, in db: Database) throws -> ReportAnswer {
        let (kind, id) = (request.word("record"), request.word("id"))
        var rows: [[Table.Cell]] = []
        for event in try EventLog.read(EventFilter(name: HandedOut.event), formers: request.live.deadlines.index.formerNames, in: db) {
            let reader = try Actor(event.actor).flatMap { actor -> String? in
                guard case .person(let key) = actor else { return nil }
                return try Person.find(key: key, in: db)?.id
            }
            for record in event.records where (kind == nil || kind == record.kind) && (id == nil || id == record.id) {
                guard try isOwn(record, request, in: db), let type = request.live.record(record.kind) else { continue }
                rows.append([
                    .text(event.instant.description), .text(reader ?? event.actor), .localized(type.label), .text(record.kind),
                    .text(record.id),
                    .text(
                        try EventLog.payload(of: event.sequence, in: db).map { try JSONValue(parsing: Array($0.utf8)) }?["format"]?.string
                            ?? ""),
                ])
            }
        }
        return ReportAnswer(
            Table(
                name, title: title, parameters: request.shown,
                columns: [
                    .init("instant", .instant, Text(nb: "Tid", nn: "Tid", en: "Instant")),
                    .init("person", .text, Text(nb: "Hvem", nn: "Kven", en: "Who")),
                    .init("what", .localized, Text(nb: "Hva", nn: "Kva", en: "What")),
                    .init("record", .text, Text(nb: "Post", nn: "Post", en: "Record")),
                    .init("id", .text, Text(nb: "Nummer", nn: "Nummer", en: "Number")),
                    .init("format", .text, Text(nb: "Format", nn: "Format", en: "Format")),
                ], rows: rows))
    }

    /// Whether the one who asks may share the record.
    private func isOwn(_ record: RecordReference, _ request: ReportRequest, in db: Database) throws -> Bool {
        guard request.standing.person != nil else { return true }
        guard let type = request.live.record(record.kind), let number = Int64(record.id) else { return false }
        guard let sharing = type.sharing else {
            // What is shared with something above it is seen by those who read it anyway.
            let record = try RecordReader(request.live, standing: request.standing, in: db).find(type, number)
            return record.map { $0.relations != ["shared"] } ?? false
        }
        return try ActRights(type: type, live: request.live, standing: request.standing, db: db).decide(number, by: sharing.by).isAllowed
    }
}
