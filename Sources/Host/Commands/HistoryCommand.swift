import ArgumentParser
import Kernel

/// `kjerne history`: what was applied.
struct HistoryCommand: HostCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "history",
            abstract: text(
                nb: "Vis hva som er satt i drift, når og av hvem.", nn: "Vis kva som er sett i drift, når og av kven.",
                en: "Show what was applied, when and by whom."),
            discussion: "  kjerne history")
    }

    @OptionGroup var global: GlobalOptions

    func run(_ host: Host) throws -> ExitStatus {
        try host.show(try host.readingStore().read { try History.table(in: $0) })
        return .done
    }
}
