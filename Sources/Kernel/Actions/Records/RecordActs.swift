public import GRDB

/// Makes, changes and moves records within a transaction: the rows, their states and the events.
///
/// Rights, windows and guards have been seen to by the action that calls; module code that holds a transaction comes here as well.
public struct RecordActs {
    let transaction: ActionTransaction
    let live: LiveConfiguration

    /// - Throws: `LiveError` where the transaction belongs to an action of the kernel alone.
    init(_ transaction: ActionTransaction) throws {
        self.transaction = transaction
        live = try transaction.requireLive()
    }

    private var db: Database { transaction.db }
    private var loader: RecordLoader { RecordLoader(live: live, db: db) }

    private var completion: Completion { Completion(live: live, db: db, assessor: transaction.assessor) }

    /// The record with all that it holds.
    public func load(_ type: RecordType, _ number: Int64) throws -> RecordContent? { try loader.load(type, number) }

    /// Makes a record.
    ///
    /// - Parameters:
    ///   - parent: the internal key of the parent.
    ///   - payload: what the event tells besides.
    /// - Returns: its number.
    @discardableResult
    public func create(_ type: RecordType, _ values: [String: FieldValue], parent: DatabaseValue? = nil) throws -> Int64 {
        try transaction.asKernel(for: type.module) { try insert(type, values, parent) }
    }

    private func insert(_ type: RecordType, _ values: [String: FieldValue], _ parent: DatabaseValue?) throws -> Int64 {
        var values = values
        try Aliases(type, live: live).assign(&values, parent: parent, in: transaction)
        let actor = transaction.context.actor.description
        let state = try ShareAgreement(type, live: live, transaction)?.begin(&values) ?? type.workflow?.initial
        let birth = RecordWriter.Birth(
            state: state, author: actor, instant: transaction.instant, parent: parent,
            number: try randomNumber(of: type))
        let number: Int64
        do { number = try transaction.writer(type).insert(values, birth) } catch let error as DatabaseError
            where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE
        {
            throw try taken(type, values, birth: birth, of: nil, by: error)
        }
        if type.isAnonymous {
            try AnonymousOrder(type: type, db: transaction.db).forget(around: number)
            try transaction.emit(NewEvent("\(type.id).created", source: try source(type), payload: .object([])))
            return number
        }
        let reactions = transaction.reactionCount
        let content = try load(type, number)
        let event = try emit("created", type, content, stored(content, values))
        try enter(type, number, state, by: "create", event)
        if let notice = type.createNotice, let content, type.shares == nil || state == type.shares?.state {
            try NoticeSender(transaction: transaction, live: live).send(notice, about: content, event: event)
        }
        try settle(type, number, content, since: reactions)
        return number
    }

    /// A number that says nothing of when a record was made; nil where it may.
    private func randomNumber(of type: RecordType) throws -> Int64? {
        if type.isAnonymous { return Int64(truncatingIfNeeded: transaction.context.randomness.next() >> 1) }
        guard type.pseudonym != nil else { return nil }
        // So short that every program reads it as it stands.
        return Int64(truncatingIfNeeded: transaction.context.randomness.next() >> 12)
    }

    /// Changes fields of a record.
    public func update(_ type: RecordType, _ number: Int64, _ values: [String: FieldValue]) throws {
        try transaction.asKernel(for: type.module) { try change(type, number, values, notice: nil) }
    }

    /// Changes fields of a record by hand.
    ///
    /// - Parameter notice: the letter that tells of it.
    func update(_ type: RecordType, _ number: Int64, _ values: [String: FieldValue], notice: String?) throws {
        try transaction.asKernel(for: type.module) { try change(type, number, values, notice: notice) }
    }

    private func change(_ type: RecordType, _ number: Int64, _ values: [String: FieldValue], notice: String?) throws {
        // A reference that changes may take the record from one activity to another.
        let moves = type.fields.contains { field in
            if case .reference = field.type { values[field.name] != nil } else { false }
        }
        let before = moves ? try load(type, number) : nil
        try write(type, number, values, state: nil)
        if let before { try completion.update(before, at: transaction.instant) }
        let reactions = transaction.reactionCount
        let content = try load(type, number)
        let event = try emit("updated", type, content, stored(content, values))
        if let notice, let content { try NoticeSender(transaction: transaction, live: live).send(notice, about: content, event: event) }
        try settle(type, number, content, since: reactions)
    }

    /// Removes a record; its event remains.
    public func delete(_ type: RecordType, _ number: Int64) throws {
        try transaction.asKernel(for: type.module) { try remove(type, number) }
    }

    private func remove(_ type: RecordType, _ number: Int64) throws {
        if let through = type.sharing?.through, let share = live.record(through), let terms = share.shares {
            let filters = [(terms.record, type.name), (terms.number, String(number))]
            let rows = try RecordFilter(share, filters, live: live, in: db).read(as: .system, at: transaction.instant, limit: 1)
            // A new record may get the number of one that was deleted, and must not be shared with it.
            if !rows.isEmpty { throw ShareRefusal.shared(record: type.label) }
        }
        let content = try load(type, number)
        do { try transaction.writer(type).delete(number) } catch let error as DatabaseError
            where error.resultCode == .SQLITE_CONSTRAINT
        {
            throw ActRefusal.inUse(record: type.label)
        }
        // Of a pseudonymous record the log says that somebody did it.
        let references = type.pseudonym == nil ? content?.references ?? [] : []
        let event = NewEvent("\(type.id).deleted", source: try source(type), records: references, payload: .object([]))
        try transaction.acting(as: type.pseudonym == nil ? transaction.context.actor : .anonymous) { _ = try transaction.emit(event) }
        try db.cachedStatement(sql: "DELETE FROM kernel_deadline WHERE kind = ? AND record = ?").execute(arguments: [type.id, number])
        if let content { try completion.update(content, at: transaction.instant) }
    }

