import GRDB

/// The rows and tables that the store keeps beside the documents of its configuration: organisations, modules and what modules declare.
///
/// They say what the documents say, unless somebody has written around the kernel.
struct StoredRows {
    let db: Database

    /// Where a row or a table is not as the live documents have it, by path.
    func differences(from live: ConfigurationState) throws -> [(path: String, kind: Change.Kind)] {
        var found = try organisations(live)
        try found.append(contentsOf: modules())
        for missing in try missingTables() { found.append(("modules.\(missing.module).tables.\(missing.table)", .removed)) }
        return found
    }

    /// Tables that the live modules have declared, and that are not there, by name.
    func missingTables() throws -> [(module: String, table: String)] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT module, name FROM kernel_module_table WHERE name NOT IN (SELECT name FROM sqlite_master WHERE type = 'table')
                ORDER BY module, name
                """
        ).map { ($0["module"], $0["name"]) }
    }

    /// Writes the rows anew that are not as the documents in the store have them; a table that is missing stays missing, as does what was in it.
    func restore(_ wanted: ConfigurationState) throws {
        for (key, value) in wanted.documents where key.kind == .institution {
            try db.execute(
                sql: """
                    INSERT INTO kernel_organisation (id, kind, title, origin) VALUES (?, 'institution', ?, 'configuration')
                    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, title = excluded.title, origin = excluded.origin
                    WHERE (kind, title, origin) IS NOT (excluded.kind, excluded.title, excluded.origin)
                    """, arguments: [key.id, try Self.title(value)])
        }
        try db.execute(
            sql: """
                INSERT INTO kernel_module (id, version, digest, state, manifest)
                SELECT key, coalesce(json_extract(json, '$.version'), ''), coalesce(json_extract(json, '$.digest'), ''), 'enabled', json
                FROM kernel_document WHERE kind = 'module'
                ON CONFLICT (id) DO UPDATE SET version = excluded.version, digest = excluded.digest, state = excluded.state,
                manifest = excluded.manifest
                WHERE (kernel_module.version, kernel_module.digest, kernel_module.state, kernel_module.manifest) IS NOT
                (excluded.version, excluded.digest, excluded.state, excluded.manifest)
                """)
        try db.execute(
            sql: """
                UPDATE kernel_module SET state = 'removed'
                WHERE state <> 'removed' AND id NOT IN (SELECT key FROM kernel_document WHERE kind = 'module')
                """)
    }

    /// An institution's name as its row has it.
    static func title(_ institution: JSONValue) throws -> String { try institution["title"].map(ConfigurationStore.text) ?? "{}" }

    private func organisations(_ live: ConfigurationState) throws -> [(path: String, kind: Change.Kind)] {
        var found: [(path: String, kind: Change.Kind)] = []
        for (key, value) in live.documents.sorted(by: { $0.key < $1.key }) where key.kind == .institution {
            let path = key.path.joined(separator: ".")
            let row = try Row.fetchOne(db, sql: "SELECT kind, title, origin FROM kernel_organisation WHERE id = ?", arguments: [key.id])
            guard let row else {
                found.append((path, .removed))
                continue
            }
            let title = try Self.title(value)
            for (column, text) in [("kind", "institution"), ("title", title), ("origin", "configuration")] {
                let stored: String = row[column]
                if stored != text { found.append(("\(path).\(column)", .changed)) }
            }
        }
        return found
    }

    private func modules() throws -> [(path: String, kind: Change.Kind)] {
        var found: [(path: String, kind: Change.Kind)] = []
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT d.key AS id, m.id IS NULL AS missing, m.state IS NOT 'enabled' AS state,
                m.version IS NOT coalesce(json_extract(d.json, '$.version'), '') AS version,
                m.digest IS NOT coalesce(json_extract(d.json, '$.digest'), '') AS digest, m.manifest IS NOT d.json AS manifest
                FROM kernel_document d LEFT JOIN kernel_module m ON m.id = d.key WHERE d.kind = 'module' ORDER BY d.key
                """)
        for row in rows {
            let id: String = row["id"]
            let isMissing: Bool = row["missing"]
            if isMissing {
                found.append(("modules.\(id)", .removed))
                continue
            }
            for column in ["state", "version", "digest", "manifest"] {
                let differs: Bool = row[column]
                if differs { found.append(("modules.\(id).\(column)", .changed)) }
            }
        }
        // What is left of a module that the workspace no longer names.
        let left = try String.fetchAll(
            db,
            sql: """
                SELECT id FROM kernel_module WHERE state <> 'removed'
                AND id NOT IN (SELECT key FROM kernel_document WHERE kind = 'module') ORDER BY id
                """)
        for id in left { found.append(("modules.\(id).state", .changed)) }
        return found
    }
}
