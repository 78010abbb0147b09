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
                    "Viser hva fristen regnes fra, hvor lenge den varer, helligdager på veien, utsettelser, den ytterste grensen og paragrafen. Uten navn vises alle fristene i arbeidsflyten. Av en deltaker vises når aktivitetene i kurset er ute for henne.\n\n  kjerne explain deadline notes.note 12\n  kjerne explain deadline notes.note 12 answer\n  kjerne explain deadline kernel.enrolment vest-h27/kari essay",
                nn:
                    "Viser kva fristen blir rekna frå, kor lenge han varer, heilagdagar på vegen, utsetjingar, den ytste grensa og paragrafen. Utan namn blir alle fristane i arbeidsflyten viste. Av ein deltakar blir det vist når aktivitetane i kurset er ute for henne.\n\n  kjerne explain deadline notes.note 12\n  kjerne explain deadline notes.note 12 answer\n  kjerne explain deadline kernel.enrolment vest-h27/kari essay",
                en:
                    "Shows what the deadline counts from, how long it lasts, holidays on the way, extensions, the outer limit and the paragraph. Without a name, every deadline of the workflow. Of a participant, when the activities of the course are due for her.\n\n  kjerne explain deadline notes.note 12\n  kjerne explain deadline notes.note 12 answer\n  kjerne explain deadline kernel.enrolment vest-h27/kari essay"
            ))
    }

    @OptionGroup var global: GlobalOptions
    @Argument(help: .init(text(nb: "slaget, med modul", nn: "slaget, med modul", en: "the kind of record, with its module"))) var record:
        String
    @Argument(
        help: .init(
            text(
                nb: "nummeret eller nøkkelen; GJENNOMFØRING/PERSON", nn: "nummeret eller nøkkelen; GJENNOMFØRING/PERSON",
                en: "its number or key; OFFERING/PERSON"))) var id: String
    @Argument(help: .init(text(nb: "fristen eller aktiviteten", nn: "fristen eller aktiviteten", en: "the deadline or activity"))) var name:
        String?

    var reads: [String]? { ["explain", "deadline", record, id] }

    func run(_ host: Host) throws -> ExitStatus {
        let store = try host.readingStore()
        let live = try store.read { try LiveConfiguration.load($0, linked: host.linked) }
        let context = try host.context(in: store)
        let (actor, instant) = (context.actor, try context.clock.now())
        return try store.read { db in
            var (deadlines, isBlind) =
                try record == KernelRecord.enrolment.rawValue
                ? (activities(live, actor, db), false) : declared(live, actor, instant, db)
            if let name {
                let known = deadlines.map(\.name)
                deadlines = deadlines.filter { $0.name == name }
                if deadlines.isEmpty { throw HostError.unknown(Text(nb: "fristen", nn: "fristen", en: "deadline"), name, known: known) }
            }
            let told = try deadlines.map { deadline in
                let reasons = try deadline.reasons(for: actor, live: live, in: db)
                return (isBlind ? try deadline.byDay(in: live.timeZone, keeping: Set(reasons.keys)) : deadline, reasons)
            }
            let pages = told.map { deadline, reasons in
                deadline.text(
                    host.language, zone: live.timeZone, reasons: reasons,
                    subject: record == KernelRecord.enrolment.rawValue ? id : nil)
            }
            let none = host.say(nb: "Ingen frister.\n", nn: "Ingen fristar.\n", en: "No deadlines.\n")
            try host.show(
                .object([("format", .string("kjerne.explanations/1")), ("explanations", .array(told.map { $0.json(reasons: $1) }))]),
                text: pages.isEmpty ? none : pages.joined(separator: "\n"))
            return .done
        }
    }

    /// The deadlines that the workflow of a record declares, and whether the reader is told an alias alone.
    private func declared(
        _ live: LiveConfiguration, _ actor: Actor, _ instant: Instant, _ db: Database
    ) throws -> ([DeadlineExplanation], isBlind: Bool) {
        guard let type = live.record(record) else {
            throw HostError.unknown(
                Text(nb: "slaget", nn: "slaget", en: "kind of record"), record,
                known: live.deadlines.index.typesWithDeadlines.map(\.id) + [KernelRecord.enrolment.rawValue])
        }
        let reader = try RecordReader(live, as: actor, at: instant, in: db)
        guard let visible = try reader.find(type, id: id),
            let deadlines = try DeadlineEngine(live.deadlines, time: live.time, in: db).explain(type.id, visible.number)
        else { throw HostError.unknown(type.label, id, known: []) }
        let sight = MomentSight(reader)
        return (try deadlines.filter { try sight.tells($0.name, of: type, visible.number) }, visible.isBlind)
    }

    /// When activities are due for a participant whose work the reader sees.
    private func activities(_ live: LiveConfiguration, _ actor: Actor, _ db: Database) throws -> [DeadlineExplanation] {
        guard let enrolment = try PeopleReading(actor, in: db).enrolment(id, in: db) else {
            throw HostError.unknown(Text(nb: "påmeldingen", nn: "påmeldinga", en: "enrolment"), id, known: [])
        }
        return try ActivityDeadline(live: live, in: db).explain(enrolment)
    }
}
