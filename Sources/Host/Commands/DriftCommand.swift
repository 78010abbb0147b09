import ArgumentParser
import Kernel

/// `kjerne drift`: files against last applied against live.
struct DriftCommand: HostCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "drift",
            abstract: text(
                nb: "Sammenlign filene, det som sist ble satt i drift, og det som er i drift.",
                nn: "Samanlikn filene, det som sist vart sett i drift, og det som er i drift.",
                en: "Compare the files, what was last applied, and what is live."),
            discussion: text(
                nb: """
                    filene: de sier noe annet enn det som sist ble satt i drift. i drift: det er endret utenom kjerne.
                    tekst: en fil er endret, men sier det samme (kommentarer, oppsett); neste «apply» tar vare på den. Avslutter med 2 når
                    noe skiller seg i innhold. Programmer (json, csv) leser files, live og text.

                      kjerne drift
                    """,
                nn: """
                    filene: dei seier noko anna enn det som sist vart sett i drift. i drift: det er endra utanom kjerne.
                    tekst: ei fil er endra, men seier det same (kommentarar, oppsett); neste «apply» tek vare på henne. Avsluttar med 2 når
                    noko skil seg i innhald. Program (json, csv) les files, live og text.

                      kjerne drift
                    """,
                en: """
                    files: the files say something else than what was last applied. live: what is live was changed around kjerne. text: a
                    file has changed and says the same (comments, layout); the next 'apply' keeps it. Ends with 2 when something differs
                    in content.

                      kjerne drift
                    """))
    }

    @OptionGroup var global: GlobalOptions

    func run(_ host: Host) throws -> ExitStatus {
        let workspace = try host.workspace()
        guard let settings = workspace.settings else {
            _ = try host.soundWorkspace()
            return .wrong
        }
        let store = try Store.open(at: try host.storePath(settings), access: .readOnly)
        let linked = host.linked
        let drift = try store.read { db in
            try Drift.find(workspace.tree, view: workspace.bodySchema?.root, in: db) { applied in
                let read = WorkspaceReader.read(applied, linked: linked)
                return read.diagnostics.hasErrors ? nil : ConfigurationState(read)
            }
        }
        try host.show(drift.table)
        return drift.isDifferent ? .different : .done
    }
}
