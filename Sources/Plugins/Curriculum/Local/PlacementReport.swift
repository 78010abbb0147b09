import Kernel

/// `curriculum.placement`: on which years a school has placed each aim, and which aims no year reaches in time.
struct PlacementReport: ReportProvider {
    /// How an aim stands.
    private enum Standing: Int, Comparable {
        case missing, late, placed

        static func < (a: Standing, b: Standing) -> Bool { a.rawValue < b.rawValue }

        var text: Text {
            switch self {
            case .missing: Text(nb: "ikke plassert", nn: "ikkje plassert", en: "not placed")
            case .late: Text(nb: "bare etter kontrollpunktet", nn: "berre etter kontrollpunktet", en: "only after the checkpoint")
            case .placed: Text(nb: "plassert", nn: "plassert", en: "placed")
            }
        }
    }

    /// An aim with the years that it is placed on.
    private struct Line {
        var plan: String
        var checkpoint: Int
        var code: String
        var text: String
        var years: [Int]
        var standing: Standing
    }

    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let only = parameters["plan"]?.integer
        let all = try reading.records("curriculum.local-plan", where: [])
        let plans = all.filter { only == nil || Int($0.number) == only }
        if let only, plans.isEmpty { throw UnknownWord(sort: .localPlan, word: String(only), known: all.map { String($0.number) }) }
        let placements = try reading.records("curriculum.placement", where: [])
        let years = Dictionary(grouping: placements) { $0["local-aim"]?.integer ?? 0 }
        let aims = try reading.records("curriculum.local-aim", where: [])
        var lines: [Line] = []
        for plan in plans {
            for aim in aims where aim["local-plan"]?.integer == Int(plan.number) {
                let placed = (years[Int(aim.number)] ?? []).compactMap { $0["year"]?.integer }.sorted()
                let checkpoint = aim["checkpoint"]?.integer ?? 0
                let standing: Standing = placed.isEmpty ? .missing : placed[0] > checkpoint ? .late : .placed
                lines.append(
                    Line(
                        plan: plan["title"]?.string ?? "", checkpoint: checkpoint, code: aim["code"]?.string ?? "",
                        text: aim["text"]?.string ?? "", years: placed, standing: standing))
            }
        }
        lines.sort { ($0.plan, $0.checkpoint, $0.standing, $0.code) < ($1.plan, $1.checkpoint, $1.standing, $1.code) }
        return Table(
            "curriculum.placement", title: Text(nb: "Mål på trinn", nn: "Mål på trinn", en: "Aims by school year"),
            parameters: [("plan", only.map(JSONValue.integer) ?? .null)],
            columns: [
                .init("plan", .text, Text(nb: "Plan", nn: "Plan", en: "Plan")),
                .init("checkpoint", .integer, Text(nb: "Skal nås etter", nn: "Skal nåast etter", en: "To be reached after")),
                .init("state", .localized, Text(nb: "Tilstand", nn: "Tilstand", en: "State")),
                .init("code", .code, Text(nb: "Kode", nn: "Kode", en: "Code")),
                .init("aim", .text, Text(nb: "Mål", nn: "Mål", en: "Aim")),
                .init("years", .text, Text(nb: "Trinn", nn: "Trinn", en: "Years")),
            ],
            rows: lines.map { line in
                [
                    .text(line.plan), .integer(line.checkpoint), .localized(line.standing.text), .text(line.code), .text(line.text),
                    .text(line.years.map(String.init).joined(separator: ", ")),
                ]
            }, notes: Self.notes(lines))
    }

    /// For each checkpoint of each plan how many of its aims are reached in time.
    private static func notes(_ lines: [Line]) -> [Text] {
        var places: [(plan: String, checkpoint: Int)] = []
        for line in lines where places.last.map({ $0 != (line.plan, line.checkpoint) }) ?? true {
            places.append((line.plan, line.checkpoint))
        }
        return places.map { plan, checkpoint in
            let own = lines.filter { $0.plan == plan && $0.checkpoint == checkpoint }
            let placed = own.count { $0.standing == .placed }
            return Text(
                nb: "\(plan), etter trinn \(checkpoint): \(placed) av \(own.count) mål er plassert i tide.",
                nn: "\(plan), etter trinn \(checkpoint): \(placed) av \(own.count) mål er plasserte i tide.",
                en: "\(plan), after year \(checkpoint): \(placed) of \(own.count) aims are placed in time.")
        }
    }
}
