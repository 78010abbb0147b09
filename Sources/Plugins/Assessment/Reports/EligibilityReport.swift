import Kernel

/// `assessment.eligibility`: who may sit each exam, and for each who may not the one thing that is missing (UH-loven § 11-4).
struct EligibilityReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let (wanted, only) = (parameters["offering"]?.string, parameters["activity"]?.string)
        let candidates = try reading.records("assessment.candidate", where: [])
        let works = try reading.records("assessment.work", where: [])
        let exclusions = try Exclusion.all(candidates, works, reading)
        let required = RequiredBefore(
            works: Dictionary(grouping: works) { $0.text("enrolment") }, history: try reading.stateHistory("assessment.work"),
            dispensations: Dictionary(grouping: try reading.records("assessment.dispensation", where: [])) { $0.text("enrolment") },
            time: reading.time)
        let registrations = try Registrations(candidates, reading)
        // Of others she sees nothing here, even where she may see what they have done.
        let run = Set(try reading.offerings(as: ["coordinator"]))
        let (asks, zone) = (reading.person, reading.time.zone)
        let today = zone.day(at: reading.instant)
        var rows: [[Table.Cell]] = []
        for offering in try reading.offerings() where wanted == nil || wanted == offering {
            guard let course = try reading.course(of: offering) else { continue }
            let tree = ExamTree(body: course.variant.body.json)
            let isRun = asks == nil || run.contains(offering)
            let work = Dictionary(grouping: try reading.progress(offering: offering, person: isRun ? nil : asks)) { $0.person }
            for part in tree.parts where only == nil || only == part.exam {
                let settings = course.variant.activity(part.exam)?.settings
                let works = settings?["requires"]?.oneOrMore.map(\.id) ?? []
                let unmet = try Self.unmet(settings?["meets"]?.oneOrMore.map(\.id) ?? [], offering, isRun ? nil : asks, reading)
                let opens = course.activities.first { $0.activity == part.exam }?.opens.map(zone.day)
                let day = max(today, opens ?? today)
                let excluded = try reading.people(of: "excluded", in: offering, on: day)
                for (person, progress) in work.sorted(by: { $0.key < $1.key }) {
                    let enrolment = "\(offering)/\(person)"
                    let late = try required.standing(of: enrolment, works, course, part.exam)
                    let missing =
                        exclusions.filter { $0.person == person && $0.holds(on: day) }.max { $0.until < $1.until }?.sentence
                        ?? (excluded.contains(person) ? Self.untold : nil) ?? Self.missing(works, progress) ?? late.missing ?? unmet[person]
                        ?? registrations.missing(enrolment, person, part, tree, course.variant)
                    let reason: Table.Cell = missing.map { .localized($0) } ?? .empty
                    let note: Table.Cell = late.notes.isEmpty ? .empty : .localized(late.note)
                    rows.append([.text(offering), .text(part.exam), .text(person), .boolean(missing == nil), reason, note])
                }
            }
        }
        return Table(
            "assessment.eligibility",
            title: Text(nb: "Hvem som kan gå opp til eksamen", nn: "Kven som kan gå opp til eksamen", en: "Who may sit the exam"),
            parameters: [("offering", wanted.map(JSONValue.string) ?? .null), ("activity", only.map(JSONValue.string) ?? .null)],
            columns: [
                .offering, .exam, .participant, .init("may", .boolean, Text(nb: "Kan gå opp", nn: "Kan gå opp", en: "May sit")),
                .init("missing", .localized, Text(nb: "Det som mangler", nn: "Det som manglar", en: "What is missing")),
                .init("note", .localized, Text(nb: "Merknad", nn: "Merknad", en: "Note")),
            ], rows: rows,
            notes: [
                Text(
                    nb: "Obligatoriske aktiviteter kreves etter institusjonens forskrift (UH-loven § 11-4).",
                    nn: "Obligatoriske aktivitetar er kravde etter forskrifta til institusjonen (UH-lova § 11-4).",
                    en: "Compulsory activities are required by the institution's regulations (UH-loven § 11-4)."), LawSource.note,
            ])
    }

    /// That someone may not sit, for whoever may not read why.
    private static let untold = Text(
        nb: "Hun eller han \(Exclusion.untold(.nb)) (UH-loven § 11-4).", nn: "Ho eller han \(Exclusion.untold(.nn)) (UH-lova § 11-4).",
        en: "She or he \(Exclusion.untold(.en)) (UH-loven § 11-4).")

    /// What is certainly missing of the requirements that must be met first, by person.
    private static func unmet(
        _ rules: [String], _ offering: String, _ person: String?, _ reading: borrowing some ReportReading & ~Copyable
    ) throws -> [String: Text] {
        var found: [String: Text] = [:]
        for rule in rules {
            for progress in try reading.requirements(naming: rule, offering: offering, person: person) where found[progress.person] == nil {
                if case .unmet(let text) = progress.outcome { found[progress.person] = text.asSentence }
            }
        }
        return found
    }

    /// The first work that is missing, as a sentence.
    private static func missing(_ required: [String], _ progress: [ActivityProgress]) -> Text? {
        for id in required {
            guard let work = progress.first(where: { $0.activity == id }), work.status != .done else { continue }
            return Text(
                nb: "«\(work.title(.nb))» er ikke godkjent.", nn: "«\(work.title(.nn))» er ikkje godkjent.",
                en: "'\(work.title(.en))' is not approved.")
        }
        return nil
    }
}

extension Text {
    /// A clause as a sentence of its own: a capital and a full stop.
    var asSentence: Text {
        func sentence(_ language: Language) -> String {
            let clause = self(language)
            return clause.prefix(1).uppercased() + clause.dropFirst() + "."
        }
        return Text(nb: sentence(.nb), nn: sentence(.nn), en: sentence(.en))
    }
}
