import ArgumentParser
import Kernel

/// `kjerne import`: what other systems wrote, in formats that modules know.
struct Import: HostCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "import",
            abstract: text(
                nb: "Les inn det andre systemer har skrevet.", nn: "Les inn det andre system har skrive.",
                en: "Read in what other systems wrote."),
            discussion: text(
                nb:
                    "Uten format listes formatene. En import er én handling: alt eller ingenting, og samme kilde to ganger endrer ingenting.\n\n  kjerne import grep dump.zip\n  kjerne import grep mappe/ --dry-run",
                nn:
                    "Utan format blir formata lista. Ein import er éi handling: alt eller ingenting, og same kjelda to gonger endrar ingenting.\n\n  kjerne import grep dump.zip\n  kjerne import grep mappe/ --dry-run",
                en:
                    "Without a format the formats are listed. An import is one action: all or nothing, and the same source twice changes nothing.\n\n  kjerne import grep dump.zip\n  kjerne import grep folder/ --dry-run"
            ))
    }

    @OptionGroup var global: GlobalOptions
    @Argument(help: .init(text(nb: "formatet", nn: "formatet", en: "the format"))) var format: String?
    @Argument(help: .init(text(nb: "filen eller mappen", nn: "fila eller mappa", en: "the file or folder"))) var file: String?
    @Flag(help: .init(text(nb: "vis hva som ville skjedd", nn: "vis kva som ville skjedd", en: "show what would happen"))) var dryRun =
        false

    func run(_ host: Host) throws -> ExitStatus {
        guard let name = format else {
            let live = try host.readingStore().read { try LiveConfiguration.load($0, linked: host.linked) }
            try host.show(FormatTables.imports(live))
            return .done
        }
        let store = try host.writingStore()
        let live = try store.read { try LiveConfiguration.load($0, linked: host.linked) }
        let format = try host.format(name, among: live.imports, name: \.name, id: \.id)
        guard let file else {
            throw ValidationError(text(nb: "gi en fil eller mappe", nn: "gi ei fil eller mappe", en: "give a file or folder"))
        }
        var context = try host.context(in: store)
        let progress = Progress(host.say(nb: "leser inn", nn: "les inn", en: "importing"), io: host.io)
        let action = ImportAction(format, live: live) { progress.show($0) }
        let source = ImportSource(name: file, path: host.io.resolved(file))
        let result = try host.showingSourcedFaults {
            try ActionPipeline.perform(action, source, context: &context, in: store, live: live, rehearse: dryRun)
        }
        let effect = result.effect
        let counts = effect.summary?(host.language) ?? effect.counts.map { "\($0.count) \($0.name)" }.joined(separator: ", ")
        try host.show(
            result.json(.object([("digest", .string(effect.digest))] + effect.counts.map { ($0.name, .integer($0.count)) })),
            text: effect.isUnchanged
                ? host.say(
                    nb: "\(effect.id): ingenting er endret.\n", nn: "\(effect.id): ingenting er endra.\n",
                    en: "\(effect.id): nothing has changed.\n") : "\(effect.id): \(counts).\n")
        for note in effect.notes { host.note(note) }
        host.deliver(store, live, dryRun: dryRun)
        return .done
    }
}

extension Host {
    /// The format that a person means: by its name where one module alone has it, otherwise as `MODULE.FORMAT`.
    func format<Format>(_ word: String, among formats: [Format], name: (Format) -> String, id: (Format) -> String) throws -> Format {
        if let exact = formats.first(where: { id($0) == word }) { return exact }
        let fitting = formats.filter { name($0) == word }
        guard fitting.count == 1 else {
            let known = fitting.isEmpty ? formats.map(name) : fitting.map(id)
            throw HostError.unknown(Text(nb: "formatet", nn: "formatet", en: "format"), word, known: known)
        }
        return fitting[0]
    }

    /// Runs `body`; faults that it finds in files that it read itself are shown with their places, and end the command as bad input.
    func showingSourcedFaults<T>(_ body: () throws -> T) throws -> T {
        do { return try body() } catch let faults as SourcedFaults {
            return try showingFaults(faults.sources) { throw DiagnosticsError(faults.diagnostics) }
        }
    }
}
