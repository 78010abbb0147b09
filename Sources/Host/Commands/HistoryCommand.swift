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
            discussion: text(
                nb: "Med nummeret til en endring: det den endret, slik planen sa.\n\n\(examples)",
                nn: "Med nummeret til ei endring: det ho endra, slik planen sa.\n\n\(examples)",
                en: "With the number of an apply: what it changed, as its plan said.\n\n\(examples)"))
    }

    private static let examples = "  kjerne history\n  kjerne history 3"

    @OptionGroup var global: GlobalOptions
    @Argument(help: .init(text(nb: "nummeret på en endring", nn: "nummeret på ei endring", en: "the number of an apply"))) var id: Int64?

    func run(_ host: Host) throws -> ExitStatus {
        let store = try host.readingStore()
        guard let id else {
            try host.show(try store.read { try History.table(in: $0) })
            return .done
        }
        try host.requireAdministrator(in: store, for: "history \(id)")
        try host.show(try store.read { try History.plan(of: id, in: $0) })
        return .done
    }
}
