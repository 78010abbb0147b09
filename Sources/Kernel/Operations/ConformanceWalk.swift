import GRDB

/// Makes records with generated values, with all that they hang under, and takes them along transitions.
struct ConformanceWalk {
    let live: LiveConfiguration
    /// How far a record that an input points at has come, by its type.
    var raised: (record: String, path: [Transition])?

    /// Records that what is made hangs under instead of new ones, by type.
    var fixed: [String: Int64] = [:]
    /// How far from the simplest a number or a word is, so that records of one parent need not be alike.
    var step = 0

    init(live: LiveConfiguration) { self.live = live }

    /// A person, an organisation, an offering with an activity, a group and an enrolment for the records to belong to.
    func stage(_ db: Database, _ transaction: ActionTransaction) throws {
        let event = try transaction.emit(NewEvent("kernel.module.tried", payload: .object([])))
        try db.execute(
            sql: """
                INSERT INTO kernel_person (key, id, given_name, family_name, sort_key) VALUES (1, 'person', 'Person', 'Person', x'00');
                INSERT INTO kernel_organisation (id, kind, title, origin) VALUES ('organisation', 'school', '{}', 'import')
                """)
        try db.execute(
            sql: "INSERT INTO kernel_release (id, variant, number, label, digest, canonical, event) VALUES (1, 'course', 1, 'r1', ?, ?, ?)",
            arguments: [String(repeating: "0", count: 64), Self.release, event.sequence])
        try db.execute(
            sql: """
                INSERT INTO kernel_offering (id, variant, release, mode, start, state, json)
                VALUES ('offering', 'course', 1, 'follow', '2027-05-01', 'active',
                '{"offering":"offering","release":"follow","start":"2027-05-01","variant":"course"}');
                INSERT INTO kernel_group (key, id, title, offering, organisation) VALUES (1, 'group', 'Group', 'offering', 'organisation');
                INSERT INTO kernel_enrolment (id, offering, person, role, state, since) VALUES (1, 'offering', 1, 'participant', 'active', 0)
                """)
        let kinds = live.modules.flatMap(\.declarations.activities).map(\.id)
        for (index, kind) in (kinds.isEmpty ? ["kernel.none"] : kinds).enumerated() {
            // Open now and due later; the clock is moved past it for what comes afterwards.
            try db.execute(
                sql: """
                    INSERT INTO kernel_activity (key, offering, part, activity, kind, settings, on_order, opens, due, position, state)
                    VALUES (?, 'offering', 'part', ?, ?, '{}', 0, ?, ?, ?, 'active')
                    """,
                arguments: [
                    index + 1, "activity-\(index + 1)", kind, try Instant("2027-05-10T00:00:00Z").microseconds,
                    try Instant("2027-06-15T22:00:00Z").microseconds, index,
                ])
        }
    }

    /// The release of a course that says nothing beyond what every course must.
    private static let release = """
        {"body":{"course":{"code":"course","institution":"organisation","version":1},"credits":15,"parts":[{"part":"part"}]},"variant":"course"}
        """

    /// Makes a record, and those that it hangs under.
    ///
    /// - Parameter raising: the states that records above must be in, by their types: those in which it may be made or changed.
    func make(
        _ type: RecordType, in transaction: ActionTransaction, depth: Int = 0, raising: [String: [String]]? = nil
    ) throws -> Int64 {
        let raising = raising ?? Self.window(of: type)
        guard depth < 16 else { throw ActRefusal.notByHand(record: type.label) }
        var values: [String: FieldValue] = [:]
        for field in type.fields {
            if field.isRequired || field.fallback != nil {
                values[field.name] = try value(field.type, type, field.name, transaction, depth, raising)
            }
        }
        var parent: DatabaseValue?
        if let target = type.parent, let name = type.parentField {
            let key = try self.key(target, type, transaction, depth, raising)
            if type.field(name) == nil { parent = key } else { values[name] = .scalar(key) }
        }
        if let terms = type.shares, let shared = try shared(type, in: transaction) {
            values[terms.record] = .scalar(shared.kind.databaseValue)
            values[terms.number] = .scalar(shared.number.databaseValue)
            values[shared.field] = shared.place.key
        }
        let number = try transaction.records.create(type, values, parent: parent)
        try raise(type, number, to: raising[type.id], in: transaction)
        return number
    }

    /// Makes two of everything that hangs under a record, and beside it under the same parent, as far as there can be two: what a rule in code
    /// may ask for.
    func surround(_ type: RecordType, _ number: Int64, in transaction: ActionTransaction) throws {
        var walker = self
        walker.fixed[type.id] = number
        if let parent = type.parent, live.record(parent) != nil, let above = try transaction.records.load(type, number)?.parent {
            walker.fixed[parent] = above
        }
        let others = live.children(of: type.id) + (type.parent.map(live.children) ?? []).filter { $0.id != type.id }
        for other in others where !other.isAnonymous {
            for step in 1...2 {
                walker.step = step
                let mark = try transaction.mark()
                try transaction.db.inSavepoint {
                    do {
                        _ = try walker.make(other, in: transaction, raising: [:])
                        return .commit
                    } catch {
                        transaction.rewind(to: mark)
                        return .rollback
                    }
                }
            }
        }
    }

