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
        let birth = RecordWriter.Birth(
            state: type.workflow?.initial, author: actor, instant: transaction.instant, parent: parent,
            number: try randomNumber(of: type))
        let number: Int64
        do { number = try transaction.writer(type).insert(values, birth) } catch let error as DatabaseError
            where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE
        {
            throw ActRefusal.exists(record: type.label, fields: Self.uniqueFields(error, type))
        }
        if type.isAnonymous {
            try transaction.emit(NewEvent("\(type.id).created", source: try source(type), payload: .object([])))
            return number
        }
        let event = try emit("created", type, number, try stored(type, number, values))
        try enter(type, number, type.workflow?.initial, by: "create", event)
        try settle(type, number)
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
        try transaction.asKernel(for: type.module) { try change(type, number, values) }
    }

    private func change(_ type: RecordType, _ number: Int64, _ values: [String: FieldValue]) throws {
        try write(type, number, values, state: nil)
        try emit("updated", type, number, try stored(type, number, values))
        try settle(type, number)
    }

    /// Removes a record; its event remains.
    public func delete(_ type: RecordType, _ number: Int64) throws {
        try transaction.asKernel(for: type.module) { try remove(type, number) }
    }

    private func remove(_ type: RecordType, _ number: Int64) throws {
        let content = try load(type, number)
        let references = try type.pseudonym == nil ? references(type, number) : []
        do { try transaction.writer(type).delete(number) } catch let error as DatabaseError
            where error.resultCode == .SQLITE_CONSTRAINT
        {
            throw ActRefusal.inUse(record: type.label)
        }
        let event = NewEvent("\(type.id).deleted", source: try source(type), records: references, payload: .object([]))
        try transaction.acting(as: type.pseudonym == nil ? transaction.context.actor : .anonymous) { _ = try transaction.emit(event) }
        try db.execute(sql: "DELETE FROM kernel_deadline WHERE kind = ? AND record = ?", arguments: [type.id, number])
        if let content { try Completion(live: live, db: db).update(content, at: transaction.instant, isDeleted: true) }
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
        let payload = try stored(type, number, values) + inputs + [("to", .string(transition.to))]
        let event = try emit(named: transition.event ?? "\(type.name).\(transition.name)", type, number, payload)
        try enter(type, number, transition.to, by: transition.name, event)
        if let notice = transition.notice, let content = try load(type, number) {
            try NoticeSender(transaction: transaction, live: live).send(notice, about: content, event: event)
        }
        try settle(type, number)
    }

    private func write(_ type: RecordType, _ number: Int64, _ values: [String: FieldValue], state: String?) throws {
        do { try transaction.writer(type).update(number, values, state: state, at: transaction.instant) } catch let error as DatabaseError
            where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE
        {
            throw ActRefusal.exists(record: type.label, fields: Self.uniqueFields(error, type))
        }
    }

    /// Keeps the state that a record enters, in its history.
    private func enter(_ type: RecordType, _ number: Int64, _ state: String?, by transition: String, _ event: EventHeader) throws {
        guard let state else { return }
        try db.cachedStatement(
            sql: """
                INSERT INTO kernel_state (kind, record, entry, state, transition, instant, event) VALUES (?1, ?2,
                (SELECT coalesce(max(entry), 0) + 1 FROM kernel_state WHERE kind = ?1 AND record = ?2), ?3, ?4, ?5, ?6)
                """
        ).execute(arguments: [type.id, number, state, transition, transaction.instant.microseconds, event.sequence])
        try Pseudonyms(live: live, db: db).replaceWriters(below: type.id, number, in: state, at: transaction.instant)
    }

    /// What follows from a change: completion, and transitions whose condition now holds, here and above.
    private func settle(_ type: RecordType, _ number: Int64) throws {
        try transaction.refreshDeadlines(type.id, number)
        guard let content = try load(type, number) else { return }
        try Completion(live: live, db: db).update(content, at: transaction.instant)
        try Settling(acts: self).run(content)
    }

    // MARK: Events

    @discardableResult
    private func emit(_ word: String, _ type: RecordType, _ number: Int64, _ payload: [(String, JSONValue)]) throws -> EventHeader {
        try emit(named: "\(type.name).\(word)", type, number, payload)
    }

    /// Writes an event of the record's module; a declared payload takes only what its schema names.
    @discardableResult
    private func emit(named name: String, _ type: RecordType, _ number: Int64, _ payload: [(String, JSONValue)]) throws -> EventHeader {
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
                records: try references(type, number), payload: .object(members)))
    }

    private func source(_ type: RecordType) throws -> NewEvent.Source {
        guard let module = live.module(type.module) else { throw LiveError.codeMissing(module: type.module) }
        return module.source
    }

    /// The record, those above it, and the enrolment, offering and person that it belongs to.
    private func references(_ type: RecordType, _ number: Int64) throws -> [RecordReference] {
        let scope = RecordScope(type, row: "r", live: live)
        let columns = scope.line.map(\.id) + [scope.enrolment ?? "NULL", scope.offering ?? "NULL", scope.owner ?? "NULL"]
        let sql = "SELECT \(columns.joined(separator: ", ")) FROM \(SQLName.quoted(type.table)) r WHERE r._id = ?"
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [number]) else { return [] }
        var references: [RecordReference] = []
        for (index, place) in scope.line.enumerated() {
            if let id: Int64 = row[index] { references.append(RecordReference(place.kind, id)) }
        }
        if let enrolment: Int64 = row[scope.line.count] { references.append(.enrolment(enrolment)) }
        if let offering: String = row[scope.line.count + 1] { references.append(.offering(offering)) }
        if let owner: Int64 = row[scope.line.count + 2] { references.append(.person(owner)) }
        return references
    }

    /// What was written, in the form that inputs take.
    private func stored(_ type: RecordType, _ number: Int64, _ values: [String: FieldValue]) throws -> [(String, JSONValue)] {
        guard !values.isEmpty, let content = try load(type, number) else { return [] }
        return type.fields.compactMap { field in
            values[field.name] == nil ? nil : content.values[field.name].map { (field.name, $0) }
        }
    }

    /// The fields that SQLite's message names.
    private static func uniqueFields(_ error: DatabaseError, _ type: RecordType) -> [Text] {
        let columns = (error.message ?? "").split(separator: ":").last?.split(separator: ",") ?? []
        let names = columns.map { $0.split(separator: ".").last.map { $0.trimmingPrefix(" ") } ?? "" }
        return names.map { name in
            if name == "_author" { return Text(nb: "forfatter", nn: "forfattar", en: "author") }
            return type.fields.first { $0.column == name }?.label ?? Text(verbatim: String(name))
        }
    }
}

extension ActionTransaction {
    /// The way for a module's code to make, change and move records.
    public var records: RecordActs { get throws { try RecordActs(self) } }
}
