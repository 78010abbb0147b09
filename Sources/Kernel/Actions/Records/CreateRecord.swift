import GRDB

/// `<module>.<record>.create`: makes a record; no one has to write this action.
struct CreateRecord: NamedAction {
    private let base: RecordAction
    /// The parent, where it is no field of its own, and every field but those that the kernel gives.
    let fields: [Field]

    init(_ type: RecordType, live: LiveConfiguration) {
        fields = Self.fields(of: type, live: live)
        base = RecordAction(
            type: type, live: live, action: "\(type.id).create",
            title: Text(
                nb: "opprette \(type.label(.nb))", nn: "opprette \(type.label(.nn))", en: "create \(type.label(.en))"))
    }

    var declaration: ActionDeclaration { base.declaration }
    var about: RecordType? { nil }
    var concerns: RecordType? { type }
    var by: [String] { base.type.create }
    private var type: RecordType { base.type }

    private static func fields(of type: RecordType, live: LiveConfiguration) -> [Field] {
        var fields = type.fields.filter { if case .alias = $0.type { false } else { !$0.isDecided } }
        if let parent = type.parent, let name = type.parentField, type.field(name) == nil {
            let reference = FieldType.Reference(target: parent, by: nil, keepsDangling: false)
            fields.insert(
                Field(
                    name: name, title: live.parentHeading(of: type), type: .reference(reference),
                    isRequired: parent != KernelRecord.enrolment.rawValue,
                    fallback: nil,
                    personal: .no, seal: nil, was: [], span: type.span), at: 0)
        }
        return fields
    }

    var takesToken: Bool { type.isAnonymous }
    var required: [String] { fields.filter { $0.isRequired && $0.fallback == nil }.map(\.name) }

    func perform(_ input: ActionInput, in transaction: ActionTransaction, _ environment: ActionEnvironment) throws -> ActionOutcome<
        JSONValue
    > {
        guard !type.isBulk else { throw ActRefusal.notByHand(record: type.label) }
        let made: (values: [String: FieldValue], parent: DatabaseValue?)
        do { made = try read(input, in: transaction, environment) } catch let unknown as DiagnosticsError {
            try refuseAlike(input, in: transaction, environment)
            throw unknown
        }
        let (values, parent) = made
        if type.isAnonymous {
            try Tokens(type).use(input.token, under: parent, in: transaction.db)
            // Only who holds a token learns how far it has come with what the answer is for; the token is still good if it is refused.
            try base.requireWindow(below: parent.flatMap(Int64.fromDatabaseValue), in: transaction)
            try transaction.acting(as: .anonymous) { try runGuards(input, parent, in: transaction) }
            try transaction.acting(as: .anonymous) { _ = try transaction.records.create(type, values, parent: parent) }
            return ActionOutcome(state: "kept", effect: .object([]))
        }
        if type.pseudonym != nil, try transaction.standing().person == nil { throw ActRefusal.needsPerson(record: type.label) }
        try base.requireVisible(fields, values, parent: parent, input.values, in: transaction)
        try base.require(try decide(values, parent, in: transaction))
        if let terms = type.shares {
            try ShareCheck(type: type, terms: terms, live: base.live, transaction: transaction).require(
                values, input.values, action: base.action)
        }
        try base.requireWindow(below: parent.flatMap(Int64.fromDatabaseValue), in: transaction)
        try runGuards(input, parent, in: transaction)
        let number = try transaction.records.create(type, values, parent: parent)
        return try base.outcome(number, in: transaction)
    }

