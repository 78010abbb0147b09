import ArgumentParser
import Kernel

/// That a module has no scenarios to run.
struct NoScenarios: ExplainedError {
    var module: String
    var kind: ErrorKind { .badInput }
    var message: Text {
        Text(
            nb: "modulen «\(module)» har ingen scenarioer", nn: "modulen «\(module)» har ingen scenario",
            en: "module '\(module)' has no scenarios")
    }
    var help: Text? {
        Text(
            nb: "skriv dem som Modules/\(module)/tests/NAVN.txt", nn: "skriv dei som Modules/\(module)/tests/NAMN.txt",
            en: "write them as Modules/\(module)/tests/NAME.txt")
    }
}

extension Modules {
    /// `kjerne modules test`: a module's own scenarios.
    struct Test: HostCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "test",
                abstract: text(
                    nb: "Kjør scenarioene som ligger i en modul.", nn: "Køyr scenarioa som ligg i ein modul.",
                    en: "Run the scenarios that lie in a module."),
                discussion: text(
                    nb: """
                        Hver fil tests/*.txt er en utskrift av kommandoer med svar, og kjøres i et arbeidsområde for seg selv, med modulen slått på.
                        Avslutter med 1 når et svar er et annet. --record skriver svarene som de er nå.

                          kjerne modules test reflection
                          kjerne modules test ./Modules/notes --record
                        """,
                    nn: """
                        Kvar fil tests/*.txt er ei utskrift av kommandoar med svar, og blir køyrd i eit arbeidsområde for seg sjølv, med modulen
                        slegen på. Avsluttar med 1 når eit svar er eit anna. --record skriv svara som dei er no.

                          kjerne modules test reflection
                          kjerne modules test ./Modules/notes --record
                        """,
                    en: """
                        Each file tests/*.txt is a transcript of commands with their answers, and is run in a workspace of its own in which the
                        module is enabled. Ends with 1 when an answer is another. --record writes the answers as they are now.

                          kjerne modules test reflection
                          kjerne modules test ./Modules/notes --record
                        """))
        }
        @OptionGroup var global: GlobalOptions
        @Argument(
            help: .init(
                text(nb: "modulen eller mappen dens", nn: "modulen eller mappa hans", en: "the module or its folder"), valueName: "module"))
        var module: String
        @Flag(
            help: .init(
                text(
                    nb: "skriv svarene inn i filene", nn: "skriv svara inn i filene", en: "write the answers into the files")))
        var record = false
        @Flag(
            help: .init(
                text(
                    nb: "med --record: vis hva som ville blitt skrevet", nn: "med --record: vis kva som ville vorte skrive",
                    en: "with --record: show what would be written")))
        var dryRun = false

        func run(_ host: Host) throws -> ExitStatus {
            let (id, folders) = try Modules.folder(module, host)
            let scenarios = ModuleScenarios(id: id, modules: folders, linked: host.linked)
            guard !scenarios.names.isEmpty else { throw NoScenarios(module: id) }
            let outcomes = try scenarios.names.map { name in try ScratchFolder.with { try scenarios.run(name, in: $0) } }
            if record && !dryRun {
                let folder = module.contains("/") ? host.io.resolved(module) : try host.root() + "/Modules/" + id
                for outcome in outcomes where outcome.difference != nil {
                    do { try FileContent.write(Array(outcome.text.utf8), to: folder + "/" + outcome.name) } catch {
                        throw HostError.cannotCreate(outcome.name, error.reason)
                    }
                }
            }
            try host.show(Self.table(id, outcomes, recorded: record, dryRun: dryRun))
            return record || outcomes.allSatisfy { $0.difference == nil } ? .done : .wrong
        }

        private static func table(_ id: String, _ outcomes: [ModuleScenarios.Outcome], recorded: Bool, dryRun: Bool) -> Table {
            let kept = Text(nb: "som skrevet", nn: "som skrive", en: "as written")
            let differs = Text(nb: "et annet svar", nn: "eit anna svar", en: "another answer")
            let written =
                dryRun
                ? Text(nb: "ville blitt skrevet på nytt", nn: "ville vorte skrive på nytt", en: "would be written anew")
                : Text(nb: "skrevet på nytt", nn: "skrive på nytt", en: "written anew")
            return Table(
                "kernel.scenarios", title: Text(nb: "Scenarioer i \(id)", nn: "Scenario i \(id)", en: "Scenarios of \(id)"),
                parameters: [("module", .string(id))],
                columns: [
                    .init("scenario", .code, Text(nb: "Scenario", nn: "Scenario", en: "Scenario")),
                    .init("commands", .integer, Text(nb: "Kommandoer", nn: "Kommandoar", en: "Commands")),
                    .init("result", .localized, Text(nb: "Resultat", nn: "Resultat", en: "Result")),
                    .init("line", .integer, Text(nb: "Linje", nn: "Linje", en: "Line")),
                    .init("was", .text, Text(nb: "Sto", nn: "Stod", en: "Written")),
                    .init("now", .text, Text(nb: "Nå", nn: "No", en: "Now")),
                ],
                rows: outcomes.map { outcome in
                    let result = outcome.difference == nil ? kept : recorded ? written : differs
                    return [
                        .text(outcome.name), .integer(outcome.commands), .localized(result),
                        outcome.difference.map { .integer($0.line) } ?? .empty, outcome.difference.map { .text($0.was) } ?? .empty,
                        outcome.difference.map { .text($0.now) } ?? .empty,
                    ]
                })
        }
    }
}
