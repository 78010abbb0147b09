import ArgumentParser
import Kernel

/// `kjerne log`: the event log.
struct Log: HostCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "log",
            abstract: text(
                nb: "Vis hendelsesloggen, eller bevis at den er hel.", nn: "Vis hendingsloggen, eller bevis at han er heil.",
                en: "Show the event log, or prove that it is whole."),
            discussion: text(
                nb:
                    "--verify finner endringer, og noe som er fjernet, satt inn eller byttet om. Et anker som er skrevet ned et annet sted, viser også om slutten er kuttet.\n\n  kjerne log --verify --anchor 12:9f2c…",
                nn:
                    "--verify finn endringar, og noko som er fjerna, sett inn eller bytt om. Eit anker som er skrive ned ein annan stad, viser òg om slutten er kutta.\n\n  kjerne log --verify --anchor 12:9f2c…",
                en:
                    "--verify finds changes, and what was removed, inserted or reordered. An anchor written down elsewhere also shows whether the end was cut.\n\n  kjerne log --verify --anchor 12:9f2c…"
            ))
    }

    @OptionGroup var global: GlobalOptions
    @Flag(help: .init(text(nb: "kontroller kjeden", nn: "kontroller kjeda", en: "check the chain"))) var verify = false
    @Option(
        help: .init(
            text(nb: "et tidligere hode av loggen", nn: "eit tidlegare hovud av loggen", en: "an earlier head of the log"),
            valueName: "n:hash")) var anchor: String?
    @Option(help: .init(text(nb: "bare denne handlingen", nn: "berre denne handlinga", en: "only this action"), valueName: "name"))
    var action: String?
    @Option(help: .init(text(nb: "høyst så mange", nn: "høgst så mange", en: "at most so many"), valueName: "n")) var limit: UInt?

    var outputs: [OutputFormat] { verify ? OutputFormat.ofValues : OutputFormat.ofTables }

    func run(_ host: Host) throws -> ExitStatus {
        guard verify else {
            guard anchor == nil else {
                throw ValidationError(
                    text(
                        nb: "--anchor gjelder bare sammen med --verify", nn: "--anchor gjeld berre saman med --verify",
                        en: "--anchor goes with --verify"))
            }
            let limit = limit.map { Int(clamping: $0) }
            try host.show(try host.readingAsActor { try LogTables.list($0.events(EventFilter(action: action, limit: limit)), in: $1) })
            return .done
        }
        var known: EventAnchor?
        if let anchor {
            guard let parsed = EventAnchor(anchor) else { throw HostError.badAnchor(anchor) }
            known = parsed
        }
        let check = try host.reading { try EventLog.verify($0, anchor: known) }
        try host.show(LogTables.json(check), text: LogTables.text(check, language: host.language))
        return check.isSound ? .done : .wrong
    }
}
