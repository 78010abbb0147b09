import GRDB

/// A synthetic cohort that goes through a whole variant, to find what nobody could meet before anyone has to try.
///
/// Everything is done through the actions that people use, by persons who have the rights, in the order of the days; what
/// they hand in is drawn by the conformance kit's generator.
///
/// ```swift
/// let result = try Simulation(variant: "vest-plf-2027", participants: 200, seed: 7, workspace: workspace, linked: linked).run(in: folder)
/// ```
public struct Simulation {
    public let variant: String
    public let participants: Int
    public let seed: UInt64
    let workspace: Workspace
    let linked: LinkedModules

    /// How many participants there may be.
    public static let mostParticipants = 10_000

    /// - Parameters:
    ///   - variant: a variant of the workspace that an offering follows.
    ///   - participants: 1 to `mostParticipants`.
    ///   - workspace: without errors.
    public init(variant: String, participants: Int, seed: UInt64, workspace: Workspace, linked: LinkedModules) {
        self.variant = variant
        self.participants = participants
        self.seed = seed
        self.workspace = workspace
        self.linked = linked
    }

    /// The offering that the cohort follows: the first of the variant.
    public static func offering(of variant: String, in workspace: Workspace) -> DeclaredOffering? {
        workspace.offerings.filter { $0.variant == variant }.min { ($0.start, $0.id) < ($1.start, $1.id) }
    }

    /// Runs the cohort through the course.
    ///
    /// - Parameter folder: an empty folder for the store; the caller removes it.
    /// - Throws: `SimulationRefusal` where there is nothing to follow, `StoreError` where the store cannot be made.
    public func run(in folder: String, progress: ((Double) -> Void)? = nil) throws -> SimulationResult {
        guard let declared = Self.offering(of: variant, in: workspace), let composed = workspace.variant(variant) else {
            throw SimulationRefusal.noOffering(variant)
        }
        guard (1...Self.mostParticipants).contains(participants) else { throw SimulationRefusal.participants(participants) }
        try FileContent.makeFolder(folder)
        let path = folder + "/simulation.sqlite"
        let store = try Store.open(at: path, access: .readWrite(create: true))
        defer { try? store.close() }
        let start = try workspace.zone().startOfDay(declared.start)
        var context = RunContext(clock: .fixed(start), randomness: .seed(seed), language: .en)
        _ = try ActionPipeline.perform(
            ApplyAction(view: workspace.bodySchema?.root),
            .init(wanted: ConfigurationState(workspace), tree: workspace.tree, losesWork: false), context: &context, in: store)
        let live = try store.read { try LiveConfiguration.load($0, linked: linked) }
        // Nobody reads the store afterwards, so that nothing needs to be written into its file.
        return try store.rehearse { db in
            let run = try SimulatedRun(live: live, store: path, seed: seed, in: db)
            let course = try SimulatedCourse(
                run: run, offering: declared.id, body: composed.release.content["body"] ?? .object([]),
                schedule: workspace.schedules[declared.id] ?? Schedule(), start: start, participants: participants)
            try course.go(progress)
            var result = try course.result(variant: variant, seed: seed)
            result.digest = try ContentDigest.of(db)
            return result
        }
    }
}

extension Workspace {
    /// The time zone that its settings name.
    fileprivate func zone() throws -> TimeZoneRules { try LocalDay.zone(of: ConfigurationState(self)) }
}

/// That a simulation cannot be run as asked.
public enum SimulationRefusal: ExplainedError {
    case noOffering(String)
    case participants(Int)

    public var kind: ErrorKind {
        switch self {
        case .noOffering: .refused
        case .participants: .badInput
        }
    }
    public var message: Text {
        switch self {
        case .noOffering(let variant):
            Text(
                nb: "ingen gjennomføring følger «\(variant)», så det finnes ingen dager å gå gjennom",
                nn: "inga gjennomføring følgjer «\(variant)», så det finst ingen dagar å gå gjennom",
                en: "no offering follows '\(variant)', so there are no days to go through")
        case .participants(let count):
            Text(
                nb: "\(count) deltakere går ikke; 1 til \(Simulation.mostParticipants)",
                nn: "\(count) deltakarar går ikkje; 1 til \(Simulation.mostParticipants)",
                en: "\(count) participants will not do; 1 to \(Simulation.mostParticipants)")
        }
    }
    public var help: Text? {
        guard case .noOffering = self else { return nil }
        return Text(
            nb: "lag en fil under «offerings» med en start", nn: "lag ei fil under «offerings» med ein start",
            en: "write a file under 'offerings' with a start")
    }
}
