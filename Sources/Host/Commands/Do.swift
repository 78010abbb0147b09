import ArgumentParser
import Kernel

/// `kjerne do`: an action by name.
struct Do: HostCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "do",
            abstract: text(nb: "Utfør en handling.", nn: "Utfør ei handling.", en: "Perform an action."),
            discussion: text(
                nb:
                    "Uten navn listes alle handlinger. Feltene til en handling er flagg; --describe viser dem. En liste gis ved å gjenta flagget; et felt som heter som et valg, gis som --field.NAVN.\n\n  kjerne do reflection.note.create --activity refleksjon-1 --text \"…\" --as p0017\n  kjerne do reflection.note.deliver 4 --as p0017\n  kjerne do kernel.enrolment.create --each pameldinger.csv",
                nn:
                    "Utan namn blir alle handlingar lista. Felta til ei handling er flagg; --describe viser dei. Ei liste blir gitt ved å ta opp att flagget; eit felt som heiter som eit val, blir gitt som --field.NAMN.\n\n  kjerne do reflection.note.create --activity refleksjon-1 --text \"…\" --as p0017\n  kjerne do reflection.note.deliver 4 --as p0017\n  kjerne do kernel.enrolment.create --each pameldingar.csv",
                en:
                    "Without a name all actions are listed. The fields of an action are flags; --describe shows them. A list is given by repeating the flag; a field with the name of an option is given as --field.NAME.\n\n  kjerne do reflection.note.create --activity refleksjon-1 --text \"…\" --as p0017\n  kjerne do reflection.note.deliver 4 --as p0017\n  kjerne do kernel.enrolment.create --each enrolments.csv"
            ))
    }

    @OptionGroup var global: GlobalOptions
    @Option(
        help: .init(
            text(
                nb: "feltene som YAML eller JSON; «-» leser standard inn", nn: "felta som YAML eller JSON; «-» les standard inn",
                en: "the fields as YAML or JSON; '-' reads standard input"), valueName: "file"))
    var input: String?
    @Option(
        help: .init(
            text(
                nb: "én handling for hver rad i denne CSV-filen, alle eller ingen",
                nn: "éi handling for kvar rad i denne CSV-fila, alle eller ingen",
                en: "one action for each row of this CSV file, all or none"), valueName: "csv"))
    var each: String?
    @Option(
        help: .init(
            text(nb: "overskrift i filen = kolonne her", nn: "overskrift i fila = kolonne her", en: "header in the file = column here"),
            valueName: "header=field")) var map: [String] = []
    @Option(
        help: .init(
            text(
                nb: "et navn du velger; det samme to ganger gjøres én gang", nn: "eit namn du vel; det same to gonger blir gjort éin gong",
                en: "a name of your choice; the same one twice is done once"), valueName: "id"))
    var request: String?
    @Option(
        help: .init(
            text(
                nb: "versjonen du sist så; har posten en annen, skjer ingenting",
                nn: "versjonen du sist såg; har posten ein annan, skjer ingenting",
                en: "the version you last saw; if the record has another, nothing happens"), valueName: "version"))
    var expect: Int?
    @Option(
        help: .init(
            text(
                nb: "engangskode for et anonymt svar", nn: "eingongskode for eit anonymt svar", en: "one-time token of an anonymous answer"),
            valueName: "token")) var token: String?
    @Flag(help: .init(text(nb: "vis feltene til handlingen", nn: "vis felta til handlinga", en: "show the fields of the action")))
    var describe =
        false
    @Flag(help: .init(text(nb: "vis hva som ville skjedd", nn: "vis kva som ville skjedd", en: "show what would happen"))) var dryRun =
        false
    @Argument(
        parsing: .allUnrecognized,
        help: .init(
            text(
                nb: "handlingen, id-en til posten og feltene som flagg", nn: "handlinga, id-en til posten og felta som flagg",
                en: "the action, the record's id, and the fields as flags"), valueName: "action"))
    var words: [String] = []

    static var formats: [OutputFormat] { OutputFormat.ofTables }

    func run(_ host: Host) throws -> ExitStatus {
        let store = try host.writingStore()
        let live = try store.read { try LiveConfiguration.load($0, linked: host.linked) }
        let catalog = ActionCatalog(live)
        guard let name = words.first, !name.hasPrefix("--") else {
            guard words.isEmpty else { throw HostError.noAction }
            try host.show(ActionTables.list(catalog))
            return .done
        }
        guard let action = catalog.find(name) else {
            throw HostError.unknown(Text(nb: "handlingen", nn: "handlinga", en: "action"), name, known: catalog.all.map(\.name))
        }
        if describe {
            try host.show(ActionTables.fields(action))
            return .done
        }
        // Only lists have the formats of tables; nothing is done before that is known.
        guard OutputFormat.ofValues.contains(host.global.output ?? .table) else {
            throw HostError.wrongFormat(host.global.output?.rawValue ?? "", can: OutputFormat.ofValues.map(\.rawValue))
        }
        if let request, request.allSatisfy(\.isWhitespace) { throw HostError.emptyRequest }
        if token != nil, each == nil, !action.takesToken { throw HostError.noTokenTaken(action.name) }
        if expect != nil, action.about == nil { throw HostError.nothingToExpect(action.name) }
        let runner = ActionRunner(environment: host.environment(live, store), store: store)
        var context = try host.context(in: store)
        if let each { return try perform(each, action, runner, &context, host) }
        var sources = SourceMap()
        noteAmbiguous(action, host)
        var parsed = try host.inputs(Array(words.dropFirst()), file: input, of: action, into: &sources)
        (parsed.expect, parsed.token) = (expect, token)
        let result = try host.showingFaults(sources) {
            try runner.perform(action, parsed, context: &context, request: request, rehearse: dryRun)
        }
        try host.show(result, of: action, zone: live.time.zone)
        host.deliver(store, live, dryRun: dryRun)
        return .done
    }

    /// An option of the command that is also the name of a field is the option; that is said, so that nothing is meant and not done.
    private func noteAmbiguous(_ action: any NamedAction, _ host: Host) {
        let options: [(name: String, isGiven: Bool)] = [
            ("input", input != nil), ("each", each != nil), ("map", !map.isEmpty), ("request", request != nil), ("expect", expect != nil),
            ("token", token != nil), ("dry-run", dryRun),
        ]
        let fields = Set(InputText(schema: action.schema).names)
        for option in options + host.global.given where option.isGiven && fields.contains(option.name) {
            let (flag, field) = ("--\(option.name)", "--\(FlagInputs.fieldPrefix)\(option.name)")
            host.note(
                Text(
                    nb: "\(flag) er her et valg for kommandoen; feltet «\(option.name)» gis som \(field)",
                    nn: "\(flag) er her eit val for kommandoen; feltet «\(option.name)» blir gitt som \(field)",
                    en: "\(flag) is an option of the command here; the field '\(option.name)' is given as \(field)"))
        }
    }

    /// One action for each row.
    private func perform(
        _ path: String, _ action: any NamedAction, _ runner: ActionRunner, _ context: inout RunContext, _ host: Host
    ) throws -> ExitStatus {
        let given = [input != nil ? "--input" : nil, expect != nil ? "--expect" : nil, token != nil ? "--token" : nil].compactMap { $0 }
        guard words.count == 1, given.isEmpty else { throw HostError.fieldsWithEach(words.dropFirst() + given) }
        var sources = SourceMap()
        let file = try host.csv(path, into: &sources)
        let progress = Progress(action.declaration.title(host.language), io: host.io)
        var run = context
        if action.name == "kernel.enrolment.create", request == nil {
            return try enrol(file, sources, runner, &context, progress, host)
        }
        let result = try host.showingFaults(sources) {
            try runner.performEach(
                action, CSVInputs.read(file, of: action, mapping: CSVMapping(map)), context: &run, request: request, rehearse: dryRun
            ) { progress.show($0) }
        }
        context = run
        let rows = result.effect["rows"]?.integer ?? 0
        try host.show(
            result.json(result.effect),
            text: host.say(
                nb: "\(Counted.text(rows, "rad", "rader")) utført.\n", nn: "\(Counted.text(rows, "rad", "rader")) utført.\n",
                en: "\(Counted.text(rows, "row", "rows")) done.\n"))
        host.deliver(runner.store, runner.environment.live, dryRun: dryRun)
        return .done
    }

    /// Enrolments have a way of their own that checks a whole list before it writes.
    private func enrol(
        _ file: SourceFile, _ sources: SourceMap, _ runner: ActionRunner, _ context: inout RunContext, _ progress: Progress, _ host: Host
    ) throws -> ExitStatus {
        let list = try host.showingFaults(sources) { EnrolmentList(file: file, mapping: try CSVMapping(map)) }
        let live = runner.environment.live
        var run = context
        let result = try host.showingFaults(sources) {
            try ActionPipeline.perform(
                EnrolmentListAction(roles: live.roles) { progress.show($0) }, list, context: &run, in: runner.store, live: live,
                rehearse: dryRun)
        }
        context = run
        let effect = result.effect
        if effect.endedCount > 0 {
            let names = effect.ended.joined(separator: ", ") + (effect.endedCount > effect.ended.count ? ", …" : "")
            host.note(
                Text(
                    nb:
                        "\(Counted.text(effect.endedCount, "påmelding", "påmeldinger")) er avsluttet, og står slik: \(names). Skriv true i kolonnen resume for dem som skal delta igjen.",
                    nn:
                        "\(Counted.text(effect.endedCount, "påmelding", "påmeldingar")) er avslutta, og står slik: \(names). Skriv true i kolonnen resume for dei som skal delta igjen.",
                    en:
                        "\(Counted.text(effect.endedCount, "enrolment", "enrolments")) ended earlier, and left so: \(names). Write true in the column resume for those who are to take part again."
                ))
        }
        try host.show(
            result.json(effect.json),
            text: host.say(
                nb: "\(Counted.text(effect.new, "ny påmelding", "nye påmeldinger")), \(effect.unchanged) fra før.\n",
                nn: "\(Counted.text(effect.new, "ny påmelding", "nye påmeldingar")), \(effect.unchanged) frå før.\n",
                en: "\(Counted.text(effect.new, "new enrolment", "new enrolments")), \(effect.unchanged) there already.\n"))
        host.deliver(runner.store, live, dryRun: dryRun)
        return .done
    }
}
