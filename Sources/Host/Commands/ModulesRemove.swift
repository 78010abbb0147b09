import ArgumentParser
import Kernel

extension Modules {
    /// `kjerne modules remove`: takes a module out of `Config/kjerne.yaml`.
    struct Remove: HostCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "remove",
                abstract: text(
                    nb: "Ta en modul ut av Config/kjerne.yaml.", nn: "Ta ein modul ut av Config/kjerne.yaml.",
                    en: "Take a module out of Config/kjerne.yaml."),
                discussion: text(
                    nb: """
                        Linjene til modulen, med innstillingene, tas bort. Ved «apply» blir poster som finnes, liggende, lukket, til modulen kommer
                        tilbake, og «apply» må få --lose-work; en modul uten poster etterlater ingenting.

                          kjerne modules remove reflection --dry-run
                        """,
                    nn: """
                        Linjene til modulen, med innstillingane, blir tekne bort. Ved «apply» blir postar som finst, liggjande, lukka, til modulen
                        kjem tilbake, og «apply» må få --lose-work; ein modul utan postar etterlèt ingenting.

                          kjerne modules remove reflection --dry-run
                        """,
                    en: """
                        The module's lines go, its settings with them. At 'apply' records that exist stay, closed, until the module returns, and
                        'apply' wants --lose-work; a module without records leaves nothing.

                          kjerne modules remove reflection --dry-run
                        """))
        }
        @OptionGroup var global: GlobalOptions
        @Argument(help: .init(text(nb: "modulen", nn: "modulen", en: "the module"))) var id: String
        @Flag(
            help: .init(
                text(
                    nb: "postene blir liggende, lukket; det er slik også uten dette",
                    nn: "postane blir liggjande, lukka; det er slik òg utan dette",
                    en: "its records stay, closed; so it is without this too"))) var keep = false
        @Flag(
            help: .init(
                text(nb: "vis endringen uten å skrive den", nn: "vis endringa utan å skrive henne", en: "show the edit without writing it"))
        )
        var dryRun = false

        func run(_ host: Host) throws -> ExitStatus { try host.edit(dryRun: dryRun) { _ in .remove(id) } }
    }
}
