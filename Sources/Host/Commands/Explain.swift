import ArgumentParser
import Kernel

/// `kjerne explain`: why.
struct Explain: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "explain",
            abstract: text(
                nb: "Forklar hvorfor noe er som det er.", nn: "Forklar kvifor noko er som det er.", en: "Explain why something is as it is."
            ),
            discussion: "  kjerne explain value vest-plf-2027.credits",
            subcommands: [Value.self, ExplainRight.self, ExplainDeadline.self, ExplainRefusal.self])
    }

    struct Value: HostCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "value",
                abstract: text(
                    nb: "Hvilket lag gir verdien, og hva den erstatter.", nn: "Kva lag som gir verdien, og kva han erstattar.",
                    en: "Which layer gives a value, and what it replaces."),
                discussion:
                    "  kjerne explain value vest-plf-2027.credits\n  kjerne explain value vest-plf-2027.parts.host.activities.eksamen.due")
        }
        @OptionGroup var global: GlobalOptions
        @Argument(
            help: .init(text(nb: "variant og sti, med punktum", nn: "variant og sti, med punktum", en: "variant and path, with dots")))
        var path: String

        static var formats: [OutputFormat] { OutputFormat.ofValues }

        func run(_ host: Host) throws -> ExitStatus {
            let workspace = try host.soundWorkspace()
            let explanation: ValueExplanation
            do { explanation = try workspace.explain(path) } catch {
                throw HostError.unknown(Text(nb: "stien", nn: "stien", en: "path"), error.part, known: error.known)
            }
            try host.show(explanation.json, text: page(explanation, host))
            return .done
        }

        private func page(_ explanation: ValueExplanation, _ host: Host) -> String {
            var lines = ["\(explanation.path) = \(explanation.children.isEmpty ? VariantTables.brief(explanation.value, limit: 200) : "…")"]
            if let title = explanation.title { lines.append("  " + title(host.language) + (explanation.unit.map { " (\($0))" } ?? "")) }
            if let whole = explanation.whole {
                lines.append("  " + host.say(nb: "en del av \(whole)", nn: "ein del av \(whole)", en: "a part of \(whole)"))
            }
            for (position, step) in explanation.steps.enumerated().reversed() {
                let place = "\(step.file):\(step.line)"
                let value = VariantTables.brief(step.value, limit: 100)
                if position == explanation.steps.count - 1 {
                    let source =
                        step.layer.map { host.say(nb: "fra \($0)", nn: "frå \($0)", en: "from \($0)") }
                        ?? host.say(nb: "standardverdi fra skjemaet", nn: "standardverdi frå skjemaet", en: "default from the schema")
                    lines.append("  \(source), \(place)")
                } else {
                    lines.append(
                        "  "
                            + host.say(
                                nb: "erstatter \(value) fra \(step.layer ?? "-"), \(place)",
                                nn: "erstattar \(value) frå \(step.layer ?? "-"), \(place)",
                                en: "replaces \(value) from \(step.layer ?? "-"), \(place)"))
                }
            }
            if let removed = explanation.removed {
                lines.append("  " + host.say(nb: "tatt bort: \(removed)", nn: "teken bort: \(removed)", en: "removed: \(removed)"))
            }
            for lock in explanation.locks {
                let reason = lock.reason(host.language)
                lines.append(
                    "  "
                        + host.say(
                            nb: "låst av \(lock.layer): \(reason)", nn: "låst av \(lock.layer): \(reason)",
                            en: "locked by \(lock.layer): \(reason)") + ", \(lock.file):\(lock.line)")
            }
            for day in explanation.days { lines.append("  \(day.offering): \(day.day)") }
            for child in explanation.children { lines.append("  " + child) }
            return lines.joined(separator: "\n") + "\n"
        }
    }
}
