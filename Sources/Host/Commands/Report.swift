import ArgumentParser
import Kernel

/// `kjerne report`: a report by name.
struct Report: HostCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "report",
            abstract: text(nb: "Vis en rapport.", nn: "Vis ein rapport.", en: "Show a report."),
            discussion: text(
                nb:
                    "Uten navn listes alle rapporter. Parametrene til en rapport er flagg; --describe viser dem.\n\n  kjerne report kernel.progress --offering vest-h27 --output html > framdrift.html\n  kjerne report reflection.overview --as p0017",
                nn:
                    "Utan namn blir alle rapportar lista. Parametrane til ein rapport er flagg; --describe viser dei.\n\n  kjerne report kernel.progress --offering vest-h27 --output html > framdrift.html\n  kjerne report reflection.overview --as p0017",
                en:
                    "Without a name all reports are listed. The parameters of a report are flags; --describe shows them.\n\n  kjerne report kernel.progress --offering vest-h27 --output html > progress.html\n  kjerne report reflection.overview --as p0017"
            ))
    }

    @OptionGroup var global: GlobalOptions
    @Flag(
        help: .init(
            text(nb: "vis parametrene til rapporten", nn: "vis parametrane til rapporten", en: "show the parameters of the report")))
    var describe = false
    @Argument(
        parsing: .allUnrecognized,
        help: .init(
            text(
                nb: "rapporten, og parametre som flagg", nn: "rapporten, og parametrar som flagg", en: "the report, and parameters as flags"
            ),
            valueName: "report"))
    var words: [String] = []

    var reads: [String]? { words.isEmpty || describe ? nil : ["report"] + words.prefix(1) }

    func run(_ host: Host) throws -> ExitStatus {
        let reading = try host.readingStore()
        let live = try reading.read { try LiveConfiguration.load($0, linked: host.linked) }
        let catalog = ReportCatalog(live)
        guard let name = words.first, !name.hasPrefix("--") else {
            if let word = words.first { throw HostError.unknownParameter(word, known: []) }
            try host.show(ReportTables.list(catalog))
            return .done
        }
        guard let report = catalog.find(name) else {
            throw HostError.unknown(Text(nb: "rapporten", nn: "rapporten", en: "report"), name, known: catalog.all.map(\.name))
        }
        if describe {
            try host.show(ReportTables.parameters(report))
            return .done
        }
        var sources = SourceMap()
        let parsed = FlagInputs.parse(Array(words.dropFirst()), schema: report.schema, into: &sources)
        if let unknown = parsed.unknown.first {
            throw HostError.unknownParameter("--\(unknown)", known: InputText(schema: report.schema).names.map { "--\($0)" })
        }
        if let repeated = parsed.repeated.first { throw HostError.flagTwice(repeated) }
        if let incomplete = parsed.incomplete.first { throw HostError.flagWithoutValue(incomplete) }
        if let extra = parsed.positional.first { throw HostError.extraWord(extra) }
        try host.showingFaults(sources) { try parsed.requireSound() }
        // What is shown of a report with a floor is remembered.
        let store = report.keepsPrints ? try host.writingStore() : reading
        let context = try host.context(in: store)
        let answer = try host.showingFaults(sources) {
            try ReportRunner(live: live, store: store).run(report, parsed.values, context: context)
        }
        try host.show(answer, title: report.title)
        return .done
    }
}

extension Host {
    /// Writes a report as `--output` says: to programs its table, to people all of it.
    func show(_ answer: ReportAnswer, title: Text) throws {
        let tables = answer.all
        guard tables.count > 1 else { return try show(answer.table) }
        switch global.output ?? .table {
        case .html: io.write(HTMLRenderer(language: language).render(try tables.map(told), title: title))
        case .table:
            for (index, table) in tables.enumerated() {
                io.write((index == 0 ? "" : "\n") + table.title(language) + "\n\n")
                try show(table)
            }
        default: try show(answer.table)
        }
    }
}
