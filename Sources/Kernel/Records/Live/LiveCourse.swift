public import GRDB

/// A course as one offering holds it: the variant of its release, and the days that the offering's start and calendar give.
///
/// It holds nothing about people: everyone may see it.
public struct LiveCourse: Sendable {
    public var offering: String
    public var title: Text
    public var start: Day
    /// Whether the offering is held.
    public var isActive: Bool
    public var variant: CourseVariant
    /// SHA-256 of the release.
    public var release: String
    /// The days of gatherings and activities.
    public var schedule: Schedule
    /// The activities with their instants, those that are retired last.
    public var activities: [OfferedActivity]

    /// A section that a module adds to variants; nil where the variant has none.
    public func section(_ key: String) -> Node? { variant.body[key] }
}

extension LiveConfiguration {
    /// The course of an offering; nil where there is no offering of that id.
    public func course(of offering: String, in db: Database) throws -> LiveCourse? {
        guard
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT o.variant, o.state, o.json, r.digest, r.canonical FROM kernel_offering o JOIN kernel_release r ON r.id = o.release
                    WHERE o.id = ?
                    """, arguments: [offering])
        else { return nil }
        let release = try StoredNode.read(row[4], name: "release")
        let file = try StoredNode.read(row[2], name: offering)
        var (faults, days): ([Diagnostic], [Diagnostic]) = ([], [])
        let id: String = row[0]
        guard let body = release["body"], let declared = DeclaredOffering(file, faults: &days), days.isEmpty,
            let variant = CourseVariant(
                body, id: id, title: release["title"].map(Text.init(node:)) ?? Text(verbatim: id), span: body.span, diagnostics: &faults)
        else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "offering \(offering)") }
        return LiveCourse(
            offering: offering, title: declared.title ?? variant.title, start: declared.start, isActive: row[1] == "active",
            variant: variant, release: row[3],
            schedule: Scheduler.schedule(variant, start: declared.start, calendar: calendar, fixed: declared.dates).schedule,
            activities: try OfferedActivity.list(offering: offering, in: db))
    }
}
