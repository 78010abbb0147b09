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
                nb: "Avslutter med 2 når noe skiller seg.\n\n  kjerne drift", nn: "Avsluttar med 2 når noko skil seg.\n\n  kjerne drift",
                en: "Ends with 2 when something differs.\n\n  kjerne drift"))
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
        return drift.entries.isEmpty ? .done : .different
    }
}
