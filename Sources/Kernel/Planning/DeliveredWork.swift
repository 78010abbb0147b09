import GRDB

/// Tells whether anybody has delivered against an activity: whether a record of its kind has left the state in which it begins.
struct DeliveredWork {
    private let live: LiveConfiguration
    private let db: Database

    /// - Returns: nil where nothing has been applied.
    init?(in db: Database) throws {
        // What is asked for is in the declarations; no code is run for it.
        do { live = try LiveConfiguration.load(db, linked: LinkedModules(plugins: []).withoutCode) } catch LiveError.nothingApplied {
            return nil
        }
        self.db = db
    }

    /// - Parameter activity: the id that the variant gives it.
    func exists(_ activity: String, offering: String) throws -> Bool {
        guard let offered = try OfferedActivity.find(activity, offering: offering, in: db) else { return false }
        let isDone = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM kernel_completion WHERE activity = ? AND status = 'done')", arguments: [offered.key])
        if isDone == true { return true }
        guard let declared = live.activity(offered.kind), let type = declared.record.flatMap(live.record),
            let place = place(of: declared, type)
        else { return false }
        var sql = "SELECT EXISTS (SELECT 1 FROM \(SQLName.quoted(type.table)) r WHERE \(place) = ?"
        var arguments: StatementArguments = [offered.key]
        if let workflow = type.workflow {
            sql += " AND EXISTS (SELECT 1 FROM kernel_state s WHERE s.kind = ? AND s.record = r._id AND s.state <> ?)"
            arguments += [type.id, workflow.initial]
        }
        return try Bool.fetchOne(db, sql: sql + ")", arguments: arguments) ?? false
    }

    /// The activity of a record, as SQL over its row `r`.
    private func place(of activity: DeclaredActivity, _ type: RecordType) -> String? {
        switch activity.counting {
        case .own: live.memory.scope(of: type, live).activity
        case .member: GroupWork(type, live: live)?.activity
        }
    }
}
