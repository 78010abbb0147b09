import GRDB

extension ConfigurationStore {
    /// The live configuration as the store has it now.
    ///
    /// An offering is what its own row says, so that a plan shows what somebody has written around the kernel.
    func live() throws -> ConfigurationState {
        var documents: [ConfigurationState.Key: JSONValue] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT kind, key, json FROM kernel_document WHERE kind <> 'offering'") {
            guard let kind = ConfigurationState.Kind(rawValue: row["kind"]) else { continue }
            documents[.init(kind, row["key"])] = try JSONValue(parsing: Array((row["json"] as String).utf8))
        }
        for row in try Row.fetchAll(
            db, sql: "SELECT v.variant, r.canonical FROM kernel_live_variant v JOIN kernel_release r ON r.id = v.release")
        {
            documents[.init(.variant, row["variant"])] = try JSONValue(parsing: Array((row["canonical"] as String).utf8))
        }
        let offerings = """
            SELECT o.id, o.variant, o.start, o.json, r.label, o.mode = 'follow' AND o.release IS v.release AS follows
            FROM kernel_offering o JOIN kernel_release r ON r.id = o.release LEFT JOIN kernel_live_variant v ON v.variant = o.variant
            WHERE o.state = 'active'
            """
        for row in try Row.fetchAll(db, sql: offerings) {
            let document = try JSONValue(parsing: Array((row["json"] as String).utf8))
            let columns: [(String, String)] = [
                ("variant", row["variant"]), ("start", row["start"]), ("release", row["follows"] ? "follow" : row["label"]),
            ]
            documents[.init(.offering, row["id"])] = .object(
                (document.object ?? []).map { pair in
                    let column = columns.first { $0.0 == pair.key }
                    return (pair.key, column.map { .string($0.1) } ?? pair.value)
                })
        }
        return ConfigurationState(documents)
    }

    /// Whether the configuration in the store is not what the last apply left: somebody has written around the kernel.
    func isAltered() throws -> Bool {
        let expected = try String.fetchOne(db, sql: "SELECT digest_after FROM kernel_apply ORDER BY id DESC LIMIT 1")
        guard let expected else { return false }
        if try ContentDigest.of(db, parts: [.configuration]) != expected { return true }
        return try !StoredRows(db: db).missingTables().isEmpty
    }
}
