public import GRDB

extension WorkspaceTime {
    /// How the workspace counts time, as it was last applied.
    ///
    /// - Throws: `NothingApplied` where nothing has been applied yet.
    public static func load(_ db: Database) throws -> WorkspaceTime {
        func document(_ kind: String) throws -> Node? {
            guard let json = try String.fetchOne(db, sql: "SELECT json FROM kernel_document WHERE kind = ?", arguments: [kind]) else {
                return nil
            }
            return JSONReader.read(SourceFile(id: .init(0), path: "", bytes: Array(json.utf8))).document?.root
        }
        guard let workspace = try document("workspace"), let zone = workspace["time-zone"]?.string,
            let calendar = try document("calendar").flatMap({ WorkingCalendar.read($0).0 })
        else { throw NothingApplied() }
        return WorkspaceTime(calendar: calendar, zone: try TimeZoneRules.load(zone))
    }
}
