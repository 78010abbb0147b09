import ArgumentParser
import Kernel

/// `kjerne people`: who is known.
struct People: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "people",
            abstract: text(nb: "Importer og vis personer.", nn: "Importer og vis personar.", en: "Import and show people."),
            discussion: "  kjerne people import roster.csv --dry-run",
            subcommands: [Import.self, List.self, Show.self])
    }

    struct Import: HostCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "import",
                abstract: text(
                    nb: "Importer personer fra en CSV-fil, alle eller ingen.", nn: "Importer personar frå ei CSV-fil, alle eller ingen.",
                    en: "Import people from a CSV file, all or none."),
                discussion: text(
                    nb:
                        "Kolonner: id,given_name,family_name,email,organisation,role,language. id er nøkkelen; en endret rad oppdaterer.\n\n  kjerne people import liste.csv --map Fornavn=given_name",
                    nn:
                        "Kolonnar: id,given_name,family_name,email,organisation,role,language. id er nøkkelen; ei endra rad oppdaterer.\n\n  kjerne people import liste.csv --map Fornamn=given_name",
                    en:
                        "Columns: id,given_name,family_name,email,organisation,role,language. id is the key; a changed row updates.\n\n  kjerne people import roster.csv --map Forename=given_name"
                ))
        }
        @OptionGroup var global: GlobalOptions
        @Argument(help: .init(text(nb: "CSV-filen", nn: "CSV-fila", en: "the CSV file"))) var file: String
        @Option(
            help: .init(
                text(
                    nb: "overskrift i filen = kolonne her; «-» hopper over", nn: "overskrift i fila = kolonne her; «-» hoppar over",
                    en: "header in the file = column here; '-' passes it over"), valueName: "header=field"))
        var map: [String] = []
        @Flag(
            help: .init(
                text(
                    nb: "en organisasjon som ikke er kjent, er en feil; ellers opprettes den som skole",
                    nn: "ein organisasjon som ikkje er kjend, er ein feil; elles blir han oppretta som skule",
                    en: "an organisation that is not known is a fault; otherwise it is created as a school")))
        var knownOrganisations = false
        @Flag(help: .init(text(nb: "vis hva som ville skjedd", nn: "vis kva som ville skjedd", en: "show what would happen"))) var dryRun =
            false

        static var formats: [OutputFormat] { OutputFormat.ofValues }

        func run(_ host: Host) throws -> ExitStatus {
            var sources = SourceMap()
            let roster = try host.showingFaults(sources) {
                Roster(file: try host.csv(file, into: &sources), mapping: try CSVMapping(map), createsOrganisations: !knownOrganisations)
            }
            let store = try host.writingStore()
            let live = try store.read { try LiveConfiguration.load($0, linked: host.linked) }
            let progress = Progress(host.say(nb: "importerer", nn: "importerer", en: "importing"), io: host.io)
            let action = PeopleImportAction(languages: live.languages, roles: live.roles) { step in
                progress.show(step.phase == .checking ? step.fraction / 2 : 0.5 + step.fraction / 2)
            }
            try host.perform(action, roster, in: store, sources: sources, dryRun: dryRun) { result in
                let counts = result.effect
                try host.show(
                    result.json(counts.json),
                    text: host.say(
                        nb:
                            "\(counts.new) nye, \(counts.changed) endret, \(counts.unchanged) uendret; \(Counted.text(counts.organisations, "ny skole", "nye skoler")).\n",
                        nn:
                            "\(counts.new) nye, \(counts.changed) endra, \(counts.unchanged) uendra; \(Counted.text(counts.organisations, "ny skule", "nye skular")).\n",
                        en:
                            "\(counts.new) new, \(counts.changed) changed, \(counts.unchanged) unchanged; \(Counted.text(counts.organisations, "new school", "new schools")).\n"
                    ))
                if !counts.otherRoles.isEmpty {
                    let roles = counts.otherRoles.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }.joined(separator: ", ")
                    host.note(
                        Text(
                            nb: "Roller som ingen modul kjenner, og som ikke gir rettigheter: \(roles).",
                            nn: "Roller som ingen modul kjenner, og som ikkje gir rettar: \(roles).",
                            en: "Roles that no module knows, and that give no rights: \(roles)."))
                }
            }
            return .done
        }
    }

    struct List: HostCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "list",
                abstract: text(nb: "List opp personer.", nn: "List opp personar.", en: "List people."),
                discussion: "  kjerne people list --organisation bryggen --output csv")
        }
        @OptionGroup var global: GlobalOptions
        @Option(
            help: .init(
                text(nb: "bare de som hører til her", nn: "berre dei som høyrer til her", en: "only those who belong here"), valueName: "id"
            )) var organisation: String?
        @Option(help: .init(text(nb: "bare de som går her", nn: "berre dei som går her", en: "only those enrolled here"), valueName: "id"))
        var offering: String?
        @Option(
            help: .init(
                text(nb: "bare de med denne rollen", nn: "berre dei med denne rolla", en: "only those with this role"), valueName: "role"))
        var role: String?
        @Option(help: .init(text(nb: "høyst så mange", nn: "høgst så mange", en: "at most so many"), valueName: "n")) var limit: UInt?

        var reads: [String]? { ["people", "list"] }

        func run(_ host: Host) throws -> ExitStatus {
            let filter = PersonFilter(
                organisation: organisation, offering: offering, role: role, limit: limit.map { Int(clamping: $0) })
            try host.show(try host.readingAsActor { try PeopleTables.list(filter, as: $0, in: $1) })
            return .done
        }
    }

    struct Show: HostCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "show",
                abstract: text(nb: "Vis en person.", nn: "Vis ein person.", en: "Show a person."), discussion: "  kjerne people show p0017")
        }
        @OptionGroup var global: GlobalOptions
        @Argument(help: .init(text(nb: "personens id", nn: "id-en til personen", en: "the person's id"))) var id: String

        var reads: [String]? { ["people", "show", id] }

        func run(_ host: Host) throws -> ExitStatus {
            let table = try host.readingAsActor { reading, db -> Table in
                guard let detail = try reading.find(id, in: db) else {
                    throw HostError.unknownPerson(id, nearest: reading.seesEveryone ? try Person.nearestID(to: id, in: db) : nil)
                }
                return try PeopleTables.show(detail, as: reading, in: db)
            }
            try host.show(table)
            return .done
        }
    }
}
