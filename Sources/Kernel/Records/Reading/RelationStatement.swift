import GRDB

/// A statement on a person's relations, whose text is the same for everyone whose standing has the same shape.
///
/// ```swift
/// let statement = live.memory.statement("sees notes.note \(standing.shape)") { places in
///     let sql = RelationSQL(type, row: "r", standing: standing, live: live, places: places)
///     return "SELECT 1 FROM notes_note r WHERE \(sql.condition("owner")) AND r._id = ?"
/// }
/// let query = try statement.kept(for: standing, in: db)
/// query.bind(statement.next, number)
/// ```
struct RelationStatement: Sendable {
    let sql: String
    /// What is bound first, in this order.
    private let places: [RelationPlace]

    /// Collects what the text of a statement names.
    final class Places {
        fileprivate var known: [RelationPlace] = []

        /// The name of a place in the text.
        func name(_ place: RelationPlace) -> String {
            if let at = known.firstIndex(of: place) { return Self.name(at) }
            known.append(place)
            return Self.name(known.count - 1)
        }

        // No name is the beginning of another.
        fileprivate static func name(_ position: Int) -> String { ":held_\(position)_" }
    }

    /// - Parameter make: the text, in which whatever else is bound comes after the places.
    init(_ make: (Places) -> String) {
        let places = Places()
        let sql = make(places)
        self.sql = sql
        // SQLite numbers them as they first occur; what was named and is not in the text is bound nowhere.
        self.places = places.known.enumerated().compactMap { position, place in
            sql.firstRange(of: Places.name(position)).map { (place, $0.lowerBound) }
        }.sorted { $0.1 < $1.1 }.map(\.0)
    }

    /// The number of the first value besides the places.
    var next: Int32 { Int32(places.count + 1) }

    /// The statement with what it needs of a standing bound.
    func kept(for standing: Standing, in db: Database) throws -> BulkStatement {
        let statement = try BulkStatement(kept: sql, in: db)
        for (position, place) in places.enumerated() { statement.bind(Int32(position + 1), place.value(in: standing)) }
        return statement
    }
}
