/// A plan on disk: what `plan --save` wrote and `apply FILE` carries out.
public struct SavedPlan: Sendable, Equatable {
    /// The digest of the live configuration it was made from.
    public var base: String
    /// The digest of the files it was made from.
    public var files: String
    /// What it says that would change, with whom that touches.
    private var changes: [JSONValue]
    /// SHA-256 over the canonical form of the changes.
    public var digest: String

    /// Reads a saved plan.
    ///
    /// - Throws: `PlanError.notAPlan`.
    public init(_ bytes: [UInt8], path: String) throws(PlanError) {
        guard let value = try? JSONValue(parsing: bytes), let plan = SavedPlan(value) else { throw .notAPlan(path) }
        self = plan
    }

    /// - Returns: nil where it is not a plan.
    init?(_ value: JSONValue) {
        guard value["format"]?.string == "kjerne.plan/1", let base = value["base"]?.string, let files = value["files"]?.string,
            let changes = value["changes"]?.array, let canonical = try? JSONValue.array(changes).canonical
        else { return nil }
        self.base = base
        self.files = files
        self.changes = changes
        digest = Digest.hex(canonical)
    }

    /// Sees to it that a plan made now is the one that was saved: made from the same, to the same end, touching as many.
    ///
    /// - Throws: `PlanError.stale` or `.touchesOthers`.
    func expect(_ plan: Plan) throws {
        guard base == plan.base, files == plan.files else { throw PlanError.stale }
        let now = plan.changes.map(\.json)
        guard digest != Digest.hex(try JSONValue.array(now).canonical) else { return }
        guard now.count == changes.count else { throw PlanError.otherChanges }
        for (then, now) in zip(changes, now) where then != now {
            let (before, after) = (PlanError.Touched(then), PlanError.Touched(now))
            guard Self.means(then) == Self.means(now), before != after, let path = now["path"]?.string else { throw PlanError.otherChanges }
            throw PlanError.touchesOthers(path: path, then: before, now: after)
        }
    }

    /// What a change does, apart from what it means for people.
    private static func means(_ change: JSONValue) -> [JSONValue?] { ["path", "kind", "before", "after"].map { change[$0] } }
}
