import GRDB

/// Writes a checked roster within the caller's transaction, straight from the bytes of the file.
struct RosterWriter {
    private let layout: CSVLayout
    private let isFresh: Bool
    private let insert: BulkStatement
    private let select: BulkStatement
    private let update: BulkStatement
    private let standing: RosterStanding
    private var sortKey: [UInt8] = []
    private var counts = RosterCounts()

    /// From how many rows on indexes are built at the end.
    private static let manyRows = 20_000

    private init(_ db: Database, _ layout: CSVLayout, isFresh: Bool) throws {
        self.layout = layout
        self.isFresh = isFresh
        insert = try BulkStatement(
            db, "INSERT INTO kernel_person (id, given_name, family_name, sort_key, email, language) VALUES (?, ?, ?, ?, ?, ?)")
        select = try BulkStatement(db, "SELECT key, given_name, family_name, email, language FROM kernel_person WHERE id = ?")
        let email = layout.has(.email) ? ", email = ?5" : ""
        let language = layout.has(.language) ? ", language = ?6" : ""
        update = try BulkStatement(
            db, "UPDATE kernel_person SET given_name = ?2, family_name = ?3, sort_key = ?4\(email)\(language) WHERE key = ?1")
        standing = try RosterStanding(db, layout)
    }

    /// Writes every row: a new person is added, a changed one updated, an unchanged one left alone.
    static func write(
        _ checked: CheckedRoster, in db: Database, progress: ((RosterProgress) -> Void)? = nil
    ) throws -> RosterCounts {
        try createOrganisations(checked.newOrganisations, in: db)
        let isFresh = try Bool.fetchOne(db, sql: "SELECT NOT EXISTS (SELECT 1 FROM kernel_person)") ?? false
        let indexes = try DeferredIndexes(
            of: isFresh && checked.count >= manyRows ? ["kernel_person", "kernel_affiliation"] : [], in: db)
        var writer = try RosterWriter(db, checked.layout, isFresh: isFresh)
        writer.counts.organisations = checked.newOrganisations.count
        try checked.roster.file.bytes.withUnsafeBufferPointer { bytes in
            var rows = CSVRows(bytes, checked.layout)
            var done = 0
            while case .record = rows.next() {
                try writer.write(rows)
                done += 1
                if done % RosterProgress.interval == 0 {
                    progress?(RosterProgress(phase: .writing, rows: done, fraction: Double(done) / Double(checked.count)))
                }
            }
            try indexes.rebuild()
            progress?(RosterProgress(phase: .writing, rows: done, fraction: 1))
        }
        return writer.counts
    }

    private static func createOrganisations(_ ids: [String], in db: Database) throws {
        let insert = try BulkStatement(
            db,
            """
            INSERT INTO kernel_organisation (id, kind, title, parent, origin)
            VALUES (?1, 'school', json_object('nb', ?1, 'nn', ?1, 'en', ?1), NULL, 'import')
            """)
        for id in ids {
            insert.bind(1, copying: id)
            try insert.run()
        }
    }

    private mutating func write(_ rows: borrowing CSVRows) throws {
        let person = RosterRow(rows)
        if !isFresh {
            select.bind(1, text: person.id)
            if let known = try select.first({ row in (key: row.integer(0), isSame: person.isSame(as: row)) }) {
                if !known.isSame {
                    update.bind(1, known.key)
                    try put(person, with: update)
                }
                let moved = try standing.update(known.key, person)
                if known.isSame, !moved { counts.unchanged += 1 } else { counts.changed += 1 }
                return
            }
        }
        insert.bind(1, text: person.id)
        try put(person, with: insert)
        try standing.add(insert.lastInsertedKey, person)
        counts.new += 1
    }

    private mutating func put(_ person: RosterRow, with statement: BulkStatement) throws {
        statement.bind(2, text: person.givenName)
        statement.bind(3, text: person.familyName)
        if layout.has(.email) { statement.bind(5, optionalText: person.email) }
        if layout.has(.language) { statement.bind(6, optionalText: person.language) }
        sortKey.removeAll(keepingCapacity: true)
        NameSortKey.append(family: person.familyName, given: person.givenName, to: &sortKey)
        try sortKey.withUnsafeBufferPointer { key in
            statement.bind(4, blob: key)
            try statement.run()
        }
    }
}
