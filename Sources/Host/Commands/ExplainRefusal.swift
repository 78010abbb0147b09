import ArgumentParser
import Kernel

/// `kjerne explain refusal`: what would stand in the way of an action now.
struct ExplainRefusal: HostCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "refusal",
            abstract: text(
                nb: "Hva som ville hindret en handling nå.", nn: "Kva som ville hindra ei handling no.",
                en: "What would stand in the way of an action now."),
            discussion: text(
                nb:
                    "Handlingen prøves og tas tilbake; ingenting blir endret.\n\n  kjerne explain refusal reflection.note.deliver 4 --as p0017",
                nn:
                    "Handlinga blir prøvd og teken tilbake; ingenting blir endra.\n\n  kjerne explain refusal reflection.note.deliver 4 --as p0017",
                en:
                    "The action is tried and taken back; nothing is changed.\n\n  kjerne explain refusal reflection.note.deliver 4 --as p0017"
            ))
    }

    @OptionGroup var global: GlobalOptions
    @Option(
        help: .init(
            text(
                nb: "feltene som YAML eller JSON; «-» leser standard inn", nn: "felta som YAML eller JSON; «-» les standard inn",
                en: "the fields as YAML or JSON; '-' reads standard input"), valueName: "file"))
    var input: String?
    @Argument(
        parsing: .allUnrecognized,
        help: .init(
            text(
                nb: "handlingen, id-en til posten og feltene som flagg", nn: "handlinga, id-en til posten og felta som flagg",
                en: "the action, the record's id, and the fields as flags"), valueName: "action"))
    var words: [String] = []

    static var formats: [OutputFormat] { OutputFormat.ofValues }

    func run(_ host: Host) throws -> ExitStatus {
        let store = try host.writingStore()
        let live = try store.read { try LiveConfiguration.load($0, linked: host.linked) }
        let catalog = ActionCatalog(live)
        guard let name = words.first, !name.hasPrefix("--") else { throw HostError.noAction }
        guard let action = catalog.find(name) else {
            throw HostError.unknown(Text(nb: "handlingen", nn: "handlinga", en: "action"), name, known: catalog.all.map(\.name))
        }
        var sources = SourceMap()
        let given = try host.inputs(Array(words.dropFirst()), file: input, of: action, into: &sources)
        let explanation = try RefusalExplanation.find(
            action, given, person: host.global.actor, context: host.context(in: store),
            by: ActionRunner(environment: host.environment(live, store), store: store))
        try host.show(explanation.json, text: page(explanation, host))
        return .done
    }

    private func page(_ explanation: RefusalExplanation, _ host: Host) -> String {
        let who = explanation.person ?? host.say(nb: "operatøren", nn: "operatøren", en: "the operator")
        let act = "\(explanation.action)\(explanation.id.map { " " + $0 } ?? ""), \(who): "
        guard let cause = explanation.cause else {
            return act + host.say(nb: "ingenting hindrer det nå", nn: "ingenting hindrar det no", en: "nothing stands in the way now")
                + "\n"
        }
        let what = cause.text(host.language)
        var lines = [
            act
                + host.say(
                    nb: "går ikke nå, på grunn av \(what)", nn: "går ikkje no, på grunn av \(what)", en: "refused now, because of \(what)")
        ]
        if let reason = explanation.reason { lines.append("  " + reason(host.language)) }
        if let help = explanation.help {
            lines.append("  = " + host.say(nb: "hjelp: ", nn: "hjelp: ", en: "help: ") + help(host.language))
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
