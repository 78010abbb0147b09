/// A composed variant as a page of text.
public enum VariantText {
    public static func describe(_ composed: Workspace.ComposedVariant, in workspace: Workspace, language: Language) -> String {
        let variant = composed.variant
        var lines: [String] = []
        func say(_ text: Text, _ value: String) { lines.append("\(text(language)): \(value)") }
        lines.append("\(variant.id): \(variant.title(language))")
        if let description = composed.layer.description { lines.append(description(language)) }
        say(Text(nb: "Emne", nn: "Emne", en: "Course"), "\(variant.course.code), \(variant.course.institution), v\(variant.course.version)")
        say(Text(nb: "Studiepoeng", nn: "Studiepoeng", en: "Credits"), Table.Cell.number(variant.credits).text(language))
        say(Text(nb: "Lag", nn: "Lag", en: "Layers"), composed.layers.map(\.name).joined(separator: " < "))
        say(Text(nb: "Utgave", nn: "Utgåve", en: "Release"), composed.release.digest)
        lines.append("")
        lines.append(Text(nb: "Læringsutbytte", nn: "Læringsutbytte", en: "Outcomes")(language))
        for outcome in variant.outcomes { lines.append("  \(outcome.id): \(outcome.title(language))") }
        for part in variant.parts {
            lines.append("")
            lines.append("\(Text(nb: "Del", nn: "Del", en: "Part")(language)) \(part.id)" + (part.title.map { ": \($0(language))" } ?? ""))
            for gathering in part.gatherings {
                let days = Table.Cell.number(gathering.days).text(language)
                let isOne = gathering.days == 1
                let unit = Text(nb: isOne ? "dag" : "dager", nn: isOne ? "dag" : "dagar", en: isOne ? "day" : "days")(language)
                lines.append("  \(gathering.start.offset.description)  \(gathering.id): \(gathering.title(language)) (\(days) \(unit))")
            }
            for activity in part.activities {
                let window = [activity.opens, activity.due].map { $0?.offset.description ?? "-" }.joined(separator: " → ")
                lines.append("  \(window)  \(activity.id) [\(activity.kind)]" + (activity.title.map { ": \($0(language))" } ?? ""))
            }
        }
        for offering in workspace.offerings where offering.variant == variant.id {
            lines.append("")
            lines.append("\(Text(nb: "Gjennomføring", nn: "Gjennomføring", en: "Offering")(language)) \(offering.id)")
            for entry in workspace.schedules[offering.id]?.entries ?? [] {
                let until = entry.lastDay == entry.day ? "" : "–\(entry.lastDay)"
                lines.append("  \(entry.day)\(until)  \(entry.id) \(moment(entry.moment)(language))")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func moment(_ moment: Schedule.Moment) -> Text {
        switch moment {
        case .start: Text(nb: "begynner", nn: "byrjar", en: "begins")
        case .opens: Text(nb: "åpner", nn: "opnar", en: "opens")
        case .due: Text(nb: "frist", nn: "frist", en: "due")
        }
    }
}
