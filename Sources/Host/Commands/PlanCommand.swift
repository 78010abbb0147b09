import ArgumentParser
import Kernel

/// `kjerne plan`: what would change.
struct PlanCommand: HostCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "plan",
            abstract: text(
                nb: "Vis hva «apply» ville endret, og hvem det rører.", nn: "Vis kva «apply» ville endra, og kven det rører.",
                en: "Show what 'apply' would change, and whom it touches."),
            discussion: text(
                nb:
                    "Planen viser hvert felt med risiko og antall personer. --save lagrer den; «apply FIL» gjør da akkurat dette, for like mange, eller ingenting.\n\n  kjerne plan --save plan.json",
                nn:
                    "Planen viser kvart felt med risiko og talet på personar. --save lagrar han; «apply FIL» gjer då akkurat dette, for like mange, eller ingenting.\n\n  kjerne plan --save plan.json",
                en:
                    "The plan shows each field with its risk and the number of people. --save keeps it; 'apply FILE' then does exactly that, to as many, or nothing.\n\n  kjerne plan --save plan.json"
            ))
    }

    @OptionGroup var global: GlobalOptions

    @Option(
        help: .init(
            text(nb: "lagre planen i denne filen", nn: "lagre planen i denne fila", en: "keep the plan in this file"), valueName: "file"))
    var save: String?

    @Flag(
        help: .init(
            text(
                nb: "avslutt med 2 når noe ville endret seg", nn: "avslutt med 2 når noko ville endra seg",
                en: "end with 2 when something would change")))
    var exitCode = false

    func run(_ host: Host) throws -> ExitStatus {
        let (workspace, _, store) = try host.plannedWorkspace()
        try host.requireAdministrator(in: store, for: "plan")
        let plan = try Planner.plan(workspace, in: store, at: try host.clock().now())
        if let save {
            try requirePlan(at: save, host)
            do { try FileContent.write(Array((plan.json.pretty + "\n").utf8), to: host.io.resolved(save)) } catch {
                throw HostError.cannotCreate(save, error.reason)
            }
        }
        try host.show(plan)
        return exitCode && !plan.isEmpty ? .different : .done
    }

    /// A plan is written over an earlier one, and over nothing else.
    private func requirePlan(at path: String, _ host: Host) throws {
        let place = host.io.resolved(path)
        guard FileContent.exists(place), let bytes = try? FileContent.read(place, limit: 1 << 24) else { return }
        let root = JSONReader.read(SourceFile(id: .init(0), path: path, bytes: bytes)).document?.root
        guard bytes.isEmpty || root?["format"]?.string == Plan.format else {
            throw HostError.cannotCreate(
                path,
                Text(
                    nb: "der ligger en fil som ikke er en plan", nn: "der ligg ei fil som ikkje er ein plan",
                    en: "a file lies there that is no plan"))
        }
    }
}

extension Host {
    /// What a command tells of everyone is for the operator and administrators; where nothing is live there is nobody.
    func requireAdministrator(in store: Store?, for command: String) throws {
        guard let store else { return }
        let actor = try actor(in: store)
        try store.read { try Authorisation.require(actor, for: command, roles: ["admin"], in: $0) }
    }

    /// Writes a plan as `--output` says.
    func show(_ plan: Plan) throws {
        switch global.output ?? .table {
        case .table: io.write(PlanText(language: language, color: usesColor).render(plan))
        case .json: io.write(plan.json.pretty + "\n")
        case .csv, .html: try show(plan.table)
        case .sarif: throw HostError.wrongFormat("sarif", can: OutputFormat.ofTables.map(\.rawValue))
        }
    }
}
