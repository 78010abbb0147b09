import GRDB

/// Installs, upgrades and retires a module within the transaction of `apply`: its tables, and what is kept of it.
struct ModuleInstallation {
    let id: String
    let db: Database
    /// What the records of all modules were called.
    let formers: FormerNames

    /// - Parameter document: the module as it is to be live; nil for one that the workspace no longer names.
    func apply(_ document: JSONValue?) throws {
        let installed = try self.installed()
        let installer = TableInstaller(module: id, db: db, formers: formers)
        guard let document else { return try retire(installed, installer) }
        try renameRoles(document)
        try installer.install(installed, try Self.records(document, id: id))
        try db.execute(
            sql: """
                INSERT INTO kernel_module (id, version, digest, state, manifest) VALUES (?, ?, ?, 'enabled', ?)
                ON CONFLICT (id) DO UPDATE SET version = excluded.version, digest = excluded.digest, state = 'enabled', manifest = excluded.manifest
                """,
            arguments: [
                id, document["version"]?.string ?? "", document["digest"]?.string ?? "", try ConfigurationStore.text(document),
            ])
    }

    /// Whoever holds a role holds it by the name that it has now.
    private func renameRoles(_ document: JSONValue) throws {
        let manifest = try document["manifest"]?.string.map { try JSONValue(parsing: Array($0.utf8)) }
        let before = try self.manifest()?["roles"]
        for (role, declared) in manifest?["roles"]?.object ?? [] {
            for former in (declared["was"]?.array ?? []).compactMap(\.string) where before?[former] != nil {
                for table in ["kernel_role", "kernel_affiliation", "kernel_enrolment", "kernel_group_member", "kernel_assignment"] {
                    try db.execute(sql: "UPDATE OR IGNORE \(table) SET role = ? WHERE role = ?", arguments: [role, former])
                    // Whoever held both holds it once.
                    guard table != "kernel_enrolment" else { continue }
                    try db.execute(sql: "DELETE FROM \(table) WHERE role = ?", arguments: [former])
                }
            }
        }
    }

    /// A module that holds work keeps its tables, closed, until it returns; one that holds none leaves nothing.
    private func retire(_ installed: [RecordType], _ installer: TableInstaller) throws {
        guard try installed.allSatisfy(installer.isEmpty) else {
            try db.execute(sql: "UPDATE kernel_module SET state = 'removed' WHERE id = ?", arguments: [id])
            return
        }
        try installer.install(installed, [])
        try db.execute(sql: "DELETE FROM kernel_module WHERE id = ?", arguments: [id])
    }

    /// The manifest that is live; nil where the module is not.
    func manifest() throws -> JSONValue? {
        guard let text = try String.fetchOne(db, sql: "SELECT manifest FROM kernel_module WHERE id = ?", arguments: [id]) else {
            return nil
        }
        return try JSONValue(parsing: Array(text.utf8))["manifest"]?.string.map { try JSONValue(parsing: Array($0.utf8)) }
    }

    /// The records as the module's tables are now, also of a module that was retired with its work.
    func installed() throws -> [RecordType] {
        guard let text = try String.fetchOne(db, sql: "SELECT manifest FROM kernel_module WHERE id = ?", arguments: [id]) else { return [] }
        let records = try LiveConfiguration.module(try StoredNode.read(text, name: id), id: id).declarations.records
        return records.map { type in
            type.with(
                fields: type.fields.map { field in
                    var field = field
                    field.type = current(field.type)
                    return field
                })
        }
    }

    /// References that point at what the record is called now.
    private func current(_ type: FieldType) -> FieldType {
        switch type {
        case .reference(var reference):
            reference.target = formers.current(reference.target)
            return .reference(reference)
        case .list(let item): return .list(current(item))
        default: return type
        }
    }

    /// The records that a module's document declares.
    static func records(_ document: JSONValue, id: String) throws -> [RecordType] { try declarations(document, id: id).records }

    /// What a module's document declares.
    static func declarations(_ document: JSONValue, id: String) throws -> ModuleDeclarations {
        let text = String(decoding: try document.canonical, as: UTF8.self)
        return try LiveConfiguration.module(try StoredNode.read(text, name: id), id: id).declarations
    }
}

extension ConfigurationState {
    /// What the records, events and actions of its modules were called before.
    func formerNames() throws -> FormerNames {
        FormerNames(
            try documents.filter { $0.key.kind == .module && $0.value["manifest"]?.string?.contains("\"was\"") == true }.map {
                try ModuleInstallation.declarations($0.value, id: $0.key.id)
            })
    }
}
