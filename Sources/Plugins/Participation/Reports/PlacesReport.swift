import Kernel

/// `participation.places`: the places of a ranking with their reasons; an applicant sees her own alone.
struct PlacesReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let rounds = Dictionary(try reading.rounds(parameters["offering"]?.string).map { ($0.number, $0) }) { first, _ in first }
        let rankings = Dictionary(
            try reading.records("participation.ranking", where: []).map { ($0.number, $0) }
        ) { first, _ in first }
        let applications = Dictionary(
            try reading.records("participation.application", where: []).map { ($0.number, $0) }
        ) { first, _ in first }
        var notes: [Text] = []
        var rows: [(round: Int64, place: Int, cells: [Table.Cell])] = []
        for position in try reading.records("participation.position", where: []) {
            guard let ranking = position.number("ranking").flatMap({ rankings[$0] }), ranking.state == "decided",
                let round = ranking.number("round").flatMap({ rounds[$0] })
            else { continue }
            let application = position.number("application").flatMap { applications[$0] }
            let place = position["place"]?.integer ?? 0
            let cells: [Table.Cell] = [
                .text(round.offering), .integer(place), position.number("application").map { .integer(Int($0)) } ?? .empty,
                Table.Cell(application?["applicant"]?.string), application?.stateLabel.map { .localized($0) } ?? .empty,
                Table.Cell(application?["answer-by"]?.string), position.text("why").map { .localized($0) } ?? .empty,
            ]
            rows.append((round.number, place, cells))
            if let note = Self.cancelled(round), !notes.contains(note) { notes.append(note) }
            if let note = Self.note(ranking), !notes.contains(note) { notes.append(note) }
        }
        rows.sort { ($0.round, $0.place) < ($1.round, $1.place) }
        return Table(
            "participation.places", title: Text(nb: "Rangeringen", nn: "Rangeringa", en: "The ranking"),
            columns: [
                .offering, .init("place", .integer, Text(nb: "Plass", nn: "Plass", en: "Place")), .application, .applicant, .state,
                .init("answer-by", .date, Text(nb: "Svar innen", nn: "Svar innan", en: "Answer by")),
                .init("why", .localized, Text(nb: "Hvorfor", nn: "Kvifor", en: "Why")),
            ], rows: rows.map(\.cells), notes: notes)
    }

    /// That nothing comes of the ranking, and why.
    private static func cancelled(_ round: RoundReading) -> Text? {
        guard round.state == "cancelled" else { return nil }
        let (id, reason) = (round.number, round.record["reason"]?.string ?? "")
        return Text(
            nb: "Runde \(id) er avlyst: \(reason)", nn: "Runde \(id) er avlyst: \(reason)", en: "Round \(id) is cancelled: \(reason)")
    }

    /// By what it was ranked, so that anyone can do it again.
    private static func note(_ ranking: VisibleRecord) -> Text? {
        guard let rule = ranking["rule"]?.string, let digest = ranking["digest"]?.string else { return nil }
        let id = ranking.number
        guard let seed = ranking["lot-seed"]?.integer, let witness = ranking["witness"]?.string else {
            return Text(
                nb: "Rangering \(id) etter regelen \(rule), uten lodd. Fingeravtrykk \(digest.prefix(16)).",
                nn: "Rangering \(id) etter regelen \(rule), utan lodd. Fingeravtrykk \(digest.prefix(16)).",
                en: "Ranking \(id) by the rule \(rule), without lots. Digest \(digest.prefix(16)).")
        }
        let generator = ranking["generator"]?.string ?? ""
        return Text(
            nb:
                "Rangering \(id) etter regelen \(rule). Lodd med tallet \(seed) fra vitnet \(witness), \(generator), Fisher–Yates i rekkefølgen av søknadsnumre. Fingeravtrykk \(digest.prefix(16)).",
            nn:
                "Rangering \(id) etter regelen \(rule). Lodd med talet \(seed) frå vitnet \(witness), \(generator), Fisher–Yates i rekkjefølgja av søknadsnummer. Fingeravtrykk \(digest.prefix(16)).",
            en:
                "Ranking \(id) by the rule \(rule). Lots with the number \(seed) from the witness \(witness), \(generator), Fisher–Yates in the order of application numbers. Digest \(digest.prefix(16))."
        )
    }
}
