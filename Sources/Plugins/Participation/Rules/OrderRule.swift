import Kernel

/// Gatherings follow each other as they are listed, and what opens does so before it is due.
struct OrderRule: VariantRule {
    func findings(in inspection: VariantInspection) -> [Finding] {
        inspection.runs.flatMap { run in
            inspection.variant.parts.flatMap { part in gatherings(part, run) + activities(part, run) }
        }
    }

    private func gatherings(_ part: CourseVariant.Part, _ run: VariantInspection.Run) -> [Finding] {
        let entries = part.gatherings.compactMap { run.schedule.entry($0.id, .start) }
        return zip(entries, entries.dropFirst()).filter { $1.day <= $0.lastDay }.map { earlier, later in
            Finding(
                Text(
                    nb: "«\(later.id)» begynner \(later.day), før «\(earlier.id)» er over \(earlier.lastDay)",
                    nn: "«\(later.id)» byrjar \(later.day), før «\(earlier.id)» er over \(earlier.lastDay)",
                    en: "'\(later.id)' begins on \(later.day), before '\(earlier.id)' is over on \(earlier.lastDay)"), at: later.span,
                labels: [.init(earlier.span, Text(nb: "den andre er satt her", nn: "den andre er sett her", en: "the other is set here"))],
                notes: [.inOffering(run.offering)])
        }
    }

    private func activities(_ part: CourseVariant.Part, _ run: VariantInspection.Run) -> [Finding] {
        part.activities.compactMap { activity in
            guard let opens = run.schedule.day(activity.id, .opens), let due = run.schedule.day(activity.id, .due), due < opens else {
                return nil
            }
            return Finding(
                Text(
                    nb: "«\(activity.id)» har frist \(due), men åpner ikke før \(opens)",
                    nn: "«\(activity.id)» har frist \(due), men opnar ikkje før \(opens)",
                    en: "'\(activity.id)' is due on \(due), but does not open until \(opens)"), at: activity.due?.span ?? activity.span,
                notes: [.inOffering(run.offering)])
        }
    }
}

extension Text {
    /// The note that names the offering a day was computed for.
    static func inOffering(_ id: String) -> Text {
        Text(nb: "i gjennomføringen «\(id)»", nn: "i gjennomføringa «\(id)»", en: "in the offering '\(id)'")
    }
}
