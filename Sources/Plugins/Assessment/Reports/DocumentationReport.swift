import Kernel

/// `assessment.documentation`: what a participant has achieved, as a document; never a diploma for fewer credits than the law asks for.
struct DocumentationReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let wanted = parameters["offering"]?.string
        let least = reading.settings(of: "assessment")["diploma-credits"]?.integer ?? 60
        var rows: [[Table.Cell]] = []
        for outcome in try reading.records("assessment.outcome", where: []) where outcome.state == "frozen" {
            let (offering, person) = (outcome.text("enrolment").offeringPart, outcome.text("enrolment").personPart)
            guard wanted == nil || wanted == offering, let course = try reading.course(of: offering) else { continue }
            rows.append([
                .text(person), Table.Cell(try reading.person(person)?.name), .text(course.variant.course.institution),
                .text(course.variant.course.code), .localized(course.variant.title), .text(offering),
                .number(outcome["credits"]?.double ?? 0),
                outcome.grade("grade", on: outcome["parts"]?["scale"].flatMap(GradeScale.init(reading:))),
                .localized(outcome.localized("grounds")),
                Table.Cell(outcome.created.map { reading.time.zone.day(at: $0).description }), .integer(outcome["edition"]?.integer ?? 0),
                .text(String(outcome.text("digest").prefix(16))),
            ])
        }
        return Table(
            "assessment.documentation",
            title: Text(nb: "Dokumentasjon av resultater", nn: "Dokumentasjon av resultat", en: "Documentation of results"),
            parameters: [("offering", wanted.map(JSONValue.string) ?? .null)],
            columns: [
                .participant, .init("name", .text, Text(nb: "Navn", nn: "Namn", en: "Name")),
                .init("institution", .code, Text(nb: "Institusjon", nn: "Institusjon", en: "Institution")),
                .init("code", .code, Text(nb: "Emnekode", nn: "Emnekode", en: "Course code")),
                .init("course", .localized, Text(nb: "Emne", nn: "Emne", en: "Course")), .offering,
                .init("credits", .number, unit: "ECTS", Text(nb: "Studiepoeng", nn: "Studiepoeng", en: "Credits")), .grade,
                .init("grounds", .localized, Text(nb: "Grunnlag", nn: "Grunnlag", en: "Grounds")),
                .init("decided", .date, Text(nb: "Vedtatt", nn: "Vedteke", en: "Decided")),
                .init("edition", .integer, Text(nb: "Vedtak nummer", nn: "Vedtak nummer", en: "Decision number")),
                .init("digest", .code, Text(nb: "Fingeravtrykk", nn: "Fingeravtrykk", en: "Digest")),
            ], rows: rows,
            notes: [
                Text(
                    nb: "Dette er ikke et vitnemål: det gis først for minst \(least) studiepoeng ved institusjonen (UH-loven § 11-12).",
                    nn:
                        "Dette er ikkje eit vitnemål: det blir gitt først for minst \(least) studiepoeng ved institusjonen (UH-lova § 11-12).",
                    en: "This is no diploma: that is given for at least \(least) credits at the institution (UH-loven § 11-12)."),
                LawSource.note,
            ])
    }
}
