import Kernel

/// Whether required work was approved in time before an exam, and what lets it count all the same, as the one who asks may see it.
struct RequiredBefore {
    /// How a participant stands.
    struct Standing {
        /// What came too late, as a sentence.
        var missing: Text?
        /// What counts though it came late, and what she was let off, each as a sentence.
        var notes: [Text] = []

        var note: Text {
            func all(_ language: Language) -> String { notes.map { $0(language) }.joined(separator: " ") }
            return Text(nb: all(.nb), nn: all(.nn), en: all(.en))
        }
    }

    /// By enrolment.
    var works: [String: [VisibleRecord]]
    var history: [Int64: [StateEntry]]
    /// By enrolment.
    var dispensations: [String: [VisibleRecord]]
    var time: WorkspaceTime

    func standing(of enrolment: String, _ required: [String], _ course: LiveCourse, _ exam: String) throws -> Standing {
        var standing = Standing()
        let given = (dispensations[enrolment] ?? []).filter { $0.text("activity") == exam }
        standing.notes = given.map(Self.told)
        guard let opens = course.activities.first(where: { $0.activity == exam })?.opens else { return standing }
        let isLetOff = given.contains { $0.text("rule") == "lead-time" }
        for id in required {
            guard let activity = course.variant.activity(id), let settings = activity.settings?.json,
                let work = (works[enrolment] ?? []).first(where: { $0.text("activity") == id && $0.state == "approved" }),
                // Nothing changes a work that is approved.
                let approved = work.changed, let last = try LeadTime.lastDay(settings, before: opens, time),
                time.zone.day(at: approved) > last, work.text("carried-from").isEmpty
            else { continue }
            let title = activity.title ?? Text(verbatim: id)
            let delivered = history[work.number]?.last { $0.state == "delivered" }?.instant
            if let delivered, let due = try LeadTime.answerDue(settings, delivered: delivered, by: last, time) {
                standing.notes.append(LeadTime.answeredLate(title, last, due).asSentence)
            } else if !isLetOff, standing.missing == nil {
                standing.missing = LeadTime.tooLate(title, last).asSentence
            }
        }
        return standing
    }

    private static func told(_ dispensation: VisibleRecord) -> Text {
        let (rule, reason) = (dispensation.label("rule"), dispensation.text("reason"))
        return Text(
            nb: "Dispensasjon (\(rule(.nb))): \(reason)", nn: "Dispensasjon (\(rule(.nn))): \(reason)",
            en: "Dispensation (\(rule(.en))): \(reason)")
    }
}
