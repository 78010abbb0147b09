import GRDB

/// What becomes of one offering that people may already be in: the release that holds it now, and the one that is to hold it.
///
/// What the file says of the release is one word; what it means for people is the difference between the two releases.
struct OfferingMove {
    /// An offering's file with the content of the release that it runs on.
    struct Side {
        var document: JSONValue
        var release: JSONValue

        /// The course as this side has it; nil where it cannot be read.
        func course(_ variant: String, calendar: WorkingCalendar) throws -> OfferedCourse? {
            try OfferedCourse(document, release: release, id: variant, calendar: calendar)
        }
    }

    var offering: String
    var variant: String
    var before: Side
    var after: Side

    /// Whether it followed the variant and goes on doing so, so that the variant's own changes tell all.
    var followsOn: Bool { follows(before) && follows(after) && !returns }
    /// Whether it was retired, and comes back.
    var returns: Bool

    private func follows(_ side: Side) -> Bool { side.document["release"]?.string == "follow" }

    /// Every stored offering that the wanted configuration has with the same variant, by id.
    ///
    /// - Throws: `PlanError.unknownRelease`.
    static func all(to wanted: ConfigurationState, in db: Database) throws -> [OfferingMove] {
        let rows = try Row.fetchAll(
            db,
            sql: "SELECT id, variant, release, state, json FROM kernel_offering ORDER BY id")
        // Many offerings run on few releases.
        var releases: [Int64: JSONValue] = [:]
        func stored(_ release: Int64) throws -> JSONValue {
            if let known = releases[release] { return known }
            let canonical = try String.fetchOne(db, sql: "SELECT canonical FROM kernel_release WHERE id = ?", arguments: [release])
            let content = try JSONValue(parsing: Array((canonical ?? "").utf8))
            releases[release] = content
            return content
        }
        return try rows.compactMap { row in
            let (id, variant): (String, String) = (row["id"], row["variant"])
            guard let document = wanted.documents[.init(.offering, id)], document["variant"]?.string == variant,
                let release = try content(of: document, id, variant, wanted, in: db, stored)
            else { return nil }
            return OfferingMove(
                offering: id, variant: variant,
                before: Side(
                    document: try JSONValue(parsing: Array((row["json"] as String).utf8)),
                    release: try stored(row["release"])),
                after: Side(document: document, release: release), returns: row["state"] == "retired")
        }
    }

    private static func content(
        of document: JSONValue, _ id: String, _ variant: String, _ wanted: ConfigurationState, in db: Database,
        _ stored: (Int64) throws -> JSONValue
    ) throws -> JSONValue? {
        guard let label = document["release"]?.string, label != "follow" else { return wanted.documents[.init(.variant, variant)] }
        let release = try Int64.fetchOne(
            db, sql: "SELECT id FROM kernel_release WHERE variant = ? AND label = ?", arguments: [variant, label])
        guard let release else {
            throw PlanError.unknownRelease(offering: id, label: label, known: try ConfigurationStore(db: db).labels(of: variant))
        }
        return try stored(release)
    }

    /// What the move to another release changes for those who are in the offering, under `offerings.ID.release`.
    func changes(_ differ: Differ) -> [Change] {
        guard !followsOn else { return [] }
        let key = ConfigurationState.Key(.variant, variant)
        return differ.changes(from: .init([key: before.release]), to: .init([key: after.release])).map { change in
            var change = change
            change.key = .init(.offering, offering)
            change.inner = ["release"] + change.inner
            change.path = (change.key.path + change.inner).joined(separator: ".")
            return change
        }
    }
}