    /// Lets rights and guards refuse before it is told that a person is not there: whom they refuse cannot then be told from nobody.
    private func refuseAlike(_ input: ActionInput, in transaction: ActionTransaction, _ environment: ActionEnvironment) throws {
        guard !type.createGuards.isEmpty, !type.isAnonymous, try transaction.standing().person != nil else { return }
        let finder = try ReferenceFinder(live: base.live, db: transaction.db, standing: transaction.standing())
        let unknown = try Set(
            fields.filter { field in
                guard case .reference(let reference) = field.type, reference.by == nil,
                    reference.target == KernelRecord.person.rawValue, let id = input.values[field.name]?.string
                else { return false }
                return try finder.find(reference.target, id) == nil
            }.map(\.name))
        guard !unknown.isEmpty else { return }
        var others = input
        others.values = Node(.map(NodeMap((input.values.map?.pairs ?? []).filter { !unknown.contains($0.key) })), at: input.values.span)
        let (values, parent) = try read(others, leaving: unknown, in: transaction, environment)
        try base.requireVisible(fields, values, parent: parent, others.values, in: transaction)
        try base.require(try decide(values, parent, in: transaction))
        // A guard that cannot do with somebody who is not there has nothing to say of her.
        do { try runGuards(input, parent, in: transaction) } catch is GuardFailure {}
    }

    private func runGuards(_ input: ActionInput, _ parent: DatabaseValue?, in transaction: ActionTransaction) throws {
        guard !type.createGuards.isEmpty else { return }
        var given: [String: JSONValue] = [:]
        for pair in input.values.map?.pairs ?? [] { given[pair.key] = pair.value.json }
        if let name = type.parentField, let parent {
            given[name] =
                Int64.fromDatabaseValue(parent).map { .integer(Int($0)) } ?? String.fromDatabaseValue(parent).map(JSONValue.string)
        }
        try base.runGuards(type.createGuards, 0, given, in: transaction)
    }

    /// Before there is a record, what counts is whether there could be one: a role held anywhere, or an enrolment of one's own.
    func decide(_ input: ActionInput, in transaction: ActionTransaction) throws -> RightDecision {
        let standing = try transaction.standing()
        var decision = RoleRights(live: base.live, standing: standing).decide(by: by)
        if by.contains("owner"), standing.person != nil, type.parent == KernelRecord.enrolment.rawValue,
            standing.offerings[EnrolmentList.participant]?.isEmpty == false
        {
            decision.held.append("owner")
            decision.deciding.append("owner")
            decision.isAllowed = true
        }
        return decision
    }

    private func decide(_ values: [String: FieldValue], _ parent: DatabaseValue?, in transaction: ActionTransaction) throws -> RightDecision
    {
        var row: [(String, DatabaseValue)] = []
        if let parent, let name = type.parentField, type.field(name) == nil { row.append((SQLName.column(name), parent)) }
        for field in type.fields { if case .scalar(let value)? = values[field.name] { row.append((field.column, value)) } }
        return try ActRights(type: type, live: base.live, standing: transaction.standing(), db: transaction.db).decide(new: row, by: by)
    }

    /// - Parameter left: the fields that need not be there.
    private func read(
        _ input: ActionInput, leaving left: Set<String> = [], in transaction: ActionTransaction, _ environment: ActionEnvironment
    ) throws -> (values: [String: FieldValue], parent: DatabaseValue?) {
        let required = required.filter { !left.contains($0) }
        let offering = try enrolment(input, in: transaction)
        let place = try offering?.offering ?? self.place(input, in: transaction)
        var values = try base.read(
            input.values, fields.filter { !left.contains($0.name) }, required: required,
            as: left.isEmpty ? nil : "\(base.action) without \(left.sorted().joined(separator: " "))", offering: place, environment,
            in: transaction)
        var parent: DatabaseValue?
        if let name = type.parentField, type.field(name) == nil {
            if case .scalar(let value)? = values.removeValue(forKey: name) { parent = value } else { parent = offering?.key.databaseValue }
            if parent == nil { throw DiagnosticsError(.noParent(name, at: input.values.span)) }
        }
        let activity: DatabaseValue? =
            if let name = type.activityField?.name, case .scalar(let key)? = values[name] { key } else { parent }
        if type.activityName != nil {
            let copied = try base.copied(
                from: activity, offering: place, input.values, environment, in: transaction)
            values.merge(copied) { _, copied in copied }
        }
        for field in type.fields where values[field.name] == nil {
            guard let fallback = field.fallback else { continue }
            var reader = ValueReader(
                finder: try ReferenceFinder(live: base.live, db: transaction.db, standing: transaction.standing(), offering: place),
                files: environment.files,
                openFile: environment.openFile)
            values[field.name] = try reader.read(fallback, field)
        }
        return (values, parent)
    }

