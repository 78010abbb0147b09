import Crypto
public import GRDB

/// A digest of what a store means, whatever internal keys and order of rows it came about with.
///
/// Two stores with the same digest hold the same configuration and, if asked for, the same people. Left out on purpose, because they
/// tell how the store came to its content: `kernel_meta`, the event log (`kernel_event`, `kernel_event_record`, `kernel_event_payload`),
/// the history of applying (`kernel_apply`, `kernel_snapshot_file`, `kernel_blob`) and releases that nothing live points to.
public enum ContentDigest {
    /// A part of the content.
    public enum Part: Sendable, Hashable, CaseIterable {
        /// What `apply` writes: modules, live variants, offerings with their activities, organisations of the configuration, and other documents.
        case configuration
        /// People, their roles and affiliations, groups, enrolments, and organisations that an import created.
        case people
    }

    /// What is left out, table by table.
    static let excluded: Set<String> = [
        "kernel_meta", "kernel_event", "kernel_event_record", "kernel_event_payload", "kernel_apply", "kernel_snapshot_file", "kernel_blob",
        "kernel_release",
    ]

    /// What is read, in this order.
    ///
    /// Rows are named by what people know them by, never by internal keys.
    static let queries: [(part: Part, table: String, sql: String)] = [
        (.configuration, "kernel_module", "SELECT id, version, digest, state, manifest FROM kernel_module ORDER BY id"),
        (
            .configuration, "kernel_live_variant",
            """
            SELECT l.variant, r.label, r.digest FROM kernel_live_variant l JOIN kernel_release r ON r.id = l.release ORDER BY l.variant
            """
        ),
        (
            .configuration, "kernel_offering",
            """
            SELECT o.id, o.variant, r.label, r.digest, o.mode, o.start, o.state, o.json
            FROM kernel_offering o JOIN kernel_release r ON r.id = o.release ORDER BY o.id
            """
        ),
        (
            .configuration, "kernel_activity",
            """
            SELECT offering, activity, part, kind, title, settings, on_order, opens, due, position, state
            FROM kernel_activity ORDER BY offering, activity
            """
        ),
        (
            .configuration, "kernel_organisation",
            "SELECT id, kind, title, parent FROM kernel_organisation WHERE origin = 'configuration' ORDER BY id"
        ),
        (.configuration, "kernel_document", "SELECT kind, key, digest, json FROM kernel_document ORDER BY kind, key"),
        (
            .people, "kernel_organisation",
            "SELECT id, kind, title, parent FROM kernel_organisation WHERE origin = 'import' ORDER BY id"
        ),
        (.people, "kernel_person", "SELECT id, given_name, family_name, email, language FROM kernel_person ORDER BY id"),
        (.people, "kernel_role", "SELECT p.id, r.role FROM kernel_role r JOIN kernel_person p ON p.key = r.person ORDER BY 1, 2"),
        (
            .people, "kernel_affiliation",
            """
            SELECT p.id, a.organisation, a.role FROM kernel_affiliation a JOIN kernel_person p ON p.key = a.person ORDER BY 1, 2, 3
            """
        ),
        (.people, "kernel_group", "SELECT id, title, offering, organisation FROM kernel_group ORDER BY id"),
        (
            .people, "kernel_group_member",
            """
            SELECT g.id, p.id, m.role FROM kernel_group_member m
            JOIN kernel_group g ON g.key = m."group" JOIN kernel_person p ON p.key = m.person ORDER BY 1, 2, 3
            """
        ),
        (
            .people, "kernel_enrolment",
            """
            SELECT e.offering, p.id, e.role, e.state, e.since FROM kernel_enrolment e
            JOIN kernel_person p ON p.key = e.person ORDER BY 1, 2, 3
            """
        ),
    ]

    /// The digest of the chosen parts, as lower-case hexadecimal SHA-256.
    ///
    /// The time grows with the rows read: a stale plan is found by `[.configuration]` alone, which is small.
    public static func of(_ db: Database, parts: Set<Part> = Set(Part.allCases)) throws -> String {
        var hash = RowHash()
        for query in queries where parts.contains(query.part) {
            hash.begin(table: query.table)
            try BulkStatement(db, query.sql).forEach { hash.add($0) }
        }
        return hash.finish()
    }
}
