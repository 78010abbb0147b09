import Kernel

/// `community.shared-with-me`: what others share now with the one who asks.
struct SharedWithMeReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let shares = try reading.records("community.share", where: [("state", "given")])
        var rows: [[Table.Cell]] = []
        for kind in Artefact.kinds {
            for record in try reading.records("community.\(kind.name)", where: []) where record.isOnlyShared {
                let own = shares.filter { $0["record"]?.string == kind.name && $0["number"]?.integer == Int(record.number) }
                let author = own.first?["author"]?.string
                let name = try author.flatMap { try reading.person($0)?.name }
                rows.append([
                    .localized(record.type.label), .integer(Int(record.number)), .text(Artefact.line(record)),
                    Table.Cell(name ?? author), own.first?.integerNumber ?? .empty, own.first?.text("why") ?? .empty,
                ])
            }
        }
        return Table(
            "community.shared-with-me",
            title: Text(nb: "Det andre har delt med meg", nn: "Det andre har delt med meg", en: "What others have shared with me"),
            columns: [
                .init("what", .localized, Text(nb: "Hva", nn: "Kva", en: "What")),
                .init("number", .integer, Text(nb: "Nummer", nn: "Nummer", en: "Number")),
                .init("title", .text, Text(nb: "Tittel", nn: "Tittel", en: "Title")),
                .init("by", .text, Text(nb: "Delt av", nn: "Delt av", en: "Shared by")),
                .init("share", .integer, Text(nb: "Deling", nn: "Deling", en: "Share")),
                .init("why", .text, Text(nb: "Hvorfor", nn: "Kvifor", en: "Why")),
            ], rows: rows)
    }
}

extension VisibleRecord {
    fileprivate var integerNumber: Table.Cell { .integer(Int(number)) }
}