    /// The offering that the input itself names, or that the record it will hang under belongs to; nil where it is not known.
    private func place(_ input: ActionInput, in transaction: ActionTransaction) throws -> String? {
        guard let name = type.parentField, let given = input.values[name], let target = type.parent else { return nil }
        let finder = try ReferenceFinder(live: base.live, db: transaction.db, standing: transaction.standing())
        guard let found = try finder.find(target, given.string ?? given.integer.map(String.init) ?? "") else { return nil }
        switch KernelRecord(rawValue: target) {
        case .offering: return String.fromDatabaseValue(found)
        case .group:
            return try String.fetchOne(
                transaction.db.cachedStatement(sql: "SELECT offering FROM kernel_group WHERE key = ?"), arguments: [found])
        case nil:
            guard let above = base.live.record(target), let number = Int64.fromDatabaseValue(found) else { return nil }
            return try RecordLoader(live: base.live, db: transaction.db).load(above, number)?.offering
        default: return nil
        }
    }

    /// The enrolment that the record will hang under: the one that is named, or the actor's own where there is only one that fits.
    private func enrolment(_ input: ActionInput, in transaction: ActionTransaction) throws -> (key: Int64, offering: String)? {
        guard type.parent == KernelRecord.enrolment.rawValue, let name = type.parentField else { return nil }
        let db = transaction.db
        let finder = try ReferenceFinder(live: base.live, db: db, standing: transaction.standing())
        var keys: [Int64] = []
        if let given = input.values[name] {
            let id = given.string ?? given.integer.map(String.init) ?? ""
            guard let key = try finder.find(KernelRecord.enrolment.rawValue, id).flatMap(Int64.fromDatabaseValue) else { return nil }
            keys = [key]
        } else if let person = try transaction.standing().person {
            let activities = type.fields.compactMap { field -> String? in
                guard case .reference(let reference) = field.type, reference.target == KernelRecord.activity.rawValue else { return nil }
                return input.values[field.name]?.string
            }
            keys = try Int64.fetchAll(
                db.cachedStatement(
                    sql: "SELECT id FROM kernel_enrolment WHERE person = ? AND role = 'participant' AND state = 'active'"),
                arguments: [person])
            if let words = activities.first?.split(separator: "/", maxSplits: 1), let activity = words.last {
                let place = words.count == 2 ? String(words[0]) : nil
                keys = try keys.filter { key in
                    try Bool.fetchOne(
                        db.cachedStatement(
                            sql: """
                                SELECT EXISTS (SELECT 1 FROM kernel_enrolment e JOIN kernel_activity a ON a.offering = e.offering
                                WHERE e.id = ?1 AND a.activity = ?2 AND (?3 IS NULL OR a.offering = ?3))
                                """), arguments: [key, String(activity), place]) == true
                }
            }
        }
        guard keys.count == 1, let key = keys.first,
            let offering = try String.fetchOne(
                db.cachedStatement(sql: "SELECT offering FROM kernel_enrolment WHERE id = ?"), arguments: [key])
        else { return nil }
        return (key, offering)
    }
}

extension Diagnostic {
    static func noParent(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "input/no-parent", .error,
            Text(
                nb: "det er ikke klart hvilken «\(name)» dette hører til", nn: "det er ikkje klart kva «\(name)» dette høyrer til",
                en: "it is not clear which '\(name)' this belongs to"), at: span,
            help: Text(
                nb: "oppgi «\(name)», for eksempel --\(name) GJENNOMFØRING/PERSON",
                nn: "oppgi «\(name)», til dømes --\(name) GJENNOMFØRING/PERSON",
                en: "give '\(name)', for example --\(name) OFFERING/PERSON"))
    }
}
