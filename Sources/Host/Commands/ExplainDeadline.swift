import ArgumentParser
import Kernel

/// `kjerne explain deadline`: how a deadline came about.
struct ExplainDeadline: HostCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "deadline",
            abstract: text(
                nb: "Hvordan en frist er regnet ut.", nn: "Korleis ein frist er rekna ut.", en: "How a deadline was computed."),
            discussion: text(
                nb:
                    "Viser hva fristen regnes fra, hvor lenge den varer, helligdager på veien, utsettelser, den ytterste grensen og paragrafen. Uten navn vises alle fristene som løper eller har løpt.\n\n  kjerne explain deadline notes.note 12\n  kjerne explain deadline notes.note 12 answer",
                nn:
                    "Viser kva fristen blir rekna frå, kor lenge han varer, heilagdagar på vegen, utsetjingar, den ytste grensa og paragrafen. Utan namn blir alle fristane som går eller har gått, viste.\n\n  kjerne explain deadline notes.note 12\n  kjerne explain deadline notes.note 12 answer",
                en:
                    "Shows what the deadline counts from, how long it lasts, holidays on the way, extensions, the outer limit and the paragraph. Without a name, every deadline that runs or has run.\n\n  kjerne explain deadline notes.note 12\n  kjerne explain deadline notes.note 12 answer"
            ))
    }

    @OptionGroup var global: GlobalOptions
    @Argument(help: .init(text(nb: "slaget, med modul", nn: "slaget, med modul", en: "the kind of record, with its module"))) var record:
        String
    @Argument(help: .init(text(nb: "nummeret", nn: "nummeret", en: "its number"))) var id: Int64
    @Argument(help: .init(text(nb: "fristen", nn: "fristen", en: "the deadline"))) var name: String?

    func run(_ host: Host) throws -> ExitStatus {
        let store = try host.readingStore()
        let actor = try host.context(in: store).actor
        return try store.read { db in
            try Authorisation.require(actor, for: "kernel.deadline.explain", roles: DeadlineExtension.roles, in: db)
            let zone = try WorkspaceTime.load(db).zone
            var deadlines = try DeadlineExplanation.list(record, id, in: db)
            if let name {
                let known = deadlines.map(\.name)
                deadlines = deadlines.filter { $0.name == name }
                if deadlines.isEmpty { throw HostError.unknown(Text(nb: "fristen", nn: "fristen", en: "deadline"), name, known: known) }
            }
            guard !deadlines.isEmpty else {
                throw HostError.unknown(
                    Text(nb: "en frist for", nn: "ein frist for", en: "deadline of"), "\(record) \(id)", known: [])
            }
            let pages = try deadlines.map { $0.text(host.language, zone: zone, reasons: try $0.reasons(in: db)) }
            let json = name == nil ? JSONValue.array(deadlines.map(\.json)) : deadlines[0].json
            try host.show(
                name == nil ? .object([("format", .string(DeadlineExplanation.format)), ("deadlines", json)]) : json,
                text: pages.joined(separator: "\n"))
            return .done
        }
    }
}
