import Synchronization

/// What follows from what is live alone and is needed again and again: made when it is first asked for, and kept as long as the
/// configuration is.
///
/// Nothing here comes from rows that change. A release never changes, so what is read from one is kept by its digest; what a title says is
/// kept by the text that is stored.
final class LiveMemory: Sendable {
    private let scopes = Mutex<[String: RecordScope]>([:])
    private let columns = Mutex<[String: [String]]>([:])
    private let plans = Mutex<[String: RecordPlan]>([:])
    private let schemas = Mutex<[String: Schema]>([:])
    private let bodies = Mutex<[String: Node]>([:])
    private let givers = Mutex<[String: Set<String>]>([:])
    private let titles = Mutex<[String: Text?]>([:])
    private let statements = Mutex<[String: RelationStatement]>([:])
    private let readings = Mutex<[String: KeptReading]>([:])
    private let personalRules = Mutex<Set<String>>([])
    private let audience = Mutex<EventAudience?>(nil)
    private let recognitions = Mutex<[Recognitions.Kind]?>(nil)
    /// How many titles are kept before all of them are let go.
    private static let mostTitles = 4_096
    /// How many statements on relations are kept before all of them are let go.
    private static let mostStatements = 4_096
    /// How many releases are kept before all of them are let go.
    private static let mostReleases = 128

    /// Where records of a type lie, as SQL over the row `r`.
    func scope(of type: RecordType, _ live: LiveConfiguration) -> RecordScope {
        Self.known(scopes, type.id) { RecordScope(type, row: "r", live: live) }
    }

    /// The names of the columns of a type's table.
    func columns(of type: RecordType) -> [String] { Self.known(columns, type.id) { RecordTable(type: type).columns.map(\.name) } }

    /// How records of a type are loaded.
    func plan(of type: RecordType, _ live: LiveConfiguration) -> RecordPlan {
        Self.known(plans, type.id) { RecordPlan(type, live: live) }
    }

    /// The compiled schema of an action's input.
    func schema(of action: String, _ make: () throws -> Schema) rethrows -> Schema { try Self.known(schemas, action, make) }

    /// The body of a release.
    func body(of digest: String, _ read: () throws -> Node) rethrows -> Node {
        try Self.known(bodies, digest, most: Self.mostReleases, read)
    }

    /// The institutions that give the course of a release.
    func givers(of digest: String, _ read: () throws -> Set<String>) rethrows -> Set<String> {
        try Self.known(givers, digest, most: Self.mostReleases, read)
    }

    /// A statement on relations.
    ///
    /// - Parameter key: what its text follows from.
    func statement(_ key: String, _ make: (RelationStatement.Places) -> String) -> RelationStatement {
        Self.known(statements, key, most: Self.mostStatements) { RelationStatement(make) }
    }

    /// How someone of that standing reads one record of a type.
    func reading(of type: RecordType, _ standing: Standing, _ live: LiveConfiguration) -> KeptReading {
        Self.known(readings, "\(type.id) \(standing.shape)", most: Self.mostStatements) { KeptReading(type, standing, live) }
    }

    /// Whether a rule of completion is known to ask who it is about.
    func isPersonal(_ rule: String) -> Bool { personalRules.withLock { $0.contains(rule) } }

    /// Takes it that a rule asks who it is about.
    func takePersonal(_ rule: String) { personalRules.withLock { _ = $0.insert(rule) } }

    /// What modules may know of events.
    func audience(_ make: () -> EventAudience) -> EventAudience {
        if let known = audience.withLock({ $0 }) { return known }
        let made = make()
        audience.withLock { $0 = made }
        return made
    }

    /// The kinds of record that recognise work from elsewhere.
    func recognitions(_ make: () -> [Recognitions.Kind]) -> [Recognitions.Kind] {
        if let known = recognitions.withLock({ $0 }) { return known }
        let made = make()
        recognitions.withLock { $0 = made }
        return made
    }

    /// What the stored text of a title says.
    func title(_ stored: String, _ read: (String) throws -> Text?) rethrows -> Text? {
        try Self.known(titles, stored, most: Self.mostTitles) { try read(stored) }
    }

    /// What is kept under a key; made outside the lock, since making one thing may ask for another.
    private static func known<Value: Sendable>(
        _ kept: borrowing Mutex<[String: Value]>, _ key: String, most: Int = .max, _ make: () throws -> Value
    ) rethrows -> Value {
        if let value = kept.withLock({ $0[key] }) { return value }
        let value = try make()
        kept.withLock { kept in
            if kept.count >= most { kept.removeAll() }
            kept[key] = value
        }
        return value
    }
}
