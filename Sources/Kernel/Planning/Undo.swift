public import GRDB

/// Finds what an undo returns to.
public struct Undo: Sendable {
    /// The apply that is undone, with all that came after it.
    public var undone: Int64
    /// The files to return to; empty for the state before the first apply.
    public var tree: FileTree
    /// The files as they were last applied.
    public var applied: FileTree
    /// The apply whose files those are; nil for the state before the first.
    public var target: Int64?
    /// Applies after the one that is undone, which go with it.
    public var later: [Int64]
    /// What stays as it is, because no undo may take it: people, enrolments and releases.
    public var stays: (people: Int, enrolments: Int, releases: Int)

    /// - Parameters:
    ///   - id: the number of an apply.
    ///   - after: return to the state that this apply made, instead of the one before it.
    /// - Throws: `PlanError.unknownApply`.
    public static func find(_ id: Int64, after: Bool, in db: Database) throws -> Undo {
        let ids = try Int64.fetchAll(db, sql: "SELECT id FROM kernel_apply ORDER BY id")
        guard let position = ids.firstIndex(of: id) else { throw PlanError.unknownApply(Int(id), known: ids.count) }
        var target = after ? id : position == 0 ? nil : ids[position - 1]
        let tree = try target.map { try Snapshots(db: db).tree(of: $0) } ?? FileTree()
        // Where that apply was itself an undo of all before it, there are no files to read.
        if tree.files.isEmpty { target = nil }
        let later = Array(ids[(position + 1)...])
        return Undo(
            undone: after ? later.first ?? id : id, tree: tree,
            applied: try ids.last.map { try Snapshots(db: db).tree(of: $0) } ?? FileTree(), target: target, later: later,
            stays: (
                try count("kernel_person", db), try count("kernel_enrolment", db), try count("kernel_release", db)
            ))
    }

    /// The files that writing the old ones back would replace, and that hold something that was never applied.
    ///
    /// - Parameter tree: the files as they are now.
    public func unapplied(in tree: FileTree) -> [String] {
        self.tree.paths.filter { path in
            guard let now = tree[path] else { return false }
            return now != self.tree[path] && now != applied[path]
        }
    }

    private static func count(_ table: String, _ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
    }
}
