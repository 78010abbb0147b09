import Kernel

/// `curriculum.progression`: what an aim builds on and what builds on it; for a core element its aims, year by year.
struct ProgressionReport: ReportProvider {
    /// How far a chain is followed, so that a circle upstream comes to an end.
    private static let deepest = 20

    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let word = parameters["code"]?.string ?? ""
        let start = try Self.start(word, reading)
        var steps: [(step: Int, item: CurriculumItem)] = []
        if let first = start.first, first.type == GrepType.coreElement {
            let aims = try reading.items(pointingAt: [first.name], [.coreElement]).map(\.item)
            let sets = try Self.sets(of: aims, reading)
            let order = Set(aims.compactMap(\.setName)).sorted { (Self.year(sets[$0]), $0) < (Self.year(sets[$1]), $1) }
            for (index, set) in order.enumerated() {
                steps += aims.filter { $0.setName == set }.sorted { ($0.position, $0.code) < ($1.position, $1.code) }.map { (index, $0) }
            }
        } else {
            steps = try Self.chain(from: start, reading)
        }
        let sets = try Self.sets(of: steps.map(\.item), reading)
        return Table(
            "curriculum.progression", title: Text(nb: "Progresjon", nn: "Progresjon", en: "Progression"), parameters: parameters.shown,
            columns: [
                .init("step", .integer, Text(nb: "Steg", nn: "Steg", en: "Step")), .code, .text, .language, .binding, .plan,
                .init("set", .text, Text(nb: "Sett", nn: "Sett", en: "Set")),
                .init("stage", .text, Text(nb: "Trinn", nn: "Trinn", en: "Stage")),
            ],
            rows: steps.map { step, item in
                let shown = reading.text(item)
                return [
                    .integer(step), .text(item.code), .spoken(shown), LanguageWord.cell(shown.language), item.bindingCell,
                    .optional(item.plan),
                    .optional(item.set), .optional(item.setName.flatMap { sets[$0] }.map { reading.text($0).text }),
                ]
            }, notes: try reading.notes(steps.map(\.item.name)))
    }

    /// What a code stands for.
    ///
    /// - Throws: `UnknownWord`, or `AmbiguousCode`.
    private static func start(_ word: String, _ reading: borrowing some ReportReading & ~Copyable) throws -> [CurriculumItem] {
        let byCode = try reading.items([.init("code", .oneOf([word, CurriculumCode.normal(word)]))])
        let found = byCode.isEmpty ? try reading.items([.init("name", .oneOf(CurriculumCode.names(word)))]) : byCode
        guard found.isEmpty else { return try AmbiguousCode.single(found, word, in: nil) }
        let isReferredTo = try !reading.referred(to: word).isEmpty
        let types = [GrepType.aim, GrepType.coreElement]
        let known = isReferredTo ? [] : try reading.items([.init("type", .oneOf(types))]).map(\.code)
        throw UnknownWord(sort: .code, word: word, known: known, isReferredTo: isReferredTo)
    }

    /// By name the sets that some elements stand in.
    private static func sets(
        of items: [CurriculumItem], _ reading: borrowing some ReportReading & ~Copyable
    ) throws -> [String: CurriculumItem] {
        Dictionary(try reading.items(named: items.compactMap(\.setName)).map { ($0.name, $0) }) { first, _ in first }
    }

    /// The last year of a set, for sorting; sets of upper secondary come after those of compulsory school.
    private static func year(_ set: CurriculumItem?) -> Int {
        SchoolYear.last(set?.years ?? []) ?? 99
    }

    /// What lies before (negative steps) and after an aim.
    private static func chain(
        from start: [CurriculumItem], _ reading: borrowing some ReportReading & ~Copyable
    ) throws -> [(step: Int, item: CurriculumItem)] {
        var steps = start.map { (0, $0) }
        var seen = Set(start.map(\.name))
        var names = start
        for step in 1..<deepest where !names.isEmpty {
            let links = try reading.links([.init("from", .oneOf(names.map(\.name)))], [.buildsOn], of: names)
            names = try reading.items(named: links.map(\.to)).filter { seen.insert($0.name).inserted }
            steps += names.map { (-step, $0) }
        }
        names = start
        for step in 1..<deepest where !names.isEmpty {
            names = try reading.items(pointingAt: names.map(\.name), [.buildsOn]).map(\.item).filter { seen.insert($0.name).inserted }
            steps += names.map { (step, $0) }
        }
        return steps.sorted { ($0.0, $0.1.code) < ($1.0, $1.1.code) }
    }
}
