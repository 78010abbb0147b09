import ArgumentParser
import GRDB
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
                    "Viser hva fristen regnes fra, hvor lenge den varer, helligdager på veien, utsettelser, den ytterste grensen og paragrafen. Uten navn vises alle fristene i arbeidsflyten.\n\n  kjerne explain deadline notes.note 12\n  kjerne explain deadline notes.note 12 answer",
                nn:
                    "Viser kva fristen blir rekna frå, kor lenge han varer, heilagdagar på vegen, utsetjingar, den ytste grensa og paragrafen. Utan namn blir alle fristane i arbeidsflyten viste.\n\n  kjerne explain deadline notes.note 12\n  kjerne explain deadline notes.note 12 answer",
                en:
                    "Shows what the deadline counts from, how long it lasts, holidays on the way, extensions, the outer limit and the paragraph. Without a name, every deadline of the workflow.\n\n  kjerne explain deadline notes.note 12\n  kjerne explain deadline notes.note 12 answer"
            ))
    }

    @OptionGroup var global: GlobalOptions
    @Argument(help: .init(text(nb: "slaget, med modul", nn: "slaget, med modul", en: "the kind of record, with its module"))) var record:
        String
    @Argument(help: .init(text(nb: "nummeret", nn: "nummeret", en: "its number"))) var id: Int64
    @Argument(help: .init(text(nb: "fristen", nn: "fristen", en: "the deadline"))) var name: String?

    func run(_ host: Host) throws -> ExitStatus {
        let store = try host.readingStore()
        let live = try store.read { try LiveConfiguration.load($0, linked: host.linked) }
        guard let type = live.record(record) else {
            throw HostError.unknown(
                Text(nb: "slaget", nn: "slaget", en: "kind of record"), record, known: live.deadlines.index.typesWithDeadlines.map(\.id))
        }
        let actor = try host.context(in: store).actor
        return try store.read { db in
            guard try RecordReader(live, as: actor, in: db).find(type, id) != nil,
                var deadlines = try DeadlineEngine(live.deadlines, time: live.time, in: db).explain(type.id, id)
            else { throw HostError.unknown(type.label, String(id), known: []) }
            if let name {
                let known = deadlines.map(\.name)
                deadlines = deadlines.filter { $0.name == name }
                if deadlines.isEmpty { throw HostError.unknown(Text(nb: "fristen", nn: "fristen", en: "deadline"), name, known: known) }
            }
            let isTold = try seesReasons(actor, type, live, db)
            let pages = try deadlines.map { deadline in
                deadline.text(host.language, zone: live.timeZone, reasons: isTold ? try deadline.reasons(in: db) : [:])
            }
            let none = host.say(nb: "Ingen frister.\n", nn: "Ingen fristar.\n", en: "No deadlines.\n")
            try host.show(
                .object([("format", .string("kjerne.explanations/1")), ("explanations", .array(deadlines.map(\.json)))]),
                text: pages.isEmpty ? none : pages.joined(separator: "\n"))
            return .done
        }
    }

    /// Why a limit was extended is told to those who may extend it, and to the person herself.
    private func seesReasons(_ actor: Actor, _ type: RecordType, _ live: LiveConfiguration, _ db: Database) throws -> Bool {
        guard case .person(let key) = actor else { return true }
        if try RecordOwnerFinder(live.deadlines.index, in: db).find(type.id, id) == key { return true }
        return try !Authorisation.roles(of: key, in: db).isDisjoint(with: DeadlineExtension.roles)
    }
}
