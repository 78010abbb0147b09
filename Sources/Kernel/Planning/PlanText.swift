/// A plan for people: one block for each thing that changes, one line for each field.
public struct PlanText: Sendable {
    public var language: Language
    public var color: Bool

    public init(language: Language, color: Bool) {
        self.language = language
        self.color = color
    }

    public func render(_ plan: Plan) -> String {
        var lines: [String] = []
        for change in plan.changes { lines.append(line(change)) }
        if !plan.changes.isEmpty { lines.append("") }
        lines.append(summary(plan))
        for entry in plan.behind {
            lines.append(
                Text(
                    nb: "\(entry.offering) blir stående på utgave \(entry.label).",
                    nn: "\(entry.offering) blir ståande på utgåve \(entry.label).",
                    en: "\(entry.offering) stays on release \(entry.label).")(language))
        }
        if plan.isAltered {
            lines.append(
                Text(
                    nb: "Det som er i drift, er endret utenom kjernen. «kjerne drift» viser hvor.",
                    nn: "Det som er i drift, er endra utanom kjernen. «kjerne drift» viser kvar.",
                    en: "What is live was changed around the kernel. 'kjerne drift' shows where.")(language))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func line(_ change: Change) -> String {
        let mark =
            switch change.kind {
            case .added: "+"
            case .removed: "-"
            case .changed: "~"
            case .moved: "↕"
            }
        var text = "\(mark) \(change.path)"
        switch change.kind {
        case .changed where change.before == nil && change.after == nil: break
        case .changed, .moved: text += ": \(brief(change.before)) -> \(brief(change.after))"
        case .added where !change.inner.isEmpty && !(change.isOfTables && change.after == nil): text += ": \(brief(change.after))"
        case .removed where !change.inner.isEmpty && !(change.isOfTables && change.before == nil): text += ": \(brief(change.before))"
        case .added, .removed: break
        }
        if change.people > 0 || change.risk != .safe || (change.isOfTables && change.work > 0) { text += "  [\(risk(change))]" }
        if let note = change.note { text += "\n    " + note(language) }
        guard color else { return text }
        let code =
            switch change.risk {
            case .safe: "32"
            case .affectsPeople: "33"
            case .losesWork, .refused: "31"
            }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }

    /// A text by language is shown in the reader's language.
    private func brief(_ value: JSONValue?) -> String {
        if case .object(let pairs)? = value, !pairs.isEmpty, pairs.allSatisfy({ Language(rawValue: $0.key) != nil }),
            let text = value?[language.rawValue]?.string
        {
            return "\"\(VariantTables.brief(.string(text), limit: 70))\""
        }
        return TableRenderer.visible(VariantTables.brief(value, limit: 70))
    }

    private func risk(_ change: Change) -> String {
        let touched = change.key.kind == .module && !change.isOfSettings && !change.isOfActivities ? records(change) : people(change)
        return "\(change.risk.title(language)): \(touched(language))"
    }

    private func records(_ change: Change) -> Text {
        if change.isUncounted {
            return Text(nb: "poster som ikke telles", nn: "postar som ikkje blir talde", en: "records that are not counted")
        }
        return Text(
            nb: Counted.text(change.work, "post", "poster"), nn: Counted.text(change.work, "post", "postar"),
            en: Counted.text(change.work, "record", "records"))
    }

    private func people(_ change: Change) -> Text {
        Text(
            nb: "\(Counted.text(change.people, "person", "personer")), \(Counted.text(change.work, "påmelding", "påmeldinger"))",
            nn: "\(Counted.text(change.people, "person", "personar")), \(Counted.text(change.work, "påmelding", "påmeldingar"))",
            en: "\(Counted.text(change.people, "person", "people")), \(Counted.text(change.work, "enrolment", "enrolments"))")
    }

    private func summary(_ plan: Plan) -> String {
        if plan.isEmpty { return Text(nb: "Ingenting å endre.", nn: "Ingenting å endre.", en: "Nothing to change.")(language) }
        func count(_ kind: Change.Kind) -> Int { plan.changes.filter { $0.kind == kind }.count }
        let (added, changed, removed) = (count(.added), count(.changed) + count(.moved), count(.removed))
        return Text(
            nb: "\(added) nye, \(changed) endret, \(removed) tatt bort.", nn: "\(added) nye, \(changed) endra, \(removed) tekne bort.",
            en: "\(added) added, \(changed) changed, \(removed) removed.")(language)
    }
}

extension Plan {
    /// The changes as a table, for `csv` and `html`.
    public var table: Table {
        Table(
            "kernel.plan", title: Text(nb: "Plan", nn: "Plan", en: "Plan"),
            columns: [
                .init("path", .code, Text(nb: "Sti", nn: "Sti", en: "Path")),
                .init("kind", .code, Text(nb: "Endring", nn: "Endring", en: "Change")),
                .init("before", .text, Text(nb: "Før", nn: "Før", en: "Before")),
                .init("after", .text, Text(nb: "Etter", nn: "Etter", en: "After")),
                .init("risk", .code, Text(nb: "Risiko", nn: "Risiko", en: "Risk")),
                .init("people", .integer, Text(nb: "Personer", nn: "Personar", en: "People")),
                .init("work", .integer, Text(nb: "Arbeid", nn: "Arbeid", en: "Work")),
            ],
            rows: changes.map { change in
                [
                    .text(change.path), change.kind.cell, Self.cell(change.before), Self.cell(change.after), change.risk.cell,
                    .integer(change.people), change.isUncounted ? .empty : .integer(change.work),
                ]
            })
    }

    /// A value whole: to programs as it is, to people a text in their language; what is not there is empty.
    private static func cell(_ value: JSONValue?) -> Table.Cell {
        guard let value else { return .empty }
        if let text = value.object.flatMap({ Text($0) }) { return .coded(value.compact, text) }
        return .text(value.string ?? value.compact)
    }
}
