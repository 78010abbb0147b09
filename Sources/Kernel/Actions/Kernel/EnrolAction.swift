import GRDB

/// `kernel.enrolment.create` by name: the same act as `kjerne enrol`, with fields.
struct EnrolAction: KernelAction {
    let live: LiveConfiguration
    static let roles = ["admin", "coordinator"]
    static let title = ActionDeclaration.enrolment.title
    static let action = name
    private static let name = "kernel.enrolment.create"

    var fields: [Field] {
        [
            .reference("offering", to: .offering, .offering), .reference("person", to: .person, .person),
            .input("role", required: false, .role),
        ]
    }

    func offering(_ values: KernelInput, in db: Database) -> String? { values.text("offering") }

    func run(_ values: KernelInput, in transaction: ActionTransaction) throws -> ActionOutcome<JSONValue> {
        let input = EnrolmentAction.Input(
            offering: values.text("offering") ?? "", person: values.text("person") ?? "",
            role: values.text("role") ?? EnrolmentList.participant)
        let action = EnrolmentAction(roles: live.roles)
        let outcome = try action.perform(action.check(input, in: transaction.db, context: transaction.context), in: transaction)
        transaction.forgetStanding(of: try values.key("person", .person))
        return ActionOutcome(
            id: outcome.id, state: outcome.state, version: outcome.version, effect: .object([("new", .bool(outcome.effect.isNew))]))
    }
}

/// `kernel.enrolment.end`: a person no longer takes part; nothing of hers is lost.
struct EndEnrolment: KernelAction {
    let live: LiveConfiguration
    static let roles = ["admin", "coordinator"]
    static let title = Text(nb: "avslutte en påmelding", nn: "avslutte ei påmelding", en: "end an enrolment")
    static let action = "kernel.enrolment.end"

    var fields: [Field] { [.reference("enrolment", to: .enrolment, .enrolment), .input("reason", .reason)] }

    func offering(_ values: KernelInput, in db: Database) throws -> String? {
        try String.fetchOne(
            db, sql: "SELECT offering FROM kernel_enrolment WHERE id = ?", arguments: [values.key("enrolment", .enrolment)])
    }

    func requireVisible(_ values: KernelInput, in transaction: ActionTransaction) throws {
        try values.requireVisibleEnrolment(in: transaction)
    }

    func run(_ values: KernelInput, in transaction: ActionTransaction) throws -> ActionOutcome<JSONValue> {
        let key = try values.key("enrolment", .enrolment)
        guard let enrolment = try Enrolment.find(key: key, in: transaction.db) else { return ActionOutcome(effect: .null) }
        guard enrolment.state == .active else {
            return ActionOutcome(id: String(key), state: "ended", version: enrolment.version, effect: .object([]))
        }
        let person = try Int64.fetchOne(transaction.db, sql: "SELECT person FROM kernel_enrolment WHERE id = ?", arguments: [key]) ?? 0
        try transaction.db.execute(
            sql: "UPDATE kernel_enrolment SET state = 'ended', version = version + 1 WHERE id = ?", arguments: [key])
        try transaction.emit(
            NewEvent(
                "kernel.enrolment.ended", records: [.enrolment(key), .offering(enrolment.offering), .person(person)],
                payload: .object([("reason", .string(values.text("reason") ?? ""))])))
        transaction.forgetStanding(of: person)
        return ActionOutcome(id: String(key), state: "ended", version: enrolment.version + 1, effect: .object([]))
    }
}
