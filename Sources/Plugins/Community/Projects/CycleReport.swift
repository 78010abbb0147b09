import Kernel

/// `community.cycle`: where one cycle of a project stands, as a ring of steps with what each holds.
struct CycleReport: ReportProvider {
    private static let steps = ["planning", "acting", "observing", "reflecting", "decided"]

    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let project = parameters["project"]?.integer ?? 0
        let wanted = parameters["cycle"]?.integer
        let cycles = try reading.records("community.cycle", where: [("project", String(project))])
            .sorted { ($0["number"]?.integer ?? 0) < ($1["number"]?.integer ?? 0) }
        let cycle = wanted.map { number in cycles.first { $0["number"]?.integer == number } } ?? cycles.last
        let rows = try cycle.map { try self.rows($0, reading) } ?? []
        let number = cycle?["number"]?.integer ?? 0
        return Table(
            "community.cycle",
            title: Text(
                nb: "Rundene i et utviklingsarbeid", nn: "Rundane i eit utviklingsarbeid", en: "The cycles of a development project"),
            parameters: [("project", .integer(project)), ("cycle", wanted.map(JSONValue.integer) ?? .null)],
            columns: [
                .init("step", .localized, Text(nb: "Steg", nn: "Steg", en: "Step")),
                .init("reached", .integer, Text(nb: "Nådd", nn: "Nådd", en: "Reached")),
                .init("holds", .text, Text(nb: "Hva det inneholder", nn: "Kva det inneheld", en: "What it holds")),
            ], rows: rows,
            chart: Chart(
                .cycle, labels: "step", values: ["reached"],
                description: Text(
                    nb: "Runde \(number) av \(cycles.count): fylte skiver er nådd, den med ring rundt er der arbeidet står.",
                    nn: "Runde \(number) av \(cycles.count): fylte skiver er nådde, den med ring rundt er der arbeidet står.",
                    en:
                        "Cycle \(number) of \(cycles.count): full discs are reached, the one with a ring around it is where the work stands."
                )))
    }

    private func rows(_ cycle: VisibleRecord, _ reading: borrowing some ReportReading & ~Copyable) throws -> [[Table.Cell]] {
        let at = Self.steps.firstIndex(of: cycle.state ?? "") ?? 0
        // With a project its cycles are shared, and nothing of what lies in them: no number is then told, nor one of the few that were shared.
        let isWhole = !cycle.isOnlyShared
        let filter = [(field: "cycle", value: String(cycle.number))]
        let actions = try reading.records("community.action", where: filter)
        let evidence = try reading.records("community.evidence", where: filter)
        let done = actions.count { $0.state == "done" }
        let acts = Text(
            nb: "Tiltak: \(actions.count), gjort: \(done)", nn: "Tiltak: \(actions.count), gjorde: \(done)",
            en: "Actions: \(actions.count), done: \(done)")
        let pieces = Text(nb: "Belegg: \(evidence.count)", nn: "Belegg: \(evidence.count)", en: "Evidence: \(evidence.count)")
        let choice = cycle.code("choice").text(reading.language)
        let decision = [choice, cycle["because"]?.string ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
        let holds: [String] = [
            cycle["question"]?.string ?? "", isWhole ? acts(reading.language) : "",
            [isWhole ? pieces(reading.language) : "", cycle["seen"]?.string ?? ""].filter { !$0.isEmpty }.joined(separator: ". "),
            cycle["thoughts"]?.string ?? "", decision,
        ]
        return Self.steps.enumerated().map { index, step in
            let title = cycle.type.workflow?.state(step)?.label ?? Text(verbatim: step)
            return [.localized(title), .integer(index <= at ? 1 : 0), .text(holds[index])]
        }
    }
}
