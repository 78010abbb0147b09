import Kernel

/// Required work can be handed in, answered and approved, with its lead time, before what builds on it opens.
struct LeadTimeRule: VariantRule {
    /// Working days until the answer, where the work does not say.
    static let feedbackDays = 10

    func findings(in inspection: VariantInspection) throws -> [Finding] {
        var findings: [Finding] = []
        for activity in inspection.variant.activities {
            for required in activity.settings?["requires"]?.oneOrMore ?? [] {
                guard let work = inspection.variant.activity(required.id) else {
                    findings.append(
                        Finding(
                            Text(
                                nb: "«\(activity.id)» bygger på «\(required.id)», som ikke finnes",
                                nn: "«\(activity.id)» byggjer på «\(required.id)», som ikkje finst",
                                en: "'\(activity.id)' builds on '\(required.id)', which does not exist"), at: required.span,
                            meant: .init(required.id) { inspection.variant.activities.map(\.id) }))
                    continue
                }
                for run in inspection.runs { findings += try finding(activity, work, run, inspection.calendar).map { [$0] } ?? [] }
            }
        }
        return findings
    }

    private func finding(
        _ activity: CourseVariant.Activity, _ work: CourseVariant.Activity, _ run: VariantInspection.Run, _ calendar: WorkingCalendar
    ) throws -> Finding? {
        guard let due = run.schedule.day(work.id, .due), let opens = run.schedule.day(activity.id, .opens) else { return nil }
        let feedback = work.settings?["feedback"]?["working-days"]?.integer ?? Self.feedbackDays
        var ready = try calendar.adding(workingDays: feedback, to: due)
        if activity.kind == "assessment.exam", let lead = work.settings?["lead-time"] {
            if let weeks = lead["weeks"]?.integer { ready = try ready.adding(days: 7 * weeks) }
            if let days = lead["working-days"]?.integer { ready = try calendar.adding(workingDays: days, to: ready) }
        }
        guard ready > opens else { return nil }
        return Finding(
            Text(
                nb: "«\(work.id)» er tidligst klar \(ready), men «\(activity.id)» åpner \(opens)",
                nn: "«\(work.id)» er tidlegast klar \(ready), men «\(activity.id)» opnar \(opens)",
                en: "'\(work.id)' is ready on \(ready) at the earliest, but '\(activity.id)' opens on \(opens)"),
            at: work.due?.span ?? work.span,
            labels: activity.opens.map { [.init($0.span, Text(nb: "åpner her", nn: "opnar her", en: "opens here"))] } ?? [],
            notes: [
                Text(
                    nb: "i gjennomføringen «\(run.offering)»", nn: "i gjennomføringa «\(run.offering)»",
                    en: "in the offering '\(run.offering)'")
            ])
    }
}
