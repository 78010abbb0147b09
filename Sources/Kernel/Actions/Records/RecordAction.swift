import GRDB

/// What the actions on records share: finding the record, deciding the right, reading the input.
struct RecordAction {
    let type: RecordType
    let live: LiveConfiguration
    let action: String
    let title: Text

    /// The declaration of an action on a record type.
    var declaration: ActionDeclaration {
        ActionDeclaration(
            name: action, title: title, roles: [],
            source: live.module(type.module)?.source ?? NewEvent.Source(module: type.module, version: "0.0.0"))
    }

    func decide(_ number: Int64, by relations: [String], in transaction: ActionTransaction) throws -> RightDecision {
        try ActRights(type: type, live: live, standing: transaction.standing(), db: transaction.db).decide(number, by: relations)
    }

    func require(_ decision: RightDecision) throws {
        guard decision.isAllowed else { throw ActRefusal.right(action: action, decision) }
    }

    /// The record that a caller names.
    ///
    /// To someone who may neither read it nor act on it, a record that is there looks like one that is not.
    func find(_ id: String?, by relations: [String], in transaction: ActionTransaction) throws -> (RecordContent, RightDecision) {
        guard let id else { throw DiagnosticsError(.noID(type.id)) }
        // Whether there is one of that number is seen when it is decided on and loaded.
        let named =
            type.key.isEmpty
            ? Int64(id) : try ReferenceFinder(live: live, db: transaction.db, standing: transaction.standing()).number(of: id, type)
        guard let number = named else { throw DiagnosticsError(.noSuchRecord(id, type.id, known: [], at: nil)) }
        var decision = try decide(number, by: relations, in: transaction)
        if !decision.isAllowed, try !RecordReader(live, standing: transaction.standing(), in: transaction.db).sees(type, number) {
            guard transaction.tellsUnseen else { throw DiagnosticsError(.noSuchRecord(id, type.id, known: [], at: nil)) }
            decision.isUnseen = true
        }
        guard let content = try RecordLoader(live: live, db: transaction.db).load(type, number) else {
            throw DiagnosticsError(.noSuchRecord(id, type.id, known: [], at: nil))
        }
        return (content, decision)
    }

    func expect(_ version: Int?, _ content: RecordContent) throws {
        if let version, version != content.version { throw StaleRecord(expected: version, found: content.version) }
    }

    /// Reads the input, keeps its files, and takes away what was written if anything fails later.
    func read(
        _ node: Node, _ fields: [Field], required: [String], as form: String? = nil, offering: String?, _ environment: ActionEnvironment,
        in transaction: ActionTransaction
    ) throws -> [String: FieldValue] {
        var reader = InputReader(
            of: form ?? action, fields, required: required, environment, in: transaction.db, as: try transaction.standing(),
            offering: offering)
        do {
            let values = try reader.read(node)
            try requireKind(values, node, in: transaction)
            try reader.keepFiles(in: transaction.db)
            transaction.brought(reader.values.written, in: environment.files)
            return values
        } catch {
            environment.files.sweep(reader.values.written)
            throw error
        }
    }

    /// A record that one refers to and may not see is one that is not there.
    ///
    /// - Parameter parent: the internal key of the parent, where that is no field.
    func requireVisible(
        _ fields: [Field], _ values: [String: FieldValue], parent: DatabaseValue? = nil, _ input: Node, in transaction: ActionTransaction
    ) throws {
        let reader = RecordReader(live, standing: try transaction.standing(), in: transaction.db)
        for field in fields {
            guard case .reference(let reference) = field.type, reference.by == nil, let target = live.record(reference.target),
                let node = input[field.name]
            else { continue }
            var stored = type.field(field.name) == nil ? parent : nil
            if case .scalar(let value)? = values[field.name] { stored = value }
            guard let number = stored.flatMap(Int64.fromDatabaseValue), try !reader.sees(target, number) else { continue }
            let id = node.string ?? node.integer.map(String.init) ?? ""
            throw DiagnosticsError(.noSuchRecord(id, reference.target, known: [], at: node.span))
        }
    }

    /// What the caller is told of the record.
    func outcome(_ number: Int64, in transaction: ActionTransaction) throws -> ActionOutcome<JSONValue> {
        let state = type.workflow == nil ? "NULL" : "_state"
        let sql = "SELECT \(state), _version FROM \(SQLName.quoted(type.table)) WHERE _id = ?"
        let query = try BulkStatement(kept: sql, in: transaction.db)
        query.bind(1, number)
        let found = try query.first { row in
            ActionOutcome<JSONValue>(
                id: String(number), state: row.optionalText(0), version: Int(row.integer(1)), effect: .object([]))
        }
        return found ?? ActionOutcome(id: String(number), state: "deleted", effect: .object([]))
    }
}

extension Diagnostic {
    static func noID(_ record: String) -> Diagnostic {
        Diagnostic(
            "input/no-id", .error,
            Text(
                nb: "handlingen gjelder én bestemt \(record), og id-en mangler",
                nn: "handlinga gjeld éin bestemt \(record), og id-en manglar",
                en: "the action is about one \(record), and its id is missing"), at: nil,
            help: Text(
                nb: "skriv id-en etter navnet på handlingen", nn: "skriv id-en etter namnet på handlinga",
                en: "write the id after the name of the action"))
    }
}
