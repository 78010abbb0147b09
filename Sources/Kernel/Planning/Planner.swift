import GRDB

/// Makes plans: the difference between what is live and what the files describe, with what it means for people.
public struct Planner {
    let db: Database
    /// The schema of a composed variant.
    let view: SchemaView?
    /// The day on which the plan is made, which parts deadlines that have passed from those that have not.
    let today: Day
    /// When the plan is made, which parts deadlines of records that run from those that are over.
    let instant: Instant

    /// - Parameters:
    ///   - wanted: what is to become live.
    ///   - files: the digest of the files it was read from.
    /// - Throws: `PlanError.unknownRelease` where an offering is pinned to a release that does not exist.
    func plan(_ wanted: ConfigurationState, files: String) throws -> Plan {
        let configuration = ConfigurationStore(db: db)
        let live = try configuration.live()
        let moves = try OfferingMove.all(to: wanted, in: db)
        let differ = Differ(view: view)
        let found =
            try differ.changes(from: live, to: wanted) + moves.flatMap { $0.changes(differ) }
            + MovedDays(db: db, moves: moves).changes(from: live, to: wanted)
        let behind = try configuration.behind(wanted: wanted)
        let renames = found.contains { $0.key.kind == .module || $0.inner.last == "kind" || $0.inner.contains("settings") }
        let formers = renames ? try wanted.formerNames() : FormerNames([])
        let changes = Renamed(formers: formers).merge(found)
        let assessed = try ImpactAssessor(db: db, formers: formers, moves: moves).assess(changes)
        let guarded = try DeadlineGuard(db: db, today: today, instant: instant).protect(assessed, moves, from: live, to: wanted)
        let marked = try RunningDeadlines(db: db, instant: instant, formers: formers).mark(guarded, from: live, to: wanted)
        return Plan(changes: marked, base: try live.digest, files: files, behind: behind, isAltered: try configuration.isAltered())
    }

    /// The plan for a workspace without errors.
    ///
    /// - Parameters:
    ///   - instant: now, as the run's clock has it.
    ///   - store: nil where nothing has been applied yet; everything is then new and touches nobody.
    public static func plan(_ workspace: Workspace, in store: Store?, at instant: Instant) throws -> Plan {
        let wanted = ConfigurationState(workspace)
        guard let store else { return try first(wanted, files: workspace.tree.digest) }
        return try store.read {
            try Planner(db: $0, view: workspace.bodySchema?.root, today: LocalDay.day(of: instant, in: wanted), instant: instant).plan(
                wanted, files: workspace.tree.digest)
        }
    }

    /// The plan for a store that does not exist yet: everything is new and touches nobody.
    private static func first(_ wanted: ConfigurationState, files: String) throws -> Plan {
        for (key, value) in wanted.documents.sorted(by: { $0.key < $1.key }) where key.kind == .offering {
            guard let label = value["release"]?.string, label != "follow" else { continue }
            throw PlanError.unknownRelease(offering: key.id, label: label, known: [])
        }
        let empty = ConfigurationState()
        return Plan(changes: Differ(view: nil).changes(from: empty, to: wanted), base: try empty.digest, files: files, behind: [])
    }
}
