import GRDB

/// `kernel.requirements`: for each participant whether the course's requirements are met, and why not.
struct RequirementsReport: KernelReport {
    var name: String { "kernel.requirements" }
    var title: Text { Text(nb: "Krav", nn: "Krav", en: "Requirements") }
    var explanation: Text? {
        Text(
            nb: "Hver ser sitt eget; faglærere og koordinatorer ser deltakerne i sine gjennomføringer.",
            nn: "Kvar ser sitt eige; faglærarar og koordinatorar ser deltakarane i sine gjennomføringar.",
            en: "Each sees her own; lecturers and coordinators see the participants of their offerings.")
    }
    var schema: JSONValue { Self.schema([Self.offeringParameter, Self.personParameter]) }

    func answer(_ request: ReportRequest, in db: Database) throws -> ReportAnswer {
        let reading = try PeopleReading(request.actor, in: db)
        let enrolments = try Row.fetchAll(
            db,
            sql: """
                SELECT e.id, e.offering, p.id FROM kernel_enrolment e JOIN kernel_person p ON p.key = e.person
                WHERE e.role = 'participant' AND e.state = 'active' AND \(reading.isWorkSeen("e"))
                AND (?1 IS NULL OR e.offering = ?1) AND (?2 IS NULL OR p.id = ?2) ORDER BY e.offering, p.sort_key, p.id
                """, arguments: [request.word("offering"), request.word("person")])
        let requirements = Requirements(live: request.live)
        let assessor = Assessor(live: request.live, in: db)
        var rows: [[Table.Cell]] = []
        for row in enrolments {
            guard let reading = try assessor.reading(row[0]) else { continue }
            let (offering, person): (String, String) = (row[1], row[2])
            let whole = try requirements.fulfilment(reading)
            rows.append([
                .text(offering), .text(person), .empty, .empty, .localized(whole.label), whole.reason.map { .localized($0) } ?? .empty,
            ])
            for leaf in try requirements.leaves(reading) {
                rows.append([
                    .text(offering), .text(person), .text(leaf.rule), .text(leaf.asks), .localized(leaf.outcome.label),
                    leaf.outcome.reason.map { .localized($0) } ?? .empty,
                ])
            }
        }
        let recognised = try RecognitionNotes(request, in: db).sentences(
            offering: request.word("offering"), person: request.word("person"))
        return ReportAnswer(
            Table(
                name, title: title, parameters: request.shown,
                columns: [
                    .init("offering", .code, Text(nb: "Gjennomføring", nn: "Gjennomføring", en: "Offering")),
                    .init("person", .code, Text(nb: "Deltaker", nn: "Deltakar", en: "Participant")),
                    .init("requirement", .code, Text(nb: "Krav", nn: "Krav", en: "Requirement")),
                    .init("asks", .text, Text(nb: "Ber om", nn: "Bed om", en: "Asks for")),
                    .init("outcome", .localized, Text(nb: "Utfall", nn: "Utfall", en: "Outcome")),
                    .init("missing", .localized, Text(nb: "Det som mangler", nn: "Det som manglar", en: "What is missing")),
                ], rows: rows,
                notes: rows.isEmpty
                    ? []
                    : [
                        Text(
                            nb: "En rad uten krav gjelder alle kravene samlet.", nn: "Ei rad utan krav gjeld alle krava samla.",
                            en: "A row without a requirement is about all of them together.")
                    ] + recognised))
    }
}

extension Fulfilment {
    /// The outcome in a word.
    var label: Text {
        switch self {
        case .met: Text(nb: "oppfylt", nn: "oppfylt", en: "met")
        case .unmet: Text(nb: "ikke oppfylt", nn: "ikkje oppfylt", en: "not met")
        case .unknown: Text(nb: "ukjent", nn: "ukjent", en: "unknown")
        }
    }

    /// What is missing, or why it cannot be told.
    var reason: Text? {
        switch self {
        case .met: nil
        case .unmet(let text), .unknown(let text): text
        }
    }
}
