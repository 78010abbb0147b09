import ArgumentParser
import Kernel

/// `kjerne do`: an action by name.
struct Do: HostCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "do",
            abstract: text(nb: "Utfør en handling.", nn: "Utfør ei handling.", en: "Perform an action."),
            discussion: text(
                nb: "Handlinger: \(names).\n\n  kjerne do kernel.enrolment.create --each pameldinger.csv",
                nn: "Handlingar: \(names).\n\n  kjerne do kernel.enrolment.create --each pameldingar.csv",
                en: "Actions: \(names).\n\n  kjerne do kernel.enrolment.create --each enrolments.csv"))
    }

    static let names = "kernel.enrolment.create"

    @OptionGroup var global: GlobalOptions
    @Argument(help: .init(text(nb: "handlingen", nn: "handlinga", en: "the action"))) var action: String
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
    @Option(help: .init(text(nb: "gjennomføringen", nn: "gjennomføringa", en: "the offering"), valueName: "id")) var offering: String?
    @Option(help: .init(text(nb: "personen", nn: "personen", en: "the person"), valueName: "id")) var person: String?
    @Option(help: .init(text(nb: "rollen", nn: "rolla", en: "the role"), valueName: "role")) var role: String?
    @Flag(help: .init(text(nb: "vis hva som ville skjedd", nn: "vis kva som ville skjedd", en: "show what would happen"))) var dryRun =
        false

    func run(_ host: Host) throws -> ExitStatus {
        guard action == Self.names else {
            throw HostError.unknown(Text(nb: "handlingen", nn: "handlinga", en: "action"), action, known: [Self.names])
        }
        guard let each else {
            guard let offering, let person else {
                throw ValidationError(
                    text(
                        nb: "--offering og --person må oppgis, eller --each", nn: "--offering og --person må oppgivast, eller --each",
                        en: "give --offering and --person, or --each"))
            }
            return try host.enrol(.init(offering: offering, person: person, role: role ?? EnrolmentList.participant), dryRun: dryRun)
        }
        let (settings, workspace) = try host.settings()
        var sources = SourceMap()
        let list = try host.showingFaults(sources) { EnrolmentList(file: try host.csv(each, into: &sources), mapping: try CSVMapping(map)) }
        let store = try host.store(settings)
        var context = try host.context(in: store)
        let progress = Progress(host.say(nb: "melder på", nn: "melder på", en: "enrolling"), io: host.io)
        let result = try host.showingFaults(sources) {
            try ActionPipeline.perform(
                EnrolmentListAction(roles: host.roles(workspace)) { progress.show($0) }, list, context: &context, in: store,
                rehearse: dryRun)
        }
        let effect = result.effect
        try host.show(
            result.json,
            text: host.say(
                nb: "\(Counted.text(effect.new, "ny påmelding", "nye påmeldinger")), \(effect.unchanged) fra før.\n",
                nn: "\(Counted.text(effect.new, "ny påmelding", "nye påmeldingar")), \(effect.unchanged) frå før.\n",
                en: "\(Counted.text(effect.new, "new enrolment", "new enrolments")), \(effect.unchanged) there already.\n"))
        return .done
    }
}
