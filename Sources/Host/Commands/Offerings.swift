import ArgumentParser
import Kernel

/// `kjerne offerings`: what is held, and for whom.
struct Offerings: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "offerings", abstract: text(nb: "Vis gjennomføringer.", nn: "Vis gjennomføringar.", en: "Show offerings."),
            discussion: "  kjerne offerings list",
            subcommands: [List.self, Show.self])
    }

    struct List: HostCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "list",
                abstract: text(nb: "List opp gjennomføringer.", nn: "List opp gjennomføringar.", en: "List offerings."),
                discussion: "  kjerne offerings list")
        }
        @OptionGroup var global: GlobalOptions
        @Option(
            help: .init(text(nb: "bare av denne varianten", nn: "berre av denne varianten", en: "only of this variant"), valueName: "id"))
        var variant: String?

        func run(_ host: Host) throws -> ExitStatus {
            try host.show(try host.readingAsActor { try PeopleTables.offerings(variant: variant, as: $0, in: $1) })
            return .done
        }
    }

    struct Show: HostCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "show",
                abstract: text(nb: "Vis hvem som er påmeldt.", nn: "Vis kven som er påmelde.", en: "Show who is enrolled."),
                discussion: "  kjerne offerings show storby-h27")
        }
        @OptionGroup var global: GlobalOptions
        @Argument(help: .init(text(nb: "gjennomføringen", nn: "gjennomføringa", en: "the offering"))) var id: String

        var reads: [String]? { ["offerings", "show", id] }

        func run(_ host: Host) throws -> ExitStatus {
            let table = try host.readingAsActor { reading, db -> Table in
                guard try Offering.find(id, in: db) != nil else {
                    throw HostError.unknown(
                        Text(nb: "gjennomføringen", nn: "gjennomføringa", en: "offering"), id, known: try Offering.ids(in: db))
                }
                return try PeopleTables.enrolments(of: id, as: reading, in: db)
            }
            try host.show(table)
            return .done
        }
    }
}
