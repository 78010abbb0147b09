import Agreement
import Kernel

/// `assessment.agreement`: how far examiners agree on an exam before they talk, and how severe each is.
struct AgreementReport: ReportProvider {
    /// A grade that an examiner set, by its place on the scale.
    private struct Given {
        var script: Int
        var assessor: String
        var place: Int
    }

    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let (offering, exam) = (parameters["offering"]?.string, parameters["activity"]?.string)
        let places = try reading.placesOfCandidates()
        let scales = try reading.scales(of: offering.map { [$0] } ?? Array(places.values))
        var homes: [Int: GradeScale] = [:]
        for script in try reading.records("assessment.script", where: []) where exam == nil || exam == script.text("activity") {
            guard let place = places[script.whole("candidate") ?? 0], offering == nil || offering == place else { continue }
            homes[Int(script.number)] = scales[place]
        }
        var given: [String: [Given]] = [:]
        for judgement in try reading.records("assessment.judgement", where: []) {
            guard judgement.state == "sealed", let grade = judgement["grade"]?.string, let script = judgement.whole("script"),
                judgement["moderates"]?.bool != true, let scale = homes[script], let place = scale.place(grade)
            else { continue }
            given[scale.id, default: []].append(Given(script: script, assessor: judgement.text("assessor"), place: place))
        }
        // Grades of two scales cannot be compared, so each scale has figures of its own.
        let used = Set(homes.values).filter { given[$0.id] != nil }.sorted { $0.id < $1.id }
        let all = used.isEmpty ? [GradeScale.letters] : used
        let rows = all.flatMap { scale in
            Self.rows(given[scale.id] ?? [], categories: scale.grades.count, name: all.count > 1 ? scale.id : nil)
        }
        return Table(
            "assessment.agreement",
            title: Text(nb: "Samsvar mellom sensorer", nn: "Samsvar mellom sensorar", en: "Agreement between examiners"),
            parameters: [("offering", offering.map(JSONValue.string) ?? .null), ("activity", exam.map(JSONValue.string) ?? .null)],
            columns: [
                .init("measure", .localized, Text(nb: "Mål", nn: "Mål", en: "Measure")),
                .init("examiner", .code, Text(nb: "Sensor", nn: "Sensor", en: "Examiner")),
                .init("value", .number, Text(nb: "Verdi", nn: "Verdi", en: "Value")), .init("n", .integer, Text(nb: "n", nn: "n", en: "n")),
            ], rows: rows,
            notes: [
                Text(
                    nb:
                        "Alfa: 0,80 og mer regnes som pålitelig, 0,667 til 0,80 som foreløpig. Strenghet er karaktertrinn under de andre på de samme besvarelsene; n er antall besvarelser, og få sier lite.",
                    nn:
                        "Alfa: 0,80 og meir blir rekna som påliteleg, 0,667 til 0,80 som førebels. Strengleik er karaktersteg under dei andre på dei same svara; n er talet på svar, og få seier lite.",
                    en:
                        "Alpha: 0.80 and more counts as reliable, 0.667 to 0.80 as tentative. Severity is grades below the others on the same scripts; n is the number of scripts, and few say little."
                )
            ])
    }

    /// The figures of one scale.
    ///
    /// - Parameter name: the scale, where there are several.
    private static func rows(_ given: [Given], categories: Int, name: String?) -> [[Table.Cell]] {
        let units = Dictionary(grouping: given, by: \.script).filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
        let counts = units.map { unit in (0..<categories).map { place in unit.value.count { $0.place == place } } }
        let pairs = units.flatMap { unit in
            unit.value.indices.flatMap { i in unit.value.indices.filter { $0 > i }.map { abs(unit.value[i].place - unit.value[$0].place) } }
        }
        let alpha = KrippendorffAlpha.of(RatingTable(counts: counts, categories: categories), level: .ordinal)
        let undefined = Text(
            nb: "det er ingen variasjon, eller for få er vurdert av flere",
            nn: "det er ingen variasjon, eller for få er vurderte av fleire",
            en: "there is no variation, or too few were judged by several")
        func share(_ limit: Int) -> Table.Cell {
            pairs.isEmpty ? .undefined(undefined) : .number(Double(pairs.count { $0 <= limit }) / Double(pairs.count))
        }
        func row(_ measure: Text, _ value: Table.Cell, _ n: Int, _ who: String? = nil) -> [Table.Cell] {
            [.localized(name.map { scale in measure.with(", \(scale)") } ?? measure), Table.Cell(who), value, .integer(n)]
        }
        var rows = [
            row(
                Text(nb: "Krippendorffs alfa (ordinal)", nn: "Krippendorffs alfa (ordinal)", en: "Krippendorff's alpha (ordinal)"),
                alpha.number.map { .number($0) } ?? .undefined(undefined), units.count),
            row(Text(nb: "Helt like", nn: "Heilt like", en: "Exact agreement"), share(0), pairs.count),
            row(
                Text(nb: "Like eller nabokarakterer", nn: "Like eller nabokarakterar", en: "Exact or adjacent agreement"), share(1),
                pairs.count),
        ]
        // Severity: how many grades below the mean of the others on the same scripts; nothing is said where nobody else judged.
        for (assessor, own) in Dictionary(grouping: given, by: \.assessor).sorted(by: { $0.key < $1.key }) {
            let differences = own.compactMap { judgement -> Double? in
                let others = given.filter { $0.script == judgement.script && $0.assessor != assessor }.map { Double($0.place) }
                return others.isEmpty ? nil : Double(judgement.place) - others.reduce(0, +) / Double(others.count)
            }
            let mean: Table.Cell =
                differences.isEmpty ? .undefined(undefined) : .number(differences.reduce(0, +) / Double(differences.count))
            rows.append(row(Text(nb: "Strenghet", nn: "Strengleik", en: "Severity"), mean, differences.count, assessor))
        }
        return rows
    }
}

extension Text {
    /// The text with the same words behind it in every language.
    fileprivate func with(_ words: String) -> Text { Text(nb: self(.nb) + words, nn: self(.nn) + words, en: self(.en) + words) }
}
