import ArgumentParser
import Kernel

extension Modules {
    /// `kjerne modules enable`: names a module in `Config/kjerne.yaml`.
    struct Enable: HostCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "enable",
                abstract: text(
                    nb: "Slå på en modul i Config/kjerne.yaml.", nn: "Slå på ein modul i Config/kjerne.yaml.",
                    en: "Enable a module in Config/kjerne.yaml."),
                discussion: text(
                    nb: """
                        Bare filen endres, og kommentarene i den står. «plan» viser hva det betyr, og «apply» lager tabellene.
                        Uten versjoner blir det ^ og versjonen som finnes. En modul som er slått av, slås på igjen med innstillingene sine.

                          kjerne modules enable reflection
                          kjerne modules enable reflection@^1.0 --dry-run
                        """,
                    nn: """
                        Berre fila blir endra, og kommentarane i henne står. «plan» viser kva det tyder, og «apply» lagar tabellane.
                        Utan versjonar blir det ^ og versjonen som finst. Ein modul som er slegen av, blir slegen på att med innstillingane sine.

                          kjerne modules enable reflection
                          kjerne modules enable reflection@^1.0 --dry-run
                        """,
                    en: """
                        Only the file changes, and the comments in it stay. 'plan' shows what it means, and 'apply' makes the tables.
                        Without versions it is ^ and the version that is there. A module that was disabled gets its settings back.

                          kjerne modules enable reflection
                          kjerne modules enable reflection@^1.0 --dry-run
                        """))
        }
        @OptionGroup var global: GlobalOptions
        @Argument(
            help: .init(
                text(
                    nb: "modulen, og hvilke versjoner av den", nn: "modulen, og kva versjonar av han",
                    en: "the module, and which versions of it"), valueName: "id[@range]")) var module: String
        @Flag(
            help: .init(
                text(nb: "vis endringen uten å skrive den", nn: "vis endringa utan å skrive henne", en: "show the edit without writing it"))
        )
        var dryRun = false

        func run(_ host: Host) throws -> ExitStatus {
            let parts = module.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let id = parts[0]
            if parts.count == 2, (try? VersionRange(parts[1])) == nil { throw HostError.badRange(parts[1]) }
            return try host.edit(dryRun: dryRun) { workspace in
                if parts.count == 2 { return .enable(id, range: parts[1]) }
                let named = workspace.settings?.root["modules"]?[id]
                if named != nil { return .enable(id, range: nil) }
                let all = workspace.modules + workspace.otherModules
                if let found = all.first(where: { $0.id == id }) {
                    return .enable(id, range: "^\(found.version.major).\(found.version.minor)")
                }
                // One that lies there with faults in its manifest is not unknown; the faults say why.
                if workspace.tree["Modules/\(id)/module.yaml"] != nil {
                    throw try host.refusal(workspace.diagnostics, sources: workspace.sources, as: .wrong)
                }
                throw HostError.unknown(Text(nb: "modulen", nn: "modulen", en: "module"), id, known: all.map(\.id).sorted())
            }
        }
    }
}
