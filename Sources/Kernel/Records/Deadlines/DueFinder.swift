public import GRDB

/// Finds the transitions that time makes happen: those that happen by themselves when a moment has passed.
///
/// Whether other parts of a condition hold (records below it being complete) is for whoever performs them: here they count as true.
public struct DueFinder {
    private let index: DeclarationIndex
    private let resolver: MomentResolver
    private let places: RecordPlaceFinder
    private let db: Database

    public init(_ index: DeclarationIndex, time: WorkspaceTime, in db: Database) {
        self.index = index
        self.db = db
        resolver = MomentResolver(index, time: time, in: db)
        places = RecordPlaceFinder(index, in: db)
    }

    /// What has fallen due at an instant, in the order in which it did; then by kind and number, then in the order of the workflow.
    public func find(at now: Instant) throws -> [DueCandidate] {
        var found: [(candidate: DueCandidate, position: Int)] = []
        for type in index.types.values {
            for (position, transition) in (type.workflow?.transitions ?? []).enumerated() {
                guard let condition = transition.when, !condition.moments.isEmpty else { continue }
                for number in try numbers(type, transition, condition, at: now) {
                    guard let since = try since(type, number, condition, at: now) else { continue }
                    let record = RecordPlace.Step(kind: type.id, number: number)
                    found.append(
                        (DueCandidate(record: record, transition: transition.name, title: transition.label, since: since), position))
                }
            }
        }
        return found.sorted { a, b in
            let (x, y) = (a.candidate, b.candidate)
            return (x.since, x.record.kind, x.record.number, a.position) < (y.since, y.record.kind, y.record.number, b.position)
        }.map(\.candidate)
    }

    /// What has fallen due for one record, first what fell due first.
    public func find(_ kind: String, _ number: Int64, at now: Instant) throws -> [DueCandidate] {
        guard let type = index.types[kind], let workflow = type.workflow else { return [] }
        guard workflow.transitions.contains(where: { !($0.when?.moments.isEmpty ?? true) }) else { return [] }
        let state = try String.fetchOne(db, sql: "SELECT _state FROM \(SQLName.quoted(type.table)) WHERE _id = ?", arguments: [number])
        guard let state else { return [] }
        var found: [DueCandidate] = []
        for transition in workflow.transitions where transition.from.contains(state) {
            guard let condition = transition.when, let since = try since(type, number, condition, at: now) else { continue }
            found.append(
                .init(record: .init(kind: kind, number: number), transition: transition.name, title: transition.label, since: since))
        }
        return found.enumerated().sorted { ($0.element.since, $0.offset) < ($1.element.since, $1.offset) }.map(\.element)
    }

    /// Records in a state that the transition leads from, and, where one deadline decides, for which that is over.
    private func numbers(_ type: RecordType, _ transition: Transition, _ condition: Condition, at now: Instant) throws -> [Int64] {
        let states = JSONValue.array(transition.from.map(JSONValue.string)).compact
        let table = SQLName.quoted(type.table)
        if case .passed(let moment) = condition, case .deadline(let name)? = try resolver.source(of: moment, kind: type.id) {
            return try Int64.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT d.record FROM kernel_deadline d JOIN \(table) r ON r._id = d.record
                        WHERE d.kind = ? AND d.name = ? AND d.due <= ? AND d.stopped IS NULL AND r._state IN (SELECT value FROM json_each(?))
                        """), arguments: [type.id, name, now.microseconds, states])
        }
        return try Int64.fetchAll(
            db.cachedStatement(sql: "SELECT _id FROM \(table) WHERE _state IN (SELECT value FROM json_each(?)) ORDER BY _id"),
            arguments: [states])
    }

    /// When the moments of a condition had passed; nil if they have not.
    private func since(_ type: RecordType, _ number: Int64, _ condition: Condition, at now: Instant) throws -> Instant? {
        guard let place = try places.find(type.id, number), case .fell(let instant) = try judge(condition, place, now) else { return nil }
        return instant
    }

    private enum Judgement {
        case fell(Instant)
        /// It says nothing of time.
        case timeless
        case notYet
    }

    private func judge(_ condition: Condition, _ place: RecordPlace, _ now: Instant) throws -> Judgement {
        switch condition {
        case .passed(let moment):
            guard let instant = try resolver.instant(of: moment, record: place), instant <= now else { return .notYet }
            return .fell(instant)
        case .children: return .timeless
        case .all(let parts):
            var last: Instant?
            for part in parts {
                switch try judge(part, place, now) {
                case .fell(let instant): last = max(last ?? instant, instant)
                case .timeless: continue
                case .notYet: return .notYet
                }
            }
            return last.map(Judgement.fell) ?? .timeless
        case .any(let parts):
            var (first, isTimeless): (Instant?, Bool) = (nil, false)
            for part in parts {
                switch try judge(part, place, now) {
                case .fell(let instant): first = min(first ?? instant, instant)
                case .timeless: isTimeless = true
                case .notYet: continue
                }
            }
            return first.map(Judgement.fell) ?? (isTimeless ? .timeless : .notYet)
        }
    }
}
