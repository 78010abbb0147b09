import GRDB

/// Destroys the link between records and those who wrote them, when the state is reached until which it is kept.
///
/// One person's records below one record get the same pseudonym, so that what she answered before and after stays together and nobody knows
/// whose it is. Which person got which pseudonym is never stored. It is drawn from the operating system also where a run has a seed: whoever
/// knew the seed could otherwise draw it again.
struct Pseudonyms {
    let live: LiveConfiguration
    let db: Database

    static let prefix = "pseudonym:"

    /// Puts pseudonyms in place of the writers below a record that enters a state.
    func replaceWriters(below kind: String, _ number: Int64, in state: String, at instant: Instant) throws {
        var names: [String: String] = [:]
        for type in live.pseudonymous {
            guard let until = type.pseudonym, until == (kind, state),
                let place = RecordScope(type, row: "r", live: live).line.first(where: { $0.kind == kind })
            else { continue }
            let table = SQLName.quoted(type.table)
            let writers = try String.fetchAll(
                db.cachedStatement(
                    sql: "SELECT DISTINCT r._author FROM \(table) r WHERE \(place.id) = ? AND r._author NOT LIKE '\(Self.prefix)%'"),
                arguments: [number])
            for writer in writers {
                let name = names[writer] ?? Self.draw()
                names[writer] = name
                // When it was written goes too: somebody may remember who wrote at what time.
                try db.cachedStatement(
                    sql: """
                        UPDATE \(table) AS r SET _author = ?, _created = ?, _changed = ? WHERE \(place.id) = ? AND r._author = ?
                        """
                ).execute(arguments: [name, instant.microseconds, instant.microseconds, number, writer])
            }
            try forgetRequests(about: type, below: place.id, number)
        }
    }

    /// Requests that can be repeated name their actor and what they made.
    ///
    /// Those about records of other places are kept, as the writers there are.
    private func forgetRequests(about type: RecordType, below place: String, _ number: Int64) throws {
        let table = SQLName.quoted(type.table)
        try db.cachedStatement(
            sql: """
                DELETE FROM kernel_request WHERE substr(action, 1, ?) = ? AND NOT EXISTS (
                  SELECT 1 FROM \(table) r WHERE r._id = CAST(json_extract(result, '$.id') AS INTEGER) AND \(place) <> ?)
                """
        ).execute(arguments: [type.id.count + 1, type.id + ".", number])
    }

    private static func draw() -> String {
        var system = Randomness.system
        return prefix + Hex.string(system.bytes(16))
    }
}
