import ArgumentParser
import Kernel

/// `kjerne export`: what is in the store, in formats of other systems.
struct Export: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export",
            abstract: text(
                nb: "Skriv ut i andre systemers formater.", nn: "Skriv ut i formata til andre system.",
                en: "Write in the formats of other systems."),
            discussion: text(
                nb: "Formater som moduler kan, står i listen når ingenting er nevnt.\n\n  kjerne export case ID --to fil.json",
                nn: "Format som modular kan, står i lista når ingenting er nemnt.\n\n  kjerne export case ID --to fil.json",
                en: "Formats that modules know are listed when nothing is named.\n\n  kjerne export case ID --to file.json"),
            subcommands: [Eml.self, ModuleFormat.self], defaultSubcommand: ModuleFormat.self)
    }

    /// A format that a module brings.
    struct ModuleFormat: HostCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "format",
                abstract: text(
                    nb: "Skriv et format som en modul kan.", nn: "Skriv eit format som ein modul kan.",
                    en: "Write a format that a module knows."),
                discussion: "  kjerne export case ID --to file.json", shouldDisplay: false)
        }

        @OptionGroup var global: GlobalOptions
        @Argument(help: .init(text(nb: "formatet", nn: "formatet", en: "the format"))) var format: String?
        @Argument(help: .init(text(nb: "hva som skal ut", nn: "kva som skal ut", en: "what to write"))) var id: String?
        @Option(
            help: .init(
                text(nb: "filen; ellers skrives det ut", nn: "fila; elles blir det skrive ut", en: "the file; otherwise it is printed"),
                valueName: "path")) var to: String?

        var reads: [String]? { format.map { ["export", $0] + [id].compactMap { $0 } } }

        func run(_ host: Host) throws -> ExitStatus {
            let store = try host.readingStore()
            let live = try store.read { try LiveConfiguration.load($0, linked: host.linked) }
            guard let format else {
                try host.show(FormatTables.exports(live))
                return .done
            }
            let declaration = try host.format(format, among: live.exports, name: \.name, id: \.id)
            // What others have shared is not taken away without a word.
            let open = ExportRunner.isTold(of: declaration, live: live) ? try host.writingStore() : store
            let bytes = try ExportRunner(live: live, store: open).bytes(declaration, of: id, context: host.context(in: store))
            guard let to else {
                host.io.write(String(decoding: bytes, as: UTF8.self))
                return .done
            }
            let path = host.io.resolved(to)
            do {
                if let end = path.lastIndex(of: "/"), end > path.startIndex { try FileContent.makeFolder(String(path[..<end])) }
                try FileContent.write(bytes, to: path)
            } catch { throw HostError.cannotCreate(error.path, error.reason) }
            return .done
        }
    }

    struct Eml: HostCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "eml",
                abstract: text(
                    nb: "Skriv brev som e-postfiler.", nn: "Skriv brev som e-postfiler.", en: "Write letters as e-mail files."),
                discussion: text(
                    nb:
                        "Avsenderen står under sender i Config/kjerne.yaml. Samme brev gir samme byte hver gang. Når et brev er framme, bokføres det med «kjerne do kernel.notice.deliver».\n\n  kjerne export eml 12 --to brev.eml\n  kjerne export eml all --undelivered --to brev/",
                    nn:
                        "Avsendaren står under sender i Config/kjerne.yaml. Same brev gir same byte kvar gong. Når eit brev er framme, blir det bokført med «kjerne do kernel.notice.deliver».\n\n  kjerne export eml 12 --to brev.eml\n  kjerne export eml all --undelivered --to brev/",
                    en:
                        "The sender stands under sender in Config/kjerne.yaml. The same letter gives the same bytes each time. When a letter has arrived, 'kjerne do kernel.notice.deliver' records it.\n\n  kjerne export eml 12 --to letter.eml\n  kjerne export eml all --undelivered --to letters/"
                ))
        }

        @OptionGroup var global: GlobalOptions
        @Argument(
            help: .init(text(nb: "brevets nummer, eller all", nn: "nummeret på brevet, eller all", en: "the letter's number, or all")))
        var id: String
        @Option(
            help: .init(
                text(
                    nb: "filen; for all en mappe; ellers skrives brevet ut", nn: "fila; for all ei mappe; elles blir brevet skrive ut",
                    en: "the file; for all a folder; otherwise the letter is printed"), valueName: "path")) var to: String?
        @Flag(
            help: .init(
                text(nb: "bare brev som ikke er framme", nn: "berre brev som ikkje er framme", en: "only letters that have not arrived")))
        var undelivered = false

        var reads: [String]? { ["export", "eml", id] }

        func run(_ host: Host) throws -> ExitStatus {
            let number = Int64(id)
            guard number != nil || id == "all" else {
                throw ValidationError(text(nb: "gi et nummer, eller all", nn: "gi eit nummer, eller all", en: "give a number, or all"))
            }
            guard number != nil || to != nil else {
                throw ValidationError(
                    text(nb: "all trenger en mappe: --to MAPPE", nn: "all treng ei mappe: --to MAPPE", en: "all needs a folder: --to DIR"))
            }
            let store = try host.readingStore()
            let actor = try host.context(in: store).actor
            return try store.read { db in
                let exporter = LetterExporter(
                    host: host, sender: try LetterSender.load(db), zone: try WorkspaceTime.load(db).zone, actor: actor, db: db)
                if let number { return try exporter.one(number, to: to) }
                return try exporter.all(undelivered: undelivered, to: to ?? ".")
            }
        }
    }
}