    /// Takes a record along a transition.
    ///
    /// - Parameters:
    ///   - values: fields that the transition writes.
    ///   - inputs: what was handed in and is kept in the event alone.
    public func move(
        _ type: RecordType, _ number: Int64, _ transition: Transition, _ values: [String: FieldValue] = [:],
        inputs: [(String, JSONValue)] = []
    ) throws {
        try transaction.asKernel(for: type.module) { try advance(type, number, transition, values, inputs) }
    }

    private func advance(
        _ type: RecordType, _ number: Int64, _ transition: Transition, _ values: [String: FieldValue], _ inputs: [(String, JSONValue)]
    ) throws {
        try write(type, number, values, state: transition.to)
        let reactions = transaction.reactionCount
        let content = try load(type, number)
        let payload = stored(content, values) + inputs + [("to", .string(transition.to))]
        let event = try emit(named: transition.event ?? "\(type.name).\(transition.name)", type, content, payload)
        try enter(type, number, transition.to, by: transition.name, event)
        if type.shares?.state == transition.to, let notice = type.createNotice, let content {
            // Those with whom it is shared are told when the last yes is there.
            try NoticeSender(transaction: transaction, live: live).send(notice, about: content, event: event)
        }
        if let terms = type.shares, transition.to != terms.state {
            try NoticeSender(transaction: transaction, live: live).withdraw(about: type, number)
        }
        if let notice = transition.notice, let content = try load(type, number) {
            try NoticeSender(transaction: transaction, live: live).send(notice, about: content, event: event)
        }
        try settle(type, number, content, since: reactions)
    }

    private func write(_ type: RecordType, _ number: Int64, _ values: [String: FieldValue], state: String?) throws {
        do { try transaction.writer(type).update(number, values, state: state, at: transaction.instant) } catch let error as DatabaseError
            where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE
        {
            throw try taken(type, values, birth: nil, of: number, by: error)
        }
    }

    /// Keeps the state that a record enters, in its history.
    private func enter(_ type: RecordType, _ number: Int64, _ state: String?, by transition: String, _ event: EventHeader) throws {
        guard let state else { return }
        let insert = try BulkStatement(
            kept: """
                INSERT INTO kernel_state (kind, record, entry, state, transition, instant, event) VALUES (?1, ?2,
                (SELECT coalesce(max(entry), 0) + 1 FROM kernel_state WHERE kind = ?1 AND record = ?2), ?3, ?4, ?5, ?6)
                """, in: db)
        insert.bind(1, copying: type.id)
        insert.bind(2, number)
        insert.bind(3, copying: state)
        insert.bind(4, copying: transition)
        insert.bind(5, transaction.instant.microseconds)
        insert.bind(6, event.sequence)
        try insert.run()
        try Pseudonyms(live: live, db: db).replaceWriters(below: type.id, number, in: state, at: transaction.instant)
        try endTokens(below: type, number, in: state)
    }

    /// What follows from a change: completion, and transitions whose condition now holds, here and above.
    ///
    /// - Parameters:
    ///   - content: the record as it was loaded after it was written.
    ///   - reactions: how often modules had reacted then; if they have since, it is loaded again.
    private func settle(_ type: RecordType, _ number: Int64, _ content: RecordContent?, since reactions: Int) throws {
        try transaction.refreshDeadlines(type.id, number)
        guard let content = try reactions == transaction.reactionCount ? content : load(type, number) else { return }
        try completion.update(content, at: transaction.instant)
        try Settling(acts: self).run(content)
    }

    // MARK: Events

    @discardableResult
    private func emit(
        _ word: String, _ type: RecordType, _ content: RecordContent?, _ payload: [(String, JSONValue)]
    ) throws -> EventHeader {
        try emit(named: "\(type.name).\(word)", type, content, payload)
    }

    /// Writes an event of the record's module; a declared payload takes only what its schema names.
    @discardableResult
    private func emit(
        named name: String, _ type: RecordType, _ content: RecordContent?, _ payload: [(String, JSONValue)]
    ) throws -> EventHeader {
        let declared = live.module(type.module)?.declarations.event(name)
        if type.pseudonym != nil {
            // The log is for ever: it says that somebody did it, not who, and not to which record.
            let event = NewEvent(
                "\(type.module).\(name)", version: declared?.version ?? 1, source: try source(type), payload: .object([]))
            return try transaction.acting(as: .anonymous) { try transaction.emit(event) }
        }
        let names = declared?.payload?["properties"]?.map?.keys
        let members = payload.filter { member in names?.contains(member.0) ?? true }
        return try transaction.emit(
            NewEvent(
                "\(type.module).\(name)", version: declared?.version ?? 1, source: try source(type),
                records: content?.references ?? [], payload: .object(members)))
    }

    private func source(_ type: RecordType) throws -> NewEvent.Source {
        guard let module = live.module(type.module) else { throw LiveError.codeMissing(module: type.module) }
        return module.source
    }

    /// What was written, in the form that inputs take.
    private func stored(_ content: RecordContent?, _ values: [String: FieldValue]) -> [(String, JSONValue)] {
        guard !values.isEmpty, let content else { return [] }
        return content.type.fields.compactMap { field in
            values[field.name] == nil ? nil : content.values[field.name].map { (field.name, $0) }
        }
    }
}

extension ActionTransaction {
    /// The way for a module's code to make, change and move records.
    public var records: RecordActs { get throws { try RecordActs(self) } }
}
