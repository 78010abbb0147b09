import Kernel

/// `assessment.rubric-diff`: what changed from one edition of a rubric to another.
struct RubricDiffReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let (name, from, to) = (parameters["rubric"]?.string ?? "", parameters["from"]?.integer ?? 0, parameters["to"]?.integer ?? 0)
        let editions = try reading.records("assessment.rubric", where: [("rubric", name)])
        func edition(_ number: Int) throws -> Rubric {
            guard let found = editions.first(where: { $0.whole("edition") == number }), let body = found["body"] else {
                throw NoEdition(rubric: name, edition: number, known: editions.compactMap { $0.whole("edition") }.sorted())
            }
            return Rubric(id: name, edition: number, body: body)
        }
        let changes = try edition(from).changes(to: edition(to))
        return Table(
            "assessment.rubric-diff",
            title: Text(
                nb: "\(name): fra versjon \(from) til \(to)", nn: "\(name): frå versjon \(from) til \(to)",
                en: "\(name): from edition \(from) to \(to)"),
            parameters: [("rubric", .string(name)), ("from", .integer(from)), ("to", .integer(to))],
            columns: [
                .init("criterion", .code, Text(nb: "Kriterium", nn: "Kriterium", en: "Criterion")),
                .init("level", .code, Text(nb: "Nivå", nn: "Nivå", en: "Level")),
                .init("change", .localized, Text(nb: "Endring", nn: "Endring", en: "Change")),
                .init("before", .localized, Text(nb: "Før", nn: "Før", en: "Before")),
                .init("after", .localized, Text(nb: "Etter", nn: "Etter", en: "After")),
            ],
            rows: changes.map { change in
                [
                    .text(change.criterion), Table.Cell(change.level), .localized(change.title),
                    change.before.map { .localized($0) } ?? .empty,
                    change.after.map { .localized($0) } ?? .empty,
                ]
            })
    }
}

/// `assessment.re-marking`: which judgements were made by an older edition of a rubric than the newest, and who would be touched by doing them again.
struct ReMarkingReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let name = parameters["rubric"]?.string ?? ""
        let editions = Dictionary(
            try reading.records("assessment.rubric", where: [("rubric", name)]).map { (Int($0.number), $0.whole("edition") ?? 0) }
        ) { first, _ in first }
        let newest = editions.values.max() ?? 0
        let scripts = Dictionary(
            try reading.records("assessment.script", where: []).map { (Int($0.number), $0) }
        ) { first, _ in first }
        let rows = try reading.records("assessment.judgement", where: []).compactMap { judgement -> [Table.Cell]? in
            let pinned =
                judgement["rubric"]?.integer
                ?? judgement["rubric"]?.string.flatMap { word in
                    editions.first { "\(name)-\($0.value)" == word }?.key
                }
            guard let pinned, let edition = editions[pinned], edition < newest else { return nil }
            let script = scripts[judgement.whole("script") ?? 0]
            return [
                .text(script?.text("activity") ?? ""), .integer(script?.whole("number") ?? 0), .text(judgement.text("assessor")),
                .integer(edition),
                .integer(newest), judgement.stateLabel.map { .localized($0) } ?? .empty,
            ]
        }
        return Table(
            "assessment.re-marking",
            title: Text(
                nb: "Hvem en ny vurdering ville gjelde", nn: "Kven ei ny vurdering ville gjelde", en: "Who a re-marking would touch"),
            parameters: [("rubric", .string(name))],
            columns: [
                .exam, .number, .init("examiner", .code, Text(nb: "Sensor", nn: "Sensor", en: "Examiner")),
                .init("edition", .integer, Text(nb: "Vurdert etter versjon", nn: "Vurdert etter versjon", en: "Judged by edition")),
                .init("newest", .integer, Text(nb: "Nyeste", nn: "Nyaste", en: "Newest")),
                .init("state", .localized, Text(nb: "Tilstand", nn: "Tilstand", en: "State")),
            ], rows: rows)
    }
}

/// That there is no such edition of a rubric.
struct NoEdition: ExplainedError {
    var rubric: String
    var edition: Int
    var known: [Int]
    var kind: ErrorKind { .badInput }
    var message: Text {
        Text(
            nb: "«\(rubric)» har ingen versjon \(edition)", nn: "«\(rubric)» har ingen versjon \(edition)",
            en: "'\(rubric)' has no edition \(edition)")
    }
    var help: Text? {
        let list = known.map(String.init).joined(separator: ", ")
        return Text(nb: "versjonene er \(list)", nn: "versjonane er \(list)", en: "the editions are \(list)")
    }
}
