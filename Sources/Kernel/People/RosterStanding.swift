import GRDB

/// Writes where a person of a roster belongs: her affiliation, or her role in the whole workspace.
struct RosterStanding {
    private let layout: CSVLayout
    private let insert: BulkStatement
    private let select: BulkStatement
    private let delete: BulkStatement
    private let grant: BulkStatement

    init(_ db: Database, _ layout: CSVLayout) throws {
        self.layout = layout
        insert = try BulkStatement(db, "INSERT INTO kernel_affiliation (person, organisation, role) VALUES (?, ?, ?)")
        select = try BulkStatement(db, "SELECT organisation, role FROM kernel_affiliation WHERE person = ?")
        delete = try BulkStatement(db, "DELETE FROM kernel_affiliation WHERE person = ?")
        grant = try BulkStatement(db, "INSERT INTO kernel_role (person, role) VALUES (?, ?) ON CONFLICT DO NOTHING")
    }

    /// Writes the standing of a person who has none yet.
    func add(_ key: Int64, _ person: RosterRow) throws {
        if let organisation = person.organisation, !organisation.isEmpty {
            insert.bind(1, key)
            insert.bind(2, text: organisation)
            if let role = person.role, !role.isEmpty { insert.bind(3, text: role) } else { insert.bind(3, copying: Roster.member) }
            try insert.run()
        } else if let role = person.role, !role.isEmpty {
            _ = try give(role, to: key)
        }
    }

    /// Brings the standing of a person in the store in line with the roster, as far as the file has the columns.
    ///
    /// - Returns: whether anything changed.
    func update(_ key: Int64, _ person: RosterRow) throws -> Bool {
        guard let organisation = person.organisation, !organisation.isEmpty else {
            var changed = false
            if layout.has(.organisation) {
                delete.bind(1, key)
                changed = try delete.run() > 0
            }
            if let role = person.role, !role.isEmpty { changed = try give(role, to: key) || changed }
            return changed
        }
        if try has(key, organisation, person.role) { return false }
        delete.bind(1, key)
        try delete.run()
        try add(key, person)
        return true
    }

    /// Whether the person's one affiliation is this one; a file without roles leaves the role open.
    private func has(_ key: Int64, _ organisation: UnsafeBufferPointer<UInt8>, _ role: UnsafeBufferPointer<UInt8>?) throws -> Bool {
        var (count, matches) = (0, false)
        select.bind(1, key)
        try select.forEach { row in
            count += 1
            guard row.isText(0, organisation) else { return }
            guard let role else {
                matches = true
                return
            }
            matches = role.isEmpty ? row.text(1) == Roster.member : row.isText(1, role)
        }
        return count == 1 && matches
    }

    private func give(_ role: UnsafeBufferPointer<UInt8>, to key: Int64) throws -> Bool {
        grant.bind(1, key)
        grant.bind(2, text: role)
        return try grant.run() > 0
    }
}
