import GRDB

/// `kernel.group.create`: makes a group in an offering or an organisation.
struct CreateGroup: KernelAction {
    let live: LiveConfiguration
    static let roles = ["admin", "coordinator", "lecturer"]
    static let title = Text(nb: "opprette en gruppe", nn: "opprette ei gruppe", en: "create a group")
    static let action = "kernel.group.create"

    var fields: [Field] {
        [
            .input(
                "id", Text(nb: "Id", nn: "Id", en: "Id"), type: .text(.init(minimum: 1, maximum: 64, pattern: "^[a-z0-9][a-z0-9-]*$"))),
            .input("title", Text(nb: "Navn", nn: "Namn", en: "Name")),
            .reference("offering", to: .offering, required: false, .offering),
            .reference(
                "organisation", to: .organisation, required: false, Text(nb: "Organisasjonen", nn: "Organisasjonen", en: "The organisation")
            ),
        ]
    }

    func offering(_ values: KernelInput, in db: Database) -> String? { values.text("offering") }

    func run(_ values: KernelInput, in transaction: ActionTransaction) throws -> ActionOutcome<JSONValue> {
        let finder = ReferenceFinder(live: live, db: transaction.db)
        for (name, target) in [("offering", KernelRecord.offering), ("organisation", .organisation)] {
            guard let id = values.text(name), try finder.find(target.rawValue, id) == nil else { continue }
            throw DiagnosticsError(
                .noSuchRecord(id, target.rawValue, known: try finder.known(target.rawValue), at: values.node[name]?.span))
        }
        let id = values.text("id") ?? ""
        guard try finder.find(KernelRecord.group.rawValue, id) == nil else {
            throw ActRefusal.exists(record: Text(nb: "gruppe", nn: "gruppe", en: "group"), fields: [Text(verbatim: "id")])
        }
        try transaction.db.execute(
            sql: "INSERT INTO kernel_group (id, title, offering, organisation) VALUES (?, ?, ?, ?)",
            arguments: [id, values.text("title") ?? id, values.text("offering"), values.text("organisation")])
        try transaction.emit(
            NewEvent(
                "kernel.group.created", records: [RecordReference(KernelRecord.group.rawValue, transaction.db.lastInsertedRowID)],
                payload: .object([("id", .string(id))])))
        return ActionOutcome(id: id, state: "active", effect: .object([]))
    }
}

/// `kernel.group.add`: takes a person into a group.
struct AddToGroup: KernelAction {
    let live: LiveConfiguration
    static let roles = ["admin", "coordinator", "lecturer"]
    static let title = Text(nb: "ta inn i en gruppe", nn: "ta inn i ei gruppe", en: "add to a group")
    static let action = "kernel.group.add"

    var fields: [Field] {
        [.reference("group", to: .group, .group), .reference("person", to: .person, .person), .input("role", required: false, .role)]
    }

    func offering(_ values: KernelInput, in db: Database) throws -> String? { try values.offeringOfGroup() }

    func run(_ values: KernelInput, in transaction: ActionTransaction) throws -> ActionOutcome<JSONValue> {
        let (group, person) = (try values.key("group", .group), try values.key("person", .person))
        let role = values.text("role") ?? "member"
        guard live.roles.ids(in: .group).contains(role) else {
            throw DiagnosticsError(.unknownRole(role, known: live.roles.ids(in: .group), at: values.node["role"]?.span))
        }
        try transaction.db.execute(
            sql: #"INSERT INTO kernel_group_member ("group", person, role) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"#,
            arguments: [group, person, role])
        if transaction.db.changesCount > 0 {
            try transaction.emit(
                NewEvent(
                    "kernel.group.joined", records: [RecordReference(KernelRecord.group.rawValue, group), .person(person)],
                    payload: .object([("role", .string(role))])))
            transaction.forgetStanding()
            try Completion(live: live, db: transaction.db, assessor: transaction.assessor).updateMember(person, at: transaction.instant)
        }
        return ActionOutcome(id: values.text("group"), state: "active", effect: .object([]))
    }
}

/// `kernel.group.remove`: takes a person out of a group.
struct RemoveFromGroup: KernelAction {
    let live: LiveConfiguration
    static let roles = ["admin", "coordinator", "lecturer"]
    static let title = Text(nb: "ta ut av en gruppe", nn: "ta ut av ei gruppe", en: "remove from a group")
    static let action = "kernel.group.remove"

    var fields: [Field] { [.reference("group", to: .group, .group), .reference("person", to: .person, .person)] }

    func offering(_ values: KernelInput, in db: Database) throws -> String? { try values.offeringOfGroup() }

    func run(_ values: KernelInput, in transaction: ActionTransaction) throws -> ActionOutcome<JSONValue> {
        let (group, person) = (try values.key("group", .group), try values.key("person", .person))
        try transaction.db.execute(
            sql: #"DELETE FROM kernel_group_member WHERE "group" = ? AND person = ?"#, arguments: [group, person])
        if transaction.db.changesCount > 0 {
            try transaction.emit(
                NewEvent(
                    "kernel.group.left", records: [RecordReference(KernelRecord.group.rawValue, group), .person(person)],
                    payload: .object([])))
            transaction.forgetStanding()
            try Completion(live: live, db: transaction.db, assessor: transaction.assessor).updateMember(person, at: transaction.instant)
        }
        return ActionOutcome(id: values.text("group"), state: "active", effect: .object([]))
    }
}

extension KernelInput {
    /// The offering that the named group belongs to.
    fileprivate func offeringOfGroup() throws -> String? {
        try String.fetchOne(db, sql: "SELECT offering FROM kernel_group WHERE key = ?", arguments: [key("group", .group)])
    }
}