    /// The states that records above a type must be in, by their types.
    static func window(of type: RecordType) -> [String: [String]] {
        Dictionary(type.window.map { ($0.record, $0.states) }) { first, _ in first }
    }

    /// Takes a record to the first of the states that can be reached.
    func raise(_ type: RecordType, _ number: Int64, to states: [String]?, in transaction: ActionTransaction) throws {
        guard let states, let workflow = type.workflow, !states.contains(workflow.initial) else { return }
        let paths = ConformanceTrial.paths(workflow)
        for transition in states.lazy.compactMap({ paths[$0] }).first ?? [] { try take(type, number, transition, in: transaction) }
    }

    /// Takes a record along a transition, with its inputs and with a value in every field that it needs.
    func take(_ type: RecordType, _ number: Int64, _ transition: Transition, in transaction: ActionTransaction) throws {
        guard let content = try transaction.records.load(type, number) else { return }
        var values: [String: FieldValue] = [:]
        for name in transition.needs {
            if let field = type.field(name), content.values[name]?.isNull != false {
                values[name] = try value(field.type, type, name, transaction, 0)
            }
        }
        for field in transition.input { _ = try value(field.type, type, field.name, transaction, 0) }
        try transaction.records.move(type, number, transition, values)
    }

    private func key(
        _ target: String, _ type: RecordType, _ transaction: ActionTransaction, _ depth: Int, _ raising: [String: [String]] = [:]
    ) throws -> DatabaseValue {
        switch KernelRecord(rawValue: target) {
        case .offering, .organisation: return (KernelRecord(rawValue: target) == .offering ? "offering" : "organisation").databaseValue
        case .activity:
            // The activity of the kind that the record is done in.
            return Int64(activity(of: type)).databaseValue
        case .person, .group, .enrolment: return Int64(1).databaseValue
        case nil:
            if let known = fixed[target] { return known.databaseValue }
            guard let record = live.record(target) else {
                throw DiagnosticsError(.noSuchRecord(target, "record", known: live.recordTypes.map(\.id), at: type.span))
            }
            return try make(record, in: transaction, depth: depth + 1, raising: raising).databaseValue
        }
    }

    /// A value that the type takes.
    private func value(
        _ field: FieldType, _ type: RecordType, _ name: String, _ transaction: ActionTransaction, _ depth: Int,
        _ raising: [String: [String]] = [:]
    ) throws -> FieldValue {
        switch field {
        case .text(let limits): .scalar(text(limits, transaction).databaseValue)
        case .integer(let minimum, let maximum):
            .scalar(Int64(min((minimum?.rounded(.up) ?? min(0, maximum ?? 0)) + Double(step), maximum ?? 1e9)).databaseValue)
        case .number(let minimum, let maximum): .scalar((minimum ?? min(0, maximum ?? 0)).databaseValue)
        case .boolean: .scalar(0.databaseValue)
        case .date: .scalar("2027-07-01".databaseValue)
        case .instant: .scalar(try Instant("2027-07-01T08:00:00Z").microseconds.databaseValue)
        case .duration: .scalar("P1D".databaseValue)
        case .code(let values): values.isEmpty ? .empty : .scalar(values[step % values.count].id.databaseValue)
        case .localized: .scalar(#"{"en":"x","nb":"x","nn":"x"}"#.databaseValue)
        case .json(let schema): .scalar((schema.flatMap { ConformanceValue($0.json).values.first } ?? .object([])).compact.databaseValue)
        case .list(let item): .list([try value(item, type, name, transaction, depth, raising)])
        case .file: try file(transaction)
        case .alias: .empty
        case .reference(let reference):
            if let by = reference.by {
                .scalar(try self.by(by, reference, transaction, depth))
            } else if isStaged(transaction), KernelRecord(rawValue: reference.target) == .person, !isOwner(name, type) {
                .scalar(ConformanceStage.named.databaseValue)
            } else {
                .scalar(try key(reference.target, type, transaction, depth, raising))
            }
        }
    }

    /// A text of its own, so that keys do not meet, as long as it must be.
    func text(_ limits: FieldType.TextLimits, _ transaction: ActionTransaction) -> String {
        if let known = limits.words.first { return known.id }
        let word = "x" + String(transaction.context.randomness.next(), radix: 36)
        if let form = limits.pattern.flatMap({ try? Pattern($0) }), !form.matches(word), let sample = form.sample {
            let longer = String((sample + word).prefix(limits.maximum ?? .max))
            return form.matches(longer) ? longer : sample
        }
        let filled = word + String(repeating: "x", count: max(0, (limits.minimum ?? 1) - word.count))
        return String(filled.prefix(max(1, limits.maximum ?? filled.count)))
    }

    /// Whether there are more persons than the one.
    private func isStaged(_ transaction: ActionTransaction) -> Bool { transaction.context.actor == .person(ConformanceStage.author) }

    /// A file's row; its bytes are of no matter here.
    private func file(_ transaction: ActionTransaction) throws -> FieldValue {
        let digest = Digest.hex([])
        try transaction.db.execute(
            sql: "INSERT INTO kernel_file (digest, size, type) VALUES (?, 0, 'text/plain') ON CONFLICT (digest) DO NOTHING",
            arguments: [digest])
        return .file(digest: digest, name: "file.txt")
    }
}
