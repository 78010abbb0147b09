extension DeadlineExplanation {
    /// The explanation as people read it, a line a step.
    ///
    /// - Parameters:
    ///   - zone: the clock of the workspace.
    ///   - reasons: why it was extended, by the event that did it.
    ///   - subject: what people call the record; otherwise its kind and number.
    public func text(
        _ language: Language, zone: TimeZoneRules, reasons: [Int64: String] = [:], subject: String? = nil
    ) -> String {
        let known = title(language) == name ? name : "\(title(language)) (\(name))"
        var lines = ["\(known), \(subject ?? "\(record.kind) \(record.number)"): \(summary(zone: zone)(language))"]
        for step in steps {
            lines.append("  " + Self.sentence(step, zone: zone)(language))
            for day in step.passed {
                let source = day.source.map { " (\($0))" } ?? ""
                let reason = day.title == day.day.weekday.text ? "" : ": \(day.title(language))\(source)"
                lines.append("    \(DateText.day(day.day, weekday: true)(language))\(reason)")
            }
            if step.kind == .extended, let reason = step.event.flatMap({ reasons[$0] }) {
                lines.append("    " + Text(nb: "fordi: \(reason)", nn: "fordi: \(reason)", en: "because: \(reason)")(language))
            }
        }
        if let source { lines.append("  " + Text(nb: "Kilde: \(source)", nn: "Kjelde: \(source)", en: "Source: \(source)")(language)) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Where it stands, in a few words.
    public func summary(zone: TimeZoneRules) -> Text {
        if steps.contains(where: { $0.kind == .never }) { return Text(nb: "løper aldri", nn: "går aldri", en: "never runs") }
        guard let due else { return Text(nb: "løper ikke ennå", nn: "går ikkje enno", en: "does not run yet") }
        let end = DateText.end(due, in: zone, weekday: true)
        if let stopped {
            let day = DateText.day(zone.day(at: stopped), weekday: true)
            return Text(
                nb: "stanset \(day(.nb)); ville vært ute \(end(.nb))", nn: "stansa \(day(.nn)); ville vore ute \(end(.nn))",
                en: "stopped on \(day(.en)); would have ended on \(end(.en))")
        }
        let held = steps.filter { $0.kind == .held }
        if !held.isEmpty, held.allSatisfy({ $0.moment?.hasSuffix(".announced") == true }) {
            return Text(
                nb: "er åpen til et brev er framme, og er ute senest \(end(.nb))",
                nn: "er open til eit brev er framme, og er ute seinast \(end(.nn))",
                en: "stays open until a letter has arrived, and ends on \(end(.en)) at the latest")
        }
        if !held.isEmpty {
            return Text(
                nb: "er åpen til en sak er avgjort, og er ute senest \(end(.nb))",
                nn: "er open til ei sak er avgjord, og er ute seinast \(end(.nn))",
                en: "stays open until a case is decided, and ends on \(end(.en)) at the latest")
        }
        return Text(nb: "er ute \(end(.nb))", nn: "er ute \(end(.nn))", en: "ends on \(end(.en))")
    }

    private static func sentence(_ step: Step, zone: TimeZoneRules) -> Text {
        let moment = step.moment ?? ""
        let day = step.day.map { DateText.day($0, weekday: true) } ?? Text(verbatim: "")
        let event = step.event.map { Text(nb: " (hendelse \($0))", nn: " (hending \($0))", en: " (event \($0))") } ?? Text(verbatim: "")
        let end = step.instant.map { DateText.end($0, in: zone, weekday: true) } ?? Text(verbatim: "")
        let length = step.text ?? Text(verbatim: "")
        switch step.kind {
        case .begins:
            return Text(
                nb: "Regnes fra \(moment): \(day(.nb))\(event(.nb))", nn: "Blir rekna frå \(moment): \(day(.nn))\(event(.nn))",
                en: "Counts from \(moment): \(day(.en))\(event(.en))")
        case .other:
            return Text(
                nb: "Teller ikke: \(moment), \(day(.nb))\(event(.nb))", nn: "Tel ikkje: \(moment), \(day(.nn))\(event(.nn))",
                en: "Does not count: \(moment), \(day(.en))\(event(.en))")
        case .waits:
            return Text(
                nb: "Har ikke skjedd: \(moment)", nn: "Har ikkje hendt: \(moment)", en: "Has not happened: \(moment)")
        case .runs:
            let last = step.day == nil ? end : day
            return Text(
                nb: "Varer \(length(.nb)): til \(last(.nb))", nn: "Varer \(length(.nn)): til \(last(.nn))",
                en: "Lasts \(length(.en)): until \(last(.en))")
        case .placed:
            return Text(
                nb: "\(length(.nb)): \(day(.nb))", nn: "\(length(.nn)): \(day(.nn))", en: "\(length(.en)): \(day(.en))")
        case .fixed:
            return Text(
                nb: "Satt for denne gjennomføringen: \(day(.nb))", nn: "Sett for denne gjennomføringa: \(day(.nn))",
                en: "Set for this offering: \(day(.en))")
        case .rolls:
            return Text(
                nb: "Flyttes til neste virkedag: \(day(.nb))", nn: "Blir flytta til neste yrkedag: \(day(.nn))",
                en: "Moves to the next working day: \(day(.en))")
        case .extended:
            return Text(
                nb: "Utsatt til \(end(.nb))\(event(.nb))", nn: "Utsett til \(end(.nn))\(event(.nn))",
                en: "Extended until \(end(.en))\(event(.en))")
        case .outer:
            return Text(
                nb: "Aldri senere enn \(length(.nb)) etter \(moment): \(end(.nb))",
                nn: "Aldri seinare enn \(length(.nn)) etter \(moment): \(end(.nn))",
                en: "Never later than \(length(.en)) after \(moment): \(end(.en))")
        case .cut:
            return Text(
                nb: "Kuttet ved den ytterste grensen: \(end(.nb))", nn: "Kutta ved den ytste grensa: \(end(.nn))",
                en: "Cut at the outer limit: \(end(.en))")
        case .held:
            return Text(
                nb: "Holdes åpen av \(moment): siden \(day(.nb))\(event(.nb))",
                nn: "Blir halden open av \(moment): sidan \(day(.nn))\(event(.nn))",
                en: "Kept open by \(moment): since \(day(.en))\(event(.en))")
        case .never: return length
        case .stopped:
            let stopped = step.instant.map { DateText.instant($0, in: zone, weekday: true) } ?? day
            return Text(
                nb: "Stanset av \(moment): \(stopped(.nb))\(event(.nb))", nn: "Stansa av \(moment): \(stopped(.nn))\(event(.nn))",
                en: "Stopped by \(moment): \(stopped(.en))\(event(.en))")
        }
    }
}
