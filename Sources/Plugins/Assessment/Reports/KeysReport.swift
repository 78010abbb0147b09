import Kernel

/// `assessment.keys`: the public halves of the signing keys, for everyone to compare with.
struct KeysReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let keys = try reading.records("assessment.signing-key", where: [])
        return Table(
            "assessment.keys", title: Text(nb: "Offentlige nøkler", nn: "Offentlege nøklar", en: "Public keys"),
            columns: [
                .init(
                    "public", .code, Text(nb: "Offentlig nøkkel (Ed25519)", nn: "Offentleg nøkkel (Ed25519)", en: "Public key (Ed25519)")),
                .init("fingerprint", .code, Text(nb: "Fingeravtrykk", nn: "Fingeravtrykk", en: "Fingerprint")),
                .init("state", .localized, Text(nb: "Tilstand", nn: "Tilstand", en: "State")),
                .init("until", .date, Text(nb: "Godtas til og med", nn: "Blir godteken til og med", en: "Accepted until")),
            ],
            rows: keys.map { key in
                [
                    .text(key.text("public")), .text(key.text("fingerprint")), key.stateLabel.map { .localized($0) } ?? .empty,
                    Table.Cell(key["until"]?.string),
                ]
            })
    }
}
