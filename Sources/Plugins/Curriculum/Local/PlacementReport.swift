import Kernel

/// `curriculum.placement`: on which years a school has placed each aim, and the gaps: aims that no year reaches in time, that the local plan
/// leaves out of a set that it has taken in, or that hold no longer.
struct PlacementReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let only = parameters["plan"]?.integer
        let all = try reading.records("curriculum.local-plan", where: [])
        let plans = all.filter { only == nil || Int($0.number) == only }
        if let only, plans.isEmpty { throw UnknownWord(sort: .localPlan, word: String(only), known: all.map { String($0.number) }) }
        let placements = try reading.records("curriculum.placement", where: [])
        let years = Dictionary(grouping: placements) { $0["local-aim"]?.integer ?? 0 }
        let aims = try reading.records("curriculum.local-aim", where: [])
        let official = try OfficialAims(aims, reading)
        var lines: [PlacementLine] = []
        for plan in plans {
            let title = plan["title"]?.string ?? ""
            let own = aims.filter { $0["local-plan"]?.integer == Int(plan.number) }
            for aim in own {
                let placed = (years[Int(aim.number)] ?? []).compactMap { $0["year"]?.integer }.sorted()
                let (checkpoint, code) = (aim["checkpoint"]?.integer ?? 0, aim["code"]?.string ?? "")
                let meaning = official.names.meaning(code, set: aim["set"]?.string)
                let standing: PlacementLine.Standing =
                    official.hasEnded(meaning)
                    ? .ended : placed.isEmpty ? .missing : placed[0] > checkpoint ? .late : .placed
                lines.append(
                    PlacementLine(
                        plan: title, checkpoint: checkpoint, set: aim["set"]?.string, code: code, text: aim["text"]?.string ?? "",
                        years: placed, standing: official.isOpen(meaning) ? .several : standing, item: official.item(meaning)))
            }
            lines += official.leftOut(of: own).map { item, checkpoint in
                PlacementLine(
                    plan: title, checkpoint: checkpoint, set: item.set, code: item.code, text: "", years: [], standing: .leftOut, item: item
                )
            }
        }
        lines.sort { ($0.plan, $0.checkpoint, $0.standing, $0.code) < ($1.plan, $1.checkpoint, $1.standing, $1.code) }
        var subjects: [Text] = []
        for plan in plans {
            guard let word = plan["subject"]?.string, let note = try SubjectName.note(plan["title"]?.string ?? "", word, reading) else {
                continue
            }
            subjects.append(note)
        }
        return Table(
            "curriculum.placement", title: Text(nb: "Mål på trinn", nn: "Mål på trinn", en: "Aims by school year"),
            parameters: [("plan", only.map(JSONValue.integer) ?? .null)],
            columns: [
                .init("plan", .text, Text(nb: "Plan", nn: "Plan", en: "Plan")),
                .init("checkpoint", .integer, Text(nb: "Skal nås etter", nn: "Skal nåast etter", en: "To be reached after")),
                .init("state", .localized, Text(nb: "Tilstand", nn: "Tilstand", en: "State")),
                .init("code", .code, Text(nb: "Kode", nn: "Kode", en: "Code")),
                .init("aim", .text, Text(nb: "Mål", nn: "Mål", en: "Aim")),
                .init("years", .text, Text(nb: "Trinn", nn: "Trinn", en: "Years")), .set, .language, .binding,
            ],
            rows: lines.map { line in
                // The school's own words go before the official ones, which are told apart by what stands last.
                let shown = line.text.isEmpty ? line.item.map { reading.text($0) } : nil
                return [
                    .text(line.plan), .integer(line.checkpoint), .localized(line.standing.text), .text(line.code),
                    shown.map(Table.Cell.spoken) ?? .text(line.text), .text(line.years.map(String.init).joined(separator: ", ")),
                    .optional(line.set),
                    LanguageWord.cell(shown?.language), shown == nil ? .empty : (line.item?.bindingCell ?? .empty),
                ]
            }, notes: Self.notes(lines) + subjects + (try reading.notes(lines.filter { $0.text.isEmpty }.compactMap(\.item?.name))))
    }

    /// For each checkpoint of each plan how many of its aims are reached in time.
    private static func notes(_ lines: [PlacementLine]) -> [Text] {
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
