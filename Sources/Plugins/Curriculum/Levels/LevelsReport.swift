import Kernel

/// `curriculum.levels`: at which of Goodlad's levels a staff's artefacts lie, which shows whether the talk stays abstract.
struct LevelsReport: ReportProvider {
    /// The artefacts, by the column that counts them.
    private static let kinds: [(column: String, records: [String], title: Text)] = [
        (
            "sessions", ["concept", "round", "interpretation", "reading"],
            Text(nb: "Begreper og økter", nn: "Omgrep og økter", en: "Concepts and sessions")
        ),
        ("individual", ["contribution"], Text(nb: "Alene", nn: "Åleine", en: "Alone")),
        ("group", ["synthesis"], Text(nb: "I gruppe", nn: "I gruppe", en: "In groups")),
        ("plenary", ["decision", "definition"], Text(nb: "Felles", nn: "Felles", en: "Plenary")),
        ("plans", ["learning-plan", "learning-step", "reading-step", "local-plan"], Text(nb: "Planer", nn: "Planar", en: "Plans")),
    ]

    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        var counts: [[Int]] = CurriculumLevel.allCases.map { _ in Self.kinds.map { _ in 0 } }
        var silent = 0
        for (column, kind) in Self.kinds.enumerated() {
            for record in kind.records {
                for artefact in try reading.records("curriculum.\(record)", where: []) {
                    guard let word = artefact["level"]?.string, let level = CurriculumLevel(rawValue: word),
                        let row = CurriculumLevel.allCases.firstIndex(of: level)
                    else {
                        silent += 1
                        continue
                    }
                    counts[row][column] += 1
                }
            }
        }
        let total = counts.reduce(0) { $0 + $1.reduce(0, +) }
        let practice = zip(CurriculumLevel.allCases, counts).filter(\.0.isPractice).reduce(0) { $0 + $1.1.reduce(0, +) }
        let rows = zip(CurriculumLevel.allCases, counts).map { level, row -> [Table.Cell] in
            let sum = row.reduce(0, +)
            let share: Table.Cell = total > 0 ? .number(Double(sum) / Double(total)) : .undefined(Self.nothing)
            return [.localized(level.title)] + row.map { .integer($0) } + [.integer(sum), share]
        }
        return Table(
            "curriculum.levels",
            title: Text(
                nb: "Hvilket læreplannivå arbeidet handler om", nn: "Kva læreplannivå arbeidet handlar om",
                en: "Which curriculum level the work is about"),
            columns: [.init("level", .localized, Text(nb: "Nivå", nn: "Nivå", en: "Level"))]
                + Self.kinds.map { .init($0.column, .integer, $0.title) } + [
                    .init("total", .integer, Text(nb: "I alt", nn: "I alt", en: "In all")),
                    .init("share", .number, Text(nb: "Andel", nn: "Del", en: "Share")),
                ], rows: rows, notes: [Self.note(practice, of: total)] + (silent > 0 ? [Self.silent(silent)] : []))
    }

    private static let nothing = Text(
        nb: "det er ikke noe arbeid å telle", nn: "det er ikkje noko arbeid å telje", en: "there is no work to count")

    private static func note(_ practice: Int, of total: Int) -> Text {
        guard total > 0 else {
            return Text(
                nb: "Ingenting av det du kan se, sier hvilket nivå det gjelder; derfor er ingen andel regnet ut.",
                nn: "Ingenting av det du kan sjå, seier kva nivå det gjeld; difor er ingen del rekna ut.",
                en: "Nothing that you can see says its level, so that no share is worked out.")
        }
        return Text(
            nb:
                "\(practice) av \(total) handler om det som undervises og det elevene møter; resten om ideer, planer og lesninger av planer.",
            nn:
                "\(practice) av \(total) handlar om det ein underviser i og det elevane møter; resten om idear, planar og lesingar av planar.",
            en: "\(practice) of \(total) are about what is taught and what pupils meet; the rest about ideas, plans and readings of plans.")
    }

    private static func silent(_ number: Int) -> Text {
        Text(
            nb: "\(Counted.text(number, "arbeid", "arbeider")) sier ikke hvilket nivå det gjelder, og er ikke regnet med.",
            nn: "\(number) arbeid seier ikkje kva nivå det gjeld, og er ikkje rekna med.",
            en: "\(Counted.text(number, "artefact says no level, and is", "artefacts say no level, and are")) not counted.")
    }
}
