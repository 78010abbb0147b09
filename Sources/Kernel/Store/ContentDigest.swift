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
        /// What people have done: records of modules with their states, deadlines, letters, roles on records, and what is completed.
        ///
        /// Records are named by their numbers, which are the same wherever the same was done in the same order.
        case work
    }

    /// What is left out, table by table.
    static let excluded: Set<String> = [
        "kernel_meta", "kernel_event", "kernel_event_record", "kernel_event_payload", "kernel_apply", "kernel_snapshot_file", "kernel_blob",
        "kernel_release", "kernel_module_table", "kernel_request", "kernel_subscription", "kernel_parked", "kernel_file", "kernel_print",
        "kernel_print_field",
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
        (.work, "kernel_state", "SELECT kind, record, entry, state, transition, instant FROM kernel_state ORDER BY 1, 2, 3"),
        (.work, "kernel_deadline", "SELECT kind, record, name, due, outer_limit FROM kernel_deadline ORDER BY 1, 2, 3"),
        (.work, "kernel_extension", "SELECT kind, record, name, until, reason FROM kernel_extension ORDER BY 1, 2, 3, event"),
        (
            .work, "kernel_assignment",
            "SELECT p.id, a.role, a.kind, a.record FROM kernel_assignment a JOIN kernel_person p ON p.key = a.person ORDER BY 1, 2, 3, 4"
        ),
        (
            .work, "kernel_order",
            """
            SELECT e.offering, p.id, a.activity, o.reason FROM kernel_order o JOIN kernel_enrolment e ON e.id = o.enrolment
            JOIN kernel_person p ON p.key = e.person JOIN kernel_activity a ON a.key = o.activity ORDER BY 1, 2, 3
            """
        ),
        (
            .work, "kernel_completion",
            """
            SELECT e.offering, p.id, a.activity, c.status, c.since FROM kernel_completion c JOIN kernel_enrolment e ON e.id = c.enrolment
            JOIN kernel_person p ON p.key = e.person JOIN kernel_activity a ON a.key = c.activity ORDER BY 1, 2, 3
            """
        ),
        (
            .work, "kernel_fulfilment",
            """
            SELECT e.offering, p.id, f.status, f.since FROM kernel_fulfilment f JOIN kernel_enrolment e ON e.id = f.enrolment
            JOIN kernel_person p ON p.key = e.person ORDER BY 1, 2
            """
        ),
        (
            .work, "kernel_notice",
            """
            SELECT n.id, n.module, n.name, n.kind, n.record, p.id, n.language, n.subject, n.body, n.announced, n.notified, n.channel
            FROM kernel_notice n JOIN kernel_person p ON p.key = n.person ORDER BY 1
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
        if parts.contains(.work) {
            // The modules' own tables, whichever there are; an index over texts follows from them.
            let names = try String.fetchAll(db, sql: "SELECT name FROM kernel_module_table ORDER BY name").filter {
                !$0.hasSuffix("__search")
            }
            for name in names {
                hash.begin(table: name)
                try BulkStatement(db, "SELECT * FROM \"\(name)\" ORDER BY 1, 2").forEach { hash.add($0) }
            }
        }
        return hash.finish()
    }
}
