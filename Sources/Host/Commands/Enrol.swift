import ArgumentParser
import GRDB
import Kernel

/// `kjerne enrol`: one person into one offering.
struct Enrol: HostCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "enrol",
            abstract: text(
                nb: "Meld en person på en gjennomføring.", nn: "Meld ein person på ei gjennomføring.", en: "Enrol a person in an offering."),
            discussion: text(
                nb:
                    "Mange på én gang: kjerne do kernel.enrolment.create --each FIL.csv\n\n  kjerne enrol storby-h27 p0017 --role participant",
                nn:
                    "Mange på éin gong: kjerne do kernel.enrolment.create --each FIL.csv\n\n  kjerne enrol storby-h27 p0017 --role participant",
                en: "Many at once: kjerne do kernel.enrolment.create --each FILE.csv\n\n  kjerne enrol storby-h27 p0017 --role participant")
        )
    }

    @OptionGroup var global: GlobalOptions
    @Argument(help: .init(text(nb: "gjennomføringen", nn: "gjennomføringa", en: "the offering"))) var offering: String
    @Argument(help: .init(text(nb: "personens id", nn: "id-en til personen", en: "the person's id"))) var person: String
    @Option(help: .init(text(nb: "rollen", nn: "rolla", en: "the role"), valueName: "role")) var role = EnrolmentList.participant
    @Flag(help: .init(text(nb: "vis hva som ville skjedd", nn: "vis kva som ville skjedd", en: "show what would happen"))) var dryRun =
        false

    static var formats: [OutputFormat] { OutputFormat.ofValues }

    func run(_ host: Host) throws -> ExitStatus {
        try host.enrol(.init(offering: offering, person: person, role: role), dryRun: dryRun)
    }
}

extension Host {
    /// Enrols one person.
    func enrol(_ input: EnrolmentAction.Input, dryRun: Bool) throws -> ExitStatus {
        let store = try writingStore()
        let roles = try store.read { try LiveConfiguration.load($0, linked: linked) }.roles
        let (person, offering) = (input.person, input.offering)
        try perform(EnrolmentAction(roles: roles), input, in: store, dryRun: dryRun) { result in
            try show(
                result.json(
                    .object([("new", .bool(result.effect.isNew))] + (result.effect.isResumed ? [("resumed", .bool(true))] : []))),
                text: result.effect.isResumed
                    ? say(
                        nb: "\(person) deltar i \(offering) igjen: påmeldingen var avsluttet og fortsetter.\n",
                        nn: "\(person) deltek i \(offering) att: påmeldinga var avslutta og held fram.\n",
                        en: "\(person) takes part in \(offering) again: the enrolment had ended, and goes on.\n")
                    : result.effect.isNew
                        ? say(
                            nb: "\(person) er påmeldt \(offering).\n", nn: "\(person) er påmeld \(offering).\n",
                            en: "\(person) is enrolled in \(offering).\n")
                        : say(
                            nb: "\(person) var allerede påmeldt \(offering).\n", nn: "\(person) var alt påmeld \(offering).\n",
                            en: "\(person) was already enrolled in \(offering).\n"))
        }
        return .done
    }

    /// Reads from the store of the workspace.
    func reading<T>(_ body: (Database) throws -> T) throws -> T { try readingStore().read(body) }

    /// Reads from the store what the one who acts may see of people.
    func readingAsActor<T>(_ body: (PeopleReading, Database) throws -> T) throws -> T {
        let store = try readingStore()
        let actor = try context(in: store).actor
        return try store.read { try body(PeopleReading(actor, in: $0), $0) }
    }

    /// A CSV file, named in faults as it was given.
    func csv(_ path: String, into sources: inout SourceMap) throws -> SourceFile {
        let file: [UInt8]
        do { file = try FileContent.read(io.resolved(path), limit: CSVFile.sizeLimit) } catch {
            let place = SourceSpan(startOf: sources.add(path: path, bytes: []).id)
            return try showingFaults(sources) {
                throw DiagnosticsError(.unreadable(reason: error.reason, isTable: true, at: place))
            }
        }
        guard file.count <= CSVFile.sizeLimit else {
            throw HostError.unreadable(path, Text(nb: "mer enn 256 MiB", nn: "meir enn 256 MiB", en: "more than 256 MiB"))
        }
        return sources.add(path: path, bytes: file)
    }
}
