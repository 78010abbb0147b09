import Kernel

/// `community.sharing`: what one can take back, with whom it reaches and how often it was used.
struct SharingReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let isOperator = reading.person == nil
        let shares = try reading.records("community.share", where: []).filter { share in
            isOperator || share.relations.contains("author") || share.relations.contains("sharer")
        }
        let uses = Dictionary(grouping: try reading.records("community.use", where: [])) { $0["share"]?.integer ?? 0 }
        let rows = shares.map { share -> [Table.Cell] in
            let used = uses[Int(share.number)] ?? []
            let places = ["to-organisation", "to-group", "to-offering", "to-person"].compactMap { share[$0]?.string }
            return [
                .integer(Int(share.number)), share.code("record"), share.integer("number"), .text(places.joined(separator: ", ")),
                share.code("role"), Table.Cell(share["until"]?.string), share.stateCell,
                .integer(used.count { $0["kind"]?.string == "comment" }),
                .integer(used.count { $0["kind"]?.string == "reuse" }),
            ]
        }
        return Table(
            "community.sharing", title: Text(nb: "Det som er delt herfra", nn: "Det som er delt herifrå", en: "What is shared from here"),
            columns: [
                .init("share", .integer, Text(nb: "Deling", nn: "Deling", en: "Share")),
                .init("what", .localized, Text(nb: "Hva", nn: "Kva", en: "What")),
                .init("number", .integer, Text(nb: "Nummer", nn: "Nummer", en: "Number")),
                .init("with", .text, Text(nb: "Med", nn: "Med", en: "With")),
                .init("role", .localized, Text(nb: "Bare", nn: "Berre", en: "Only")),
                .init("until", .date, Text(nb: "Til og med", nn: "Til og med", en: "Until")),
                .init("state", .localized, Text(nb: "Tilstand", nn: "Tilstand", en: "State")),
                .init("comments", .integer, Text(nb: "Kommentarer", nn: "Kommentarar", en: "Comments")),
                .init("reuses", .integer, Text(nb: "Tatt i bruk", nn: "Teke i bruk", en: "Put to use")),
            ], rows: rows,
            notes: [
                Text(
                    nb: "Uttrekk som andre har gjort: kjerne report kernel.handed-out.",
                    nn: "Uttrekk som andre har gjort: kjerne report kernel.handed-out.",
                    en: "Exports that others have made: kjerne report kernel.handed-out.")
            ])
    }
}
