import ArgumentParser
import Kernel

extension Modules {
    /// `kjerne modules disable`: sets a module aside in `Config/kjerne.yaml`.
    struct Disable: HostCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "disable",
                abstract: text(
                    nb: "Slå av en modul i Config/kjerne.yaml.", nn: "Slå av ein modul i Config/kjerne.yaml.",
                    en: "Disable a module in Config/kjerne.yaml."),
                discussion: text(
                    nb: """
                        Modulen blir stående med innstillingene sine og «enabled: false». Ved «apply» blir postene liggende, lukket, til modulen
                        slås på igjen; er det arbeid i dem, må «apply» få --lose-work.

                          kjerne modules disable reflection --dry-run
                        """,
                    nn: """
                        Modulen blir ståande med innstillingane sine og «enabled: false». Ved «apply» blir postane liggjande, lukka, til modulen
                        blir slegen på att; er det arbeid i dei, må «apply» få --lose-work.

                          kjerne modules disable reflection --dry-run
                        """,
                    en: """
                        The module stays named with its settings and 'enabled: false'. At 'apply' its records stay, closed, until it is enabled
                        again; if there is work in them, 'apply' wants --lose-work.

                          kjerne modules disable reflection --dry-run
                        """))
        }
        @OptionGroup var global: GlobalOptions
        @Argument(help: .init(text(nb: "modulen", nn: "modulen", en: "the module"))) var id: String
        @Flag(
            help: .init(
                text(nb: "vis endringen uten å skrive den", nn: "vis endringa utan å skrive henne", en: "show the edit without writing it"))
        )
        var dryRun = false

        func run(_ host: Host) throws -> ExitStatus { try host.edit(dryRun: dryRun) { _ in .disable(id) } }
    }
}
