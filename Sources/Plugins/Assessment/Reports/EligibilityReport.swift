import Kernel

/// `assessment.eligibility`: who may sit each exam, and for each who may not the one thing that is missing (UH-loven § 11-4).
struct EligibilityReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let (wanted, only) = (parameters["offering"]?.string, parameters["activity"]?.string)
        let candidates = try reading.records("assessment.candidate", where: [])
        let works = try reading.records("assessment.work", where: [])
        let excluded = try Self.excluded(candidates, works, reading)
        var rows: [[Table.Cell]] = []
        for offering in try reading.offerings() where wanted == nil || wanted == offering {
            guard let course = try reading.course(of: offering) else { continue }
            let tree = ExamTree(body: course.variant.body.json)
            let work = Dictionary(grouping: try reading.progress(offering: offering, person: nil)) { $0.person }
            for part in tree.parts where only == nil || only == part.exam {
                let required = course.variant.activity(part.exam)?.settings?["requires"]?.oneOrMore.map(\.id) ?? []
                for (person, progress) in work.sorted(by: { $0.key < $1.key }) {
                    let own = candidates.filter { $0.text("enrolment") == "\(offering)/\(person)" && $0.text("activity") == part.exam }
                    let late = try Self.approvedLate(
                        required, works.filter { $0.text("enrolment") == "\(offering)/\(person)" }, course, part.exam, reading.time)
                    let missing = excluded[person] ?? Self.missing(required, progress, own, tree, late)
                    let reason: Table.Cell = missing.map { .localized($0) } ?? .empty
                    rows.append([.text(offering), .text(part.exam), .text(person), .boolean(missing == nil), reason])
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
            ], rows: rows,
            notes: [
                Text(
                    nb: "Obligatoriske aktiviteter kreves etter institusjonens forskrift (UH-loven § 11-4).",
                    nn: "Obligatoriske aktivitetar er kravde etter forskrifta til institusjonen (UH-lova § 11-4).",
                    en: "Compulsory activities are required by the institution's regulations (UH-loven § 11-4)."), LawSource.note,
            ])
    }

    /// Those who are excluded today, with that as a sentence.
    private static func excluded(
        _ candidates: [VisibleRecord], _ works: [VisibleRecord], _ reading: borrowing some ReportReading & ~Copyable
    ) throws -> [String: Text] {
        let today = reading.time.zone.day(at: reading.instant).description
        var last: [String: String] = [:]
        for (kind, parent, parents) in [("suspicion", "candidate", candidates), ("work-suspicion", "work", works)] {
            for suspicion in try reading.records("assessment.\(kind)", where: []) where suspicion.state == "excluded" {
                guard let found = parents.first(where: { Int($0.number) == suspicion.whole(parent) }),
                    let until = suspicion["until"]?.string, until >= today
                else { continue }
                let person = found.text("enrolment").personPart
                last[person] = max(last[person] ?? "", until)
            }
        }
        return last.mapValues { until in
            Text(
                nb: "Hun eller han er utestengt til og med \(until) (UH-loven § 12-4).",
                nn: "Ho eller han er utestengd til og med \(until) (UH-lova § 12-4).",
                en: "She or he is excluded until \(until) (UH-loven § 12-4).")
        }
    }

    /// What was approved too late for the exam.
    private static func approvedLate(
        _ required: [String], _ works: [VisibleRecord], _ course: LiveCourse, _ exam: String, _ time: WorkspaceTime
    ) throws -> Text? {
        guard let opens = course.activities.first(where: { $0.activity == exam })?.opens else { return nil }
        for id in required {
            // Nothing changes a work that is approved.
            guard let activity = course.variant.activity(id), let settings = activity.settings,
                let work = works.first(where: { $0.text("activity") == id && $0.state == "approved" }), let approved = work.changed,
                let last = try LeadTime.lastDay(settings.json, before: opens, time), time.zone.day(at: approved) > last
            else { continue }
            return LeadTime.tooLate(activity.title ?? Text(verbatim: id), last)
        }
        return nil
    }

    /// The first thing that is missing, as a sentence.
    private static func missing(
        _ required: [String], _ progress: [ActivityProgress], _ candidates: [VisibleRecord], _ tree: ExamTree, _ late: Text?
    ) -> Text? {
        for id in required {
            guard let work = progress.first(where: { $0.activity == id }), work.status != .done else { continue }
            return Text(
                nb: "«\(work.title(.nb))» er ikke godkjent.", nn: "«\(work.title(.nn))» er ikkje godkjent.",
                en: "'\(work.title(.en))' is not approved.")
        }
        if let late { return Text(nb: late(.nb) + ".", nn: late(.nn) + ".", en: late(.en) + ".") }
        let used = candidates.count {
            $0["counts"]?.bool != false && !["registered", "withdrawn", "absent-valid"].contains($0.state ?? "")
        }
        if used >= tree.attempts, !candidates.contains(where: { $0.state == "registered" }) {
            return Text(
                nb: "Alle \(tree.attempts) forsøk er brukt.", nn: "Alle \(tree.attempts) forsøk er brukte.",
                en: "All \(tree.attempts) attempts are used.")
        }
        return candidates.contains { $0.state == "registered" || $0.state == "delivered" || $0.state == "passed" }
            ? nil : Text(nb: "Hun eller han er ikke oppmeldt.", nn: "Ho eller han er ikkje oppmeld.", en: "She or he is not registered.")
    }
}
