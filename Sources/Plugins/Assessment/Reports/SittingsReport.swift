import Kernel

/// `assessment.sittings`: what applies at the exam of each candidate: when the task is given, how long she has, pages, aids and languages.
struct SittingsReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let (wanted, only) = (parameters["offering"]?.string, parameters["activity"]?.string)
        var courses: [String: LiveCourse] = [:]
        var due: [String: Instant] = [:]
        var rows: [[Table.Cell]] = []
        let zone = reading.time.zone
        // Where something begins, midnight is the beginning of a day, not the end of one.
        func begins(_ instant: Instant?) -> Table.Cell { instant.map { .localized(DateText.instant($0, in: zone)) } ?? .empty }
        for candidate in try reading.records("assessment.candidate", where: []) {
            let (enrolment, exam) = (candidate.text("enrolment"), candidate.text("activity"))
            let offering = enrolment.offeringPart
            guard wanted == nil || wanted == offering, only == nil || only == exam else { continue }
            if courses[offering] == nil {
                courses[offering] = try reading.course(of: offering)
                for entry in try reading.progress(offering: offering, person: nil) {
                    due["\(offering)/\(entry.person)/\(entry.activity)"] = entry.due
                }
            }
            guard let course = courses[offering], let part = ExamTree(body: course.variant.body.json).part(exam) else { continue }
            let activity = course.activities.first { $0.activity == exam }
            let given = try activity?.opens.map { try Sitting.given(part, $0, zone) }
            let last = due["\(enrolment)/\(exam)"] ?? activity?.due
            rows.append([
                .text(offering), .text(exam), .text(enrolment.personPart), .localized(Self.form(part.form)),
                begins(given), begins(activity?.opens), last.map { .instant($0) } ?? .empty, Self.length(part, candidate),
                begins(candidate["began"]?.string.flatMap { try? Instant($0) }), Self.pages(part), Self.pieces(part),
                Self.aids(course.variant.activity(exam)?.settings?["aids"]?.string),
                .text(part.languages.isEmpty ? "" : part.languages.joined(separator: ", ")),
            ])
        }
        return Table(
            "assessment.sittings",
            title: Text(nb: "Hva som gjelder på eksamen", nn: "Kva som gjeld på eksamen", en: "What applies at the exam"),
            parameters: [("offering", wanted.map(JSONValue.string) ?? .null), ("activity", only.map(JSONValue.string) ?? .null)],
            columns: Self.columns, rows: rows, notes: Self.notes)
    }

    private static let columns: [Table.Column] = [
        .offering, .exam, .participant, .init("form", .localized, Text(nb: "Prøveform", nn: "Prøveform", en: "Form of test")),
        .init("given", .localized, Text(nb: "Oppgaven gis", nn: "Oppgåva blir gitt", en: "Task is given")),
        .init("opens", .localized, Text(nb: "Åpner", nn: "Opnar", en: "Opens")),
        .init("due", .instant, Text(nb: "Siste frist", nn: "Siste frist", en: "Due at the latest")),
        .init("length", .localized, Text(nb: "Tid", nn: "Tid", en: "Time")),
        .init("began", .localized, Text(nb: "Tatt ut", nn: "Teken ut", en: "Taken out")),
        .init("pages", .localized, Text(nb: "Omfang", nn: "Omfang", en: "Pages")),
        .init(
            "pieces", .localized, Text(nb: "Mappen settes sammen av", nn: "Mappa blir sett saman av", en: "Portfolio is put together from")),
        .init("aids", .localized, Text(nb: "Hjelpemidler", nn: "Hjelpemiddel", en: "Aids")),
        .init("languages", .text, Text(nb: "Språk", nn: "Språk", en: "Languages")),
    ]

    private static let notes = [
        Text(
            nb:
                "Tiden regnes fra eksamen åpner, eller fra kandidaten tar ut oppgaven; kjerne explain deadline assessment.candidate N time viser den.",
            nn:
                "Tida blir rekna frå eksamen opnar, eller frå kandidaten tek ut oppgåva; kjerne explain deadline assessment.candidate N time viser ho.",
            en:
                "The time counts from when the exam opens or the candidate takes out the task; kjerne explain deadline assessment.candidate N time shows it."
        ),
        Text(
            nb:
                "Omfanget er til opplysning; ingenting avvises for antall sider, og sensorene legger vekt på det slik sensorveiledningen sier.",
            nn:
                "Omfanget er til opplysning; ingenting blir avvist for talet på sider, og sensorane legg vekt på det slik sensorrettleiinga seier.",
            en: "Pages are information: nothing is refused for their number, and the examiners heed it as the examiner guide says."),
        LawSource.note,
    ]

    /// A form of test as people read it.
    private static func form(_ form: String) -> Text {
        switch form {
        case "written-home": Text(nb: "Hjemmeeksamen", nn: "Heimeeksamen", en: "Home exam")
        case "written-school": Text(nb: "Skoleeksamen", nn: "Skuleeksamen", en: "Exam on the premises")
        case "portfolio": Text(nb: "Mappe", nn: "Mappe", en: "Portfolio")
        case "oral": Text(nb: "Muntlig", nn: "Munnleg", en: "Oral")
        case "trial-lecture": Text(nb: "Prøveforelesning", nn: "Prøveførelesing", en: "Trial lecture")
        default: Text(nb: "Praktisk", nn: "Praktisk", en: "Practical")
        }
    }

    /// How long she has; the part's own length where the test is held, or she has none of her own.
    private static func length(_ part: ExamTree.Part, _ candidate: VisibleRecord) -> Table.Cell {
        let own = candidate["length"]?.string.flatMap { try? CalendarDuration($0) } ?? part.duration
        return own.map { .localized($0.words) } ?? .empty
    }

    private static func pages(_ part: ExamTree.Part) -> Table.Cell {
        switch part.pages {
        case (let fewest?, let most?): .localized(Text(verbatim: "\(fewest)–\(most)"))
        case (let fewest?, nil):
            .localized(Text(nb: "minst \(fewest)", nn: "minst \(fewest)", en: "at least \(fewest)"))
        case (nil, let most?): .localized(Text(nb: "høyst \(most)", nn: "høgst \(most)", en: "at most \(most)"))
        default: .empty
        }
    }

    private static func pieces(_ part: ExamTree.Part) -> Table.Cell {
        guard !part.pieces.isEmpty else { return .empty }
        let list = part.pieces.joined(separator: ", ")
        return .localized(
            part.fewestPieces == part.pieces.count
                ? Text(verbatim: list)
                : Text(
                    nb: "minst \(part.fewestPieces) av \(list)", nn: "minst \(part.fewestPieces) av \(list)",
                    en: "at least \(part.fewestPieces) of \(list)"))
    }

    private static func aids(_ aids: String?) -> Table.Cell {
        switch aids ?? "all" {
        case "all": .localized(Text(nb: "alle", nn: "alle", en: "all"))
        case "listed": .localized(Text(nb: "de som er oppgitt", nn: "dei som er oppgitte", en: "those that are listed"))
        default: .localized(Text(nb: "ingen", nn: "ingen", en: "none"))
        }
    }
}
