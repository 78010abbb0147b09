extension SimulationResult {
    /// The result as a page of tables: what was found, the activities, the requirements.
    public var answer: ReportAnswer {
        let parameters: [(String, JSONValue)] = [
            ("variant", .string(variant)), ("participants", .integer(participants)), ("seed", .string(String(seed))),
        ]
        let summary = Text(
            nb: "\(participants) deltakere i \(offering) gjorde \(acts) handlinger. Samme frø gir samme svar: \(digest.prefix(12)).",
            nn: "\(participants) deltakarar i \(offering) gjorde \(acts) handlingar. Same frø gir same svar: \(digest.prefix(12)).",
            en:
                "\(participants) participants in \(offering) did \(acts) actions. The same seed gives the same answer: \(digest.prefix(12))."
        )
        return ReportAnswer(
            Table(
                "kernel.simulation", title: Text(nb: "Funn", nn: "Funn", en: "Findings"), parameters: parameters,
                columns: [
                    .init("finding", .code, Text(nb: "Funn", nn: "Funn", en: "Finding")),
                    .init("place", .code, Text(nb: "Hvor", nn: "Kvar", en: "Where")),
                    .init("message", .localized, Text(nb: "Hva", nn: "Kva", en: "What")),
                ],
                rows: findings.map { [.text($0.kind.rawValue), .text($0.place), .localized($0.message)] }, notes: [summary]),
            after: [activityTable(parameters), requirementTable(parameters)])
    }

    private func activityTable(_ parameters: [(String, JSONValue)]) -> Table {
        Table(
            "kernel.simulation-activities", title: Text(nb: "Aktiviteter", nn: "Aktivitetar", en: "Activities"), parameters: parameters,
            columns: [
                .init("activity", .code, Text(nb: "Aktivitet", nn: "Aktivitet", en: "Activity")),
                .init("kind", .code, Text(nb: "Slag", nn: "Slag", en: "Kind")),
                .init("begun", .integer, Text(nb: "Begynt", nn: "Byrja", en: "Begun")),
                .init("done", .integer, Text(nb: "Gjort", nn: "Gjort", en: "Done")),
            ],
            rows: activities.map { [.text($0.id), .text($0.kind), .integer($0.begun), .integer($0.done)] })
    }

    private func requirementTable(_ parameters: [(String, JSONValue)]) -> Table {
        Table(
            "kernel.simulation-requirements", title: Text(nb: "Krav", nn: "Krav", en: "Requirements"), parameters: parameters,
            columns: [
                .init("requirement", .code, Text(nb: "Krav", nn: "Krav", en: "Requirement")),
                .init("met", .integer, Text(nb: "Oppfylt", nn: "Oppfylt", en: "Met")),
                .init("unmet", .integer, Text(nb: "Ikke oppfylt", nn: "Ikkje oppfylt", en: "Not met")),
                .init("unknown", .integer, Text(nb: "Ukjent", nn: "Ukjent", en: "Unknown")),
            ],
            rows: requirements.map { [.text($0.rule), .integer($0.met), .integer($0.unmet), .integer($0.unknown)] })
    }
}
