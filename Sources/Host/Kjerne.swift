import ArgumentParser
import Kernel

/// The root of the command tree.
struct Kjerne: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "kjerne",
            abstract: text(
                nb: "Et kurs- og modulsystem som styres av YAML-filer.", nn: "Eit kurs- og modulsystem som blir styrt av YAML-filer.",
                en: "A learning management kernel that is run from YAML files."),
            discussion: text(
                nb: "Begynn med «kjerne new MAPPE», så «kjerne check», «kjerne plan» og «kjerne apply» i mappen.\n\n  kjerne new kurs",
                nn: "Byrj med «kjerne new MAPPE», så «kjerne check», «kjerne plan» og «kjerne apply» i mappa.\n\n  kjerne new kurs",
                en:
                    "Begin with 'kjerne new DIR', then 'kjerne check', 'kjerne plan' and 'kjerne apply' in that folder.\n\n  kjerne new courses"
            ),
            version: WorkspaceReader.kernelVersion,
            groupedSubcommands: [
                CommandGroup(
                    name: text(nb: "Oppsett", nn: "Oppsett", en: "Configuration"),
                    subcommands: [
                        New.self, Check.self, PlanCommand.self, Apply.self, DriftCommand.self, HistoryCommand.self, UndoCommand.self,
                        Explain.self, Variants.self,
                        SchemaCommand.self, Modules.self,
                    ]),
                CommandGroup(
                    name: text(nb: "Folk og kurs", nn: "Folk og kurs", en: "People and courses"),
                    subcommands: [
                        People.self, Offerings.self, Enrol.self, Do.self, List.self, Show.self, Report.self, Due.self, Simulate.self,
                        Import.self,
                        Export.self,
                    ]),
                CommandGroup(name: text(nb: "Tillit", nn: "Tillit", en: "Trust"), subcommands: [Log.self, VerifyCommand.self]),
            ])
    }

    @OptionGroup var global: GlobalOptions
}
