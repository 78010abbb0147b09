import ArgumentParser
import Kernel

/// `kjerne check`: every file of Modules/ and Config/.
struct Check: HostCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check",
            abstract: text(
                nb: "Sjekk alle filer i Modules/ og Config/.", nn: "Sjekk alle filer i Modules/ og Config/.",
                en: "Check every file of Modules/ and Config/."),
            discussion: text(
                nb: """
                    Alle feil vises på én gang, hver én gang. Avslutter med 1 når det er feil; med --strict også når det er advarsler.

                      kjerne check
                      kjerne check --output sarif > kjerne.sarif
                    """,
                nn: """
                    Alle feil blir viste på éin gong, kvar éin gong. Avsluttar med 1 når det er feil; med --strict òg når det er åtvaringar.

                      kjerne check
                      kjerne check --output sarif > kjerne.sarif
                    """,
                en: """
                    All faults are shown at once, each once. Ends with 1 when there are errors; with --strict also when there are warnings.

                      kjerne check
                      kjerne check --output sarif > kjerne.sarif
                    """))
    }

    @OptionGroup var global: GlobalOptions

    @Flag(help: .init(text(nb: "advarsler teller som feil", nn: "åtvaringar tel som feil", en: "warnings count as errors")))
    var strict = false

    static var formats: [OutputFormat] { OutputFormat.ofFaults }

    func run(_ host: Host) throws -> ExitStatus {
        var workspace = try host.workspace()
        try checkReleases(&workspace, host)
        let found = workspace.diagnostics
        if global.safeMode {
            host.note(
                Text(
                    nb: "Trygg modus: regler fra moduler er ikke kjørt.", nn: "Trygg modus: reglar frå modular er ikkje køyrde.",
                    en: "Safe mode: rules of modules were not run."))
        }
        switch global.output ?? .table {
        case .table:
            host.io.write(host.render(found, sources: workspace.sources, color: host.io.isTerminal))
            if found.isEmpty { host.io.write(summary(workspace)(host.language)) }
        case .json: host.io.write(JSONRenderer(language: host.language).render(found, in: workspace.sources))
        case .sarif:
            host.io.write(
                SARIFRenderer(language: host.language, version: WorkspaceReader.kernelVersion, rules: workspace.ruleTexts).render(
                    found, in: workspace.sources))
        case let other: throw HostError.wrongFormat(other.rawValue, can: OutputFormat.ofFaults.map(\.rawValue))
        }
        return found.hasErrors || (strict && found.hasWarnings) ? .wrong : .done
    }

    /// Labels of releases lie in the store: they are checked where it can be read, and left to `plan` where there is none yet.
    private func checkReleases(_ workspace: inout Workspace, _ host: Host) throws {
        guard let settings = workspace.settings, workspace.offerings.contains(where: { $0.release != .follow }) else { return }
        do {
            guard let store = try host.existingStore(settings) else { return }
            workspace.report(try PinnedReleases.check(workspace, in: store))
        } catch let error as StoreError {
            let reason = error.message
            host.note(
                Text(
                    nb: "Utgavene er ikke sjekket: \(reason(.nb)).", nn: "Utgåvene er ikkje sjekka: \(reason(.nn)).",
                    en: "Releases were not checked: \(reason(.en))."))
        }
    }

    private func summary(_ workspace: Workspace) -> Text {
        let (modules, variants, offerings) = (workspace.modules.count, workspace.variants.count, workspace.offerings.count)
        return Text(
            nb:
                "Ingen feil: \(Counted.text(modules, "modul", "moduler")), \(Counted.text(variants, "variant", "varianter")), \(Counted.text(offerings, "gjennomføring", "gjennomføringer")).\n",
            nn:
                "Ingen feil: \(Counted.text(modules, "modul", "modular")), \(Counted.text(variants, "variant", "variantar")), \(Counted.text(offerings, "gjennomføring", "gjennomføringar")).\n",
            en:
                "No faults: \(Counted.text(modules, "module", "modules")), \(Counted.text(variants, "variant", "variants")), \(Counted.text(offerings, "offering", "offerings")).\n"
        )
    }
}
