public import GRDB

/// Keeps the deadlines of records as what has happened to them says.
///
/// `refresh` follows each event, within its transaction; `rebuild` comes to the same rows from nothing. Records of kinds without deadlines
/// cost nothing.
public final class DeadlineEngine {
    private let db: Database
    private let plan: DeadlinePlan
    private let resolver: MomentResolver
    private let computation: DeadlineComputation
    private let places: RecordPlaceFinder
    private lazy var statements = Result { try DeadlineStatements(db) }
    /// Apart from those that write, so that code of modules, which may not, can have a deadline explained.
    private lazy var extensions = Result {
        try BulkStatement(
            kept: "SELECT until, event FROM kernel_extension WHERE kind = ? AND record = ? AND name = ? ORDER BY event DESC LIMIT 1", in: db
        )
    }

    /// - Parameters:
    ///   - index: what the modules declare.
    ///   - time: how the workspace counts time.
    public convenience init(_ index: DeclarationIndex, time: WorkspaceTime, in db: Database) {
        self.init(DeadlinePlan(index), time: time, in: db)
    }

    /// - Parameter plan: made once for what is live, where many transactions follow each other.
    public init(_ plan: DeadlinePlan, time: WorkspaceTime, in db: Database) {
        self.db = db
        self.plan = plan
        resolver = MomentResolver(plan.index, time: time, in: db)
        computation = DeadlineComputation(time: time)
        places = RecordPlaceFinder(plan.index, in: db)
    }

    /// Brings the deadlines of a record up to date, those of records under it that count from its states, and those of records above it that
    /// count from what happens to it.
    ///
    /// To be called for each record that an event is about, after the event and its states are written. For `kernel.enrolment` it brings
    /// those up to date that count from when its activities are due.
    public func refresh(_ kind: String, _ number: Int64) throws {
        if plan.rules[kind] != nil { try update(kind, number) }
        if let above = plan.above[kind], let place = try places.find(kind, number) {
            for step in place.line.dropFirst() where above.contains(step.kind) { try refresh(step.kind, step.number) }
        }
        for dependent in plan.dependents[kind] ?? [] {
            for record in try Int64.fetchAll(db.cachedStatement(sql: dependent.sql), arguments: [number]) {
                try update(dependent.kind, record)
            }
        }
    }

    /// Computes all deadlines anew.
    ///
    /// - Parameter progress: told now and then what part is done, 0 to 1.
    public func rebuild(progress: ((Double) -> Void)? = nil) throws {
        try db.execute(sql: "DELETE FROM kernel_deadline")
        for (position, type) in plan.types.enumerated() {
            let numbers = try Int64.fetchAll(db, sql: "SELECT _id FROM \(SQLName.quoted(type.table)) ORDER BY _id")
            for (done, number) in numbers.enumerated() {
                try update(type.id, number)
                if done % 1000 == 999 { progress?((Double(position) + Double(done) / Double(numbers.count)) / Double(plan.types.count)) }
            }
        }
        progress?(1)
    }

    /// The deadlines of a record, in the order of its workflow, those that do not run among them; nil if there is no such record.
    public func explain(_ kind: String, _ number: Int64) throws -> [DeadlineExplanation]? {
        guard let place = try places.find(kind, number) else { return nil }
        return try (plan.index.types[kind]?.workflow?.deadlines ?? []).map { try explain($0, place) }
    }

    /// The deadlines of a record as they would be written, those that others count from first; nil if there is no such record.
    ///
    /// Nothing is written. What counts from another deadline of the record follows that one, and one of a record above it as it is now.
    func rehearse(_ kind: String, _ number: Int64) throws -> [DeadlineExplanation]? {
        guard let place = try places.find(kind, number) else { return nil }
        resolver.supposed = (place.line[0], [:])
        defer { resolver.supposed = nil }
        return try (plan.rules[kind] ?? []).map { rule in
            let explained = try explain(rule, place)
            resolver.supposed?.ends[rule.name] = .some(explained.stopped == nil ? explained.due : nil)
            return explained
        }
    }

    private func explain(_ rule: DeadlineRule, _ place: RecordPlace) throws -> DeadlineExplanation {
        var rule = rule
        if let fact = rule.onlyIf, try resolver.truth(fact.field, of: place) == false {
            var never = DeadlineExplanation(
                record: place.line[0], name: rule.name, title: rule.label, source: rule.source, late: rule.late)
            never.steps = [.init(.never, text: fact.otherwise)]
            return never
        }
        if let setting = rule.setting, let own = try resolver.length(setting, of: place) { rule.within = own }
        if let field = rule.length {
            guard let length = try resolver.length(field, of: place) else {
                return DeadlineExplanation(
                    record: place.line[0], name: rule.name, title: rule.label, source: rule.source, late: rule.late)
            }
            rule.within = .duration(length)
        }
        // What a letter tells of counts from when it has arrived; until then the limit has not run out.
        let held =
            try rule.openWhile.flatMap { try resolver.holders($0, of: place.line[0]) } + resolver.awaited(rule.after, of: place.line[0])
        return try computation.explain(rule, record: place.line[0], extended: try extended(place.line[0], rule.name), held: held) {
            try resolver.find($0, of: place)
        }
    }

    /// The latest decision to extend a deadline.
    private func extended(_ record: RecordPlace.Step, _ name: String) throws -> DeadlineExtension? {
        let extensions = try extensions.get()
        extensions.bind(1, copying: record.kind)
        extensions.bind(2, record.number)
        extensions.bind(3, copying: name)
        return try extensions.first { row in
            guard let until = Instant(microseconds: row.integer(0)) else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "extension by event \(row.integer(1))")
            }
            return DeadlineExtension(until: until, event: row.integer(1))
        }
    }

    private func update(_ kind: String, _ number: Int64) throws {
        let statements = try statements.get()
        guard let place = try places.find(kind, number) else {
            try statements.delete(.init(kind: kind, number: number))
            return
        }
        for rule in plan.rules[kind] ?? [] { try statements.put(try explain(rule, place)) }
    }
}
