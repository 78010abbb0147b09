import Kernel

/// Tables that the tests of the renderers share.
enum SampleTables {
    /// Something of everything: suppressed, missing, negative and wide, a text that lacks a language, a chart, notes.
    static func everything(_ kind: Chart.Kind) -> Table {
        Table(
            "sample.everything", title: Text(nb: "Alt mulig", nn: "Alt mogleg", en: "A bit of everything"),
            parameters: [("offering", .string("vest-h27")), ("since", .null)],
            columns: [
                .init("group", .text, Text(nb: "Gruppe", nn: "Gruppe", en: "Group")),
                .init("n", .integer, Text(nb: "Antall", nn: "Tal på", en: "Number")),
                .init("mean", .number, unit: "%", Text(nb: "Snitt", nn: "Snitt", en: "Mean")),
                .init(
                    "change", .number,
                    Text(nb: "Endring siden forrige semester", nn: "Endring sidan førre semester", en: "Change since last term")),
                .init("open", .boolean, Text(nb: "Åpen", nn: "Open", en: "Open")),
                .init("note", .localized, Text(nb: "Merknad", nn: "Merknad", en: "Note")),
            ],
            rows: [
                [
                    .text("Bergen"), .integer(12), .number(71.25), .number(2.5), .boolean(true),
                    .localized(Text(nb: "God", nn: "God", en: "Good")),
                ],
                [.text("日本語の学校"), .suppressed, .suppressed, .suppressed, .boolean(false), .localized(Text(["se": "Buorre"]))],
                [
                    .text("Den interkommunale grunnskolen for Nordre Innherred og omegn, avdeling Steinkjersannan"), .integer(7),
                    .number(40),
                    .number(-12.5), .empty, .empty,
                ],
                [.text("<script>alert('x')</script>"), .integer(1005), .number(1.0 / 3), .empty, .boolean(true), .empty],
                [.text("Tromsø"), .integer(31), .number(88), .number(6), .boolean(true), .empty],
            ],
            chart: Chart(
                kind, labels: "group", values: ["mean", "change"],
                description: Text(
                    nb: "Tromsø har det høyeste snittet.", nn: "Tromsø har det høgaste snittet.", en: "Tromsø has the highest mean.")),
            notes: [
                Text(
                    nb: "Snitt: summen delt på antallet verdier.", nn: "Snitt: summen delt på talet på verdiar.",
                    en: "Mean: the sum divided by the number of values.")
            ],
            suppression: Suppression(floor: 5))
    }

    static func one(_ cells: [Table.Cell]) -> Table {
        Table(
            "sample.one", title: Text(verbatim: "One"),
            columns: cells.indices.map { .init("c\($0)", .text, Text(verbatim: "C\($0)")) }, rows: [cells])
    }
}
