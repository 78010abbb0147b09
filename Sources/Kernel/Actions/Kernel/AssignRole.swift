import GRDB

/// `kernel.role.assign`: gives a person a role on one activity or one record, as manifests let roles be held there.
struct AssignRole: KernelAction {
    let live: LiveConfiguration
    static let roles = ["admin", "coordinator"]
    static let title = Text(nb: "gi en rolle", nn: "gi ei rolle", en: "assign a role")
    static let action = "kernel.role.assign"

    var fields: [Field] { RoleHolding.fields }

    func offering(_ values: KernelInput, in db: Database) throws -> String? { try RoleHolding(values, live: live).offering }

    func requireVisible(_ values: KernelInput, in transaction: ActionTransaction) throws {
        try RoleHolding.requireVisible(values, live: live, in: transaction)
    }

    func run(_ values: KernelInput, in transaction: ActionTransaction) throws -> ActionOutcome<JSONValue> {
        let holding = try RoleHolding(values, live: live)
        let isThere = try Bool.fetchOne(
            transaction.db,
            sql: "SELECT EXISTS (SELECT 1 FROM kernel_assignment WHERE person = ? AND kind = ? AND record = ? AND role = ?)",
            arguments: [holding.person, holding.kind, holding.record, holding.role])
        if isThere == true { return ActionOutcome(state: "assigned", effect: .object([])) }
        let event = try transaction.emit(
            NewEvent(
                "kernel.role.assigned", records: [.person(holding.person), RecordReference(holding.kind, holding.record)],
                payload: .object([("role", .string(holding.role))])))
        try transaction.db.execute(
            sql: "INSERT INTO kernel_assignment (person, role, kind, record, event) VALUES (?, ?, ?, ?, ?)",
            arguments: [holding.person, holding.role, holding.kind, holding.record, event.sequence])
        transaction.forgetStanding()
        return ActionOutcome(state: "assigned", effect: .object([]))
    }
}

/// `kernel.role.revoke`: takes such a role back.
struct RevokeRole: KernelAction {
    let live: LiveConfiguration
    static let roles = ["admin", "coordinator"]
    static let title = Text(nb: "ta tilbake en rolle", nn: "ta tilbake ei rolle", en: "revoke a role")
    static let action = "kernel.role.revoke"

    var fields: [Field] { RoleHolding.fields }

    func offering(_ values: KernelInput, in db: Database) throws -> String? { try RoleHolding(values, live: live).offering }

    func requireVisible(_ values: KernelInput, in transaction: ActionTransaction) throws {
        try RoleHolding.requireVisible(values, live: live, in: transaction)
    }

    func run(_ values: KernelInput, in transaction: ActionTransaction) throws -> ActionOutcome<JSONValue> {
        let holding = try RoleHolding(values, live: live)
        try transaction.db.execute(
            sql: "DELETE FROM kernel_assignment WHERE person = ? AND kind = ? AND record = ? AND role = ?",
            arguments: [holding.person, holding.kind, holding.record, holding.role])
        guard transaction.db.changesCount > 0 else { throw RoleNotHeld(person: values.text("person") ?? "", role: holding.role) }
        try transaction.emit(
            NewEvent(
                "kernel.role.revoked", records: [.person(holding.person), RecordReference(holding.kind, holding.record)],
                payload: .object([("role", .string(holding.role))])))
        transaction.forgetStanding()
        return ActionOutcome(state: "revoked", effect: .object([]))
    }
}

/// A person's role on one activity or record, as it was asked for.
struct RoleHolding {
    var person: Int64
    var role: String
    /// `kernel.activity` or a record's full name.
    var kind: String
    var record: String
    var offering: String?

    static let fields: [Field] = [
        .reference("person", to: .person, .person), .input("role", .role),
        .input(
            "kind", required: false,
            Text(
                nb: "Slags post; ellers en aktivitet", nn: "Slags post; elles ein aktivitet",
                en: "The kind of record; otherwise an activity")),
        .input("record", Text(nb: "Posten eller aktiviteten", nn: "Posten eller aktiviteten", en: "The record or activity")),
    ]

    /// A record that whoever acts may not see is not there for her, neither to give a role on it nor to take one back.
    ///
    /// Whoever runs the workspace decides who works with what, and names also what she does not read; but a seal keeps from her too whether
    /// there is a record.
    static func requireVisible(_ values: KernelInput, live: LiveConfiguration, in transaction: ActionTransaction) throws {
        let holding = try RoleHolding(values, live: live)
        guard let type = live.record(holding.kind), let number = Int64(holding.record) else { return }
        let standing = try transaction.standing()
        if type.seal == nil, standing.person == nil || standing.everywhere.contains("admin") { return }
        try values.requireVisible(holding.kind, number, field: "record", in: transaction)
    }

    init(_ values: KernelInput, live: LiveConfiguration) throws {
        person = try values.key("person", .person)
        role = values.text("role") ?? ""
        kind = values.text("kind") ?? KernelRecord.activity.rawValue
        let id = values.text("record") ?? ""
        let scope: Role.Scope = kind == KernelRecord.activity.rawValue ? .activity : .record
        guard live.roles.ids(in: scope).contains(role) else {
            throw DiagnosticsError(.unknownRole(role, known: live.roles.ids(in: scope), at: values.node["role"]?.span))
        }
        let finder = ReferenceFinder(live: live, db: values.db, standing: values.standing)
        guard kind == KernelRecord.activity.rawValue || live.record(kind) != nil else {
            throw DiagnosticsError(.noSuchRecord(kind, "record", known: live.recordTypes.map(\.id), at: values.node["kind"]?.span))
        }
        guard let number = try finder.find(kind, id).flatMap(Int64.fromDatabaseValue) else {
            throw DiagnosticsError(.noSuchRecord(id, kind, known: try finder.known(kind), at: values.node["record"]?.span))
        }
        record = String(number)
        if let type = live.record(kind) {
            offering = try RecordLoader(live: live, db: values.db).load(type, number)?.offering
        } else {
            offering = try String.fetchOne(values.db, sql: "SELECT offering FROM kernel_activity WHERE key = ?", arguments: [number])
        }
    }
}

/// That a role is to be taken back which the person does not hold there.
struct RoleNotHeld: ExplainedError {
    var person: String
    var role: String
    var kind: ErrorKind { .refused }
    var message: Text {
        Text(
            nb: "\(person) har ikke rollen «\(role)» her", nn: "\(person) har ikkje rolla «\(role)» her",
            en: "\(person) does not hold the role '\(role)' here")
    }
    var help: Text? {
        Text(
            nb: "ingenting er tatt tilbake; sjekk personen, rollen og posten",
            nn: "ingenting er teke tilbake; sjekk personen, rolla og posten",
            en: "nothing was revoked; check the person, the role and the record")
    }
}
