import GRDB

/// Reads and writes the live configuration.
///
/// The only code that touches these tables.
struct ConfigurationStore {
    let db: Database

    /// The labels of a variant's releases, oldest first.
    func labels(of variant: String) throws -> [String] {
        try String.fetchAll(db, sql: "SELECT label FROM kernel_release WHERE variant = ? ORDER BY number", arguments: [variant])
    }

    /// Offerings that stay on an older release than their variant's live one.
    func behind(wanted: ConfigurationState) throws -> [(offering: String, label: String)] {
        var behind: [(String, String)] = []
        for (key, value) in wanted.documents.sorted(by: { $0.key < $1.key }) where key.kind == .offering {
            guard let label = value["release"]?.string, label != "follow", let variant = value["variant"]?.string else { continue }
            guard let content = wanted.documents[.init(.variant, variant)] else { continue }
            let digest = try String.fetchOne(
                db, sql: "SELECT digest FROM kernel_release WHERE variant = ? AND label = ?", arguments: [variant, label])
            guard let digest else {
                throw PlanError.unknownRelease(offering: key.id, label: label, known: try labels(of: variant))
            }
            if digest != Digest.hex(try content.canonical) { behind.append((key.id, label)) }
        }
        return behind
    }

    /// Makes `wanted` live.
    ///
    /// Releases are added, never changed; followers move; removed offerings with people stay as retired.
    func write(_ wanted: ConfigurationState, changed: Set<ConfigurationState.Key>, event: Int64) throws {
        let formers = try changed.contains { $0.kind == .module } ? wanted.formerNames() : FormerNames([])
        for key in changed.sorted() where key.kind != .variant && key.kind != .offering {
            try writeDocument(key, wanted.documents[key], formers)
        }
        // What somebody wrote into rows beside the documents is not taken over.
        try StoredRows(db: db).restore(wanted)
        for key in changed.sorted() where key.kind == .variant { try writeVariant(key.id, wanted.documents[key], event: event) }
        let offerings = wanted.documents.filter { $0.key.kind == .offering }
        if !offerings.isEmpty {
            var activities = try ActivityWriter(wanted, in: db)
            for (key, value) in offerings.sorted(by: { $0.key < $1.key }) {
                guard let release = try writeOffering(key, value) else { continue }
                try activities.write(offering: key.id, value, release: release)
            }
        }
        for key in changed.sorted() where key.kind == .offering && wanted.documents[key] == nil { try removeOffering(key) }
    }

    private func writeDocument(_ key: ConfigurationState.Key, _ value: JSONValue?, _ formers: FormerNames) throws {
        try storeDocument(key, value)
        switch key.kind {
        case .institution:
            if let value {
                try db.execute(
                    sql: """
                        INSERT INTO kernel_organisation (id, kind, title, origin) VALUES (?, 'institution', ?, 'configuration')
                        ON CONFLICT (id) DO UPDATE SET kind = 'institution', title = excluded.title, origin = 'configuration'
                        """, arguments: [key.id, try StoredRows.title(value)])
            } else if try Int.fetchOne(db, sql: "SELECT count(*) FROM kernel_affiliation WHERE organisation = ?", arguments: [key.id]) == 0
            {
                try db.execute(sql: "DELETE FROM kernel_organisation WHERE id = ?", arguments: [key.id])
            }
        case .module: try ModuleInstallation(id: key.id, db: db, formers: formers).apply(value)
        default: break
        }
    }

    static func text(_ value: JSONValue) throws -> String { String(decoding: try value.canonical, as: UTF8.self) }

    private func storeDocument(_ key: ConfigurationState.Key, _ value: JSONValue?) throws {
        guard let value else {
            try db.execute(sql: "DELETE FROM kernel_document WHERE kind = ? AND key = ?", arguments: [key.kind.rawValue, key.id])
            return
        }
        let canonical = try value.canonical
        try db.execute(
            sql: """
                INSERT INTO kernel_document (kind, key, digest, json) VALUES (?, ?, ?, ?)
                ON CONFLICT (kind, key) DO UPDATE SET digest = excluded.digest, json = excluded.json
                """, arguments: [key.kind.rawValue, key.id, Digest.hex(canonical), String(decoding: canonical, as: UTF8.self)])
    }

    private func writeVariant(_ id: String, _ content: JSONValue?, event: Int64) throws {
        guard let content else {
            try db.execute(sql: "DELETE FROM kernel_live_variant WHERE variant = ?", arguments: [id])
            return
        }
        let canonical = try content.canonical
        let digest = Digest.hex(canonical)
        let known = try Int64.fetchOne(db, sql: "SELECT id FROM kernel_release WHERE variant = ? AND digest = ?", arguments: [id, digest])
        let release: Int64
        if let known {
            release = known
        } else {
            let number = (try Int.fetchOne(db, sql: "SELECT max(number) FROM kernel_release WHERE variant = ?", arguments: [id]) ?? 0) + 1
            try db.execute(
                sql: "INSERT INTO kernel_release (variant, number, label, digest, canonical, event) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [id, number, "r\(number)", digest, String(decoding: canonical, as: UTF8.self), event])
            release = db.lastInsertedRowID
        }
        try db.execute(
            sql:
                "INSERT INTO kernel_live_variant (variant, release) VALUES (?, ?) ON CONFLICT (variant) DO UPDATE SET release = excluded.release",
            arguments: [id, release])
    }

    /// - Returns: the number of the release that it is held by.
    private func writeOffering(_ key: ConfigurationState.Key, _ value: JSONValue) throws -> Int64? {
        guard let variant = value["variant"]?.string, let label = value["release"]?.string, let start = value["start"]?.string else {
            return nil
        }
        let release: Int64?
        if label == "follow" {
            release = try Int64.fetchOne(db, sql: "SELECT release FROM kernel_live_variant WHERE variant = ?", arguments: [variant])
        } else {
            release = try Int64.fetchOne(
                db, sql: "SELECT id FROM kernel_release WHERE variant = ? AND label = ?", arguments: [variant, label])
        }
        guard let release else { throw PlanError.unknownRelease(offering: key.id, label: label, known: try labels(of: variant)) }
        try storeDocument(key, value)
        try db.execute(
            sql: """
                INSERT INTO kernel_offering (id, variant, release, mode, start, state, json) VALUES (?, ?, ?, ?, ?, 'active', ?)
                ON CONFLICT (id) DO UPDATE SET variant = excluded.variant, release = excluded.release, mode = excluded.mode,
                start = excluded.start, state = 'active', json = excluded.json
                WHERE (variant, release, mode, start, state, json) IS NOT
                (excluded.variant, excluded.release, excluded.mode, excluded.start, excluded.state, excluded.json)
                """,
            arguments: [
                key.id, variant, release, label == "follow" ? "follow" : "pinned", start,
                String(decoding: try value.canonical, as: UTF8.self),
            ])
        return release
    }

    /// An offering that anything refers to stays as retired, with its activities as they are.
    private func removeOffering(_ key: ConfigurationState.Key) throws {
        try storeDocument(key, nil)
        let references = try ReferenceSearch(to: "kernel_offering", ignoring: ["kernel_activity"], in: db)
        if try references.finds(key.id) || ActivityWriter.hasWork(offering: key.id, in: db) {
            try db.execute(sql: "UPDATE kernel_offering SET state = 'retired' WHERE id = ?", arguments: [key.id])
        } else {
            try db.execute(sql: "DELETE FROM kernel_activity WHERE offering = ?", arguments: [key.id])
            try db.execute(sql: "DELETE FROM kernel_offering WHERE id = ?", arguments: [key.id])
        }
    }
}
