import ArgumentParser
import Kernel

/// `kjerne explain right`: which rule lets a person do something, or forbids it.
struct ExplainRight: HostCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "right",
            abstract: text(
                nb: "Hvilken regel som gir eller nekter en person noe.", nn: "Kva regel som gir eller nektar ein person noko.",
                en: "Which rule lets a person do something, or forbids it."),
            discussion: "  kjerne explain right p0017 reflection.note.deliver 4\n  kjerne explain right p0017 kernel.enrolment.create")
    }

    @OptionGroup var global: GlobalOptions
    @Argument(help: .init(text(nb: "personens id", nn: "id-en til personen", en: "the person's id"))) var person: String
    @Argument(help: .init(text(nb: "handlingen", nn: "handlinga", en: "the action"))) var action: String
    @Argument(help: .init(text(nb: "posten", nn: "posten", en: "the record"))) var id: String?

    static var formats: [OutputFormat] { OutputFormat.ofValues }

    func run(_ host: Host) throws -> ExitStatus {
        let store = try host.readingStore()
        let live = try store.read { try LiveConfiguration.load($0, linked: host.linked) }
        let catalog = ActionCatalog(live)
        guard let found = catalog.find(action) else {
            throw HostError.unknown(Text(nb: "handlingen", nn: "handlinga", en: "action"), action, known: catalog.all.map(\.name))
        }
        let context = try host.context(in: store)
        let instant = try context.clock.now()
        let explanation = try host.showingFaults(SourceMap()) {
            try store.read { db in
                guard case .person(let key) = try Authorisation.actor(person, in: db), let person = try Person.find(key: key, in: db) else {
                    throw HostError.unknownPerson(person, nearest: nil)
                }
                return try RightExplanation.find(
                    for: context.actor, person, found, id: id, at: instant, live: live, in: db)
            }
        }
        let answer =
            explanation.decision.isAllowed ? host.say(nb: "ja", nn: "ja", en: "yes") : host.say(nb: "nei", nn: "nei", en: "no")
        try host.show(
            explanation.json,
            text: "\(person), \(action)\(id.map { " " + $0 } ?? ""): \(answer)\n  \(explanation.decision.reason(host.language))\n")
        return .done
    }
}
