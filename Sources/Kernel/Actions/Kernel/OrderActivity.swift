import GRDB

/// `kernel.activity.order`: places an activity that is on order for one participant, with a reason (design 3.2, Requirements).
struct OrderActivity: KernelAction {
    let live: LiveConfiguration
    static let roles = ["admin", "coordinator", "lecturer"]
    static let title = Text(nb: "bestille en aktivitet", nn: "bestille ein aktivitet", en: "order an activity")
    static let action = "kernel.activity.order"

    var fields: [Field] {
        [
            .reference("enrolment", to: .enrolment, .enrolment),
            .reference("activity", to: .activity, Text(nb: "Aktiviteten", nn: "Aktiviteten", en: "The activity")),
            .input("reason", .reason),
        ]
    }

    func offering(_ values: KernelInput, in db: Database) throws -> String? {
        try String.fetchOne(
            db, sql: "SELECT offering FROM kernel_enrolment WHERE id = ?", arguments: [values.key("enrolment", .enrolment)])
    }

    func requireVisible(_ values: KernelInput, in transaction: ActionTransaction) throws {
        try values.requireVisibleEnrolment(in: transaction)
    }

    func run(_ values: KernelInput, in transaction: ActionTransaction) throws -> ActionOutcome<JSONValue> {
        let db = transaction.db
        let enrolment = try values.key("enrolment", .enrolment)
        let offering = try self.offering(values, in: db)
        let activity = try values.key("activity", .activity, offering: offering)
        let row = try Row.fetchOne(db, sql: "SELECT offering, on_order FROM kernel_activity WHERE key = ?", arguments: [activity])
        guard let row, row[0] == offering, row[1] == 1 else {
            throw NotOnOrder(activity: values.text("activity") ?? "")
        }
        let known = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM kernel_order WHERE enrolment = ? AND activity = ?)", arguments: [enrolment, activity])
        if known != true {
            let person = try Int64.fetchOne(db, sql: "SELECT person FROM kernel_enrolment WHERE id = ?", arguments: [enrolment]) ?? 0
            let reason = values.text("reason") ?? ""
            let event = try transaction.emit(
                NewEvent(
                    "kernel.activity.ordered",
                    records: [.enrolment(enrolment), .person(person), RecordReference(KernelRecord.activity.rawValue, activity)],
                    payload: .object([("reason", .string(reason))])))
            try db.execute(
                sql: "INSERT INTO kernel_order (enrolment, activity, reason, event) VALUES (?, ?, ?, ?)",
                arguments: [enrolment, activity, reason, event.sequence])
        }
        return ActionOutcome(id: values.text("activity"), state: "ordered", effect: .object([]))
    }
}

/// That an activity stands in the course for everyone, or in another offering.
struct NotOnOrder: ExplainedError {
    var activity: String
    var kind: ErrorKind { .refused }
    var message: Text {
        Text(
            nb: "«\(activity)» kan ikke bestilles her", nn: "«\(activity)» kan ikkje bestillast her",
            en: "'\(activity)' cannot be ordered here")
    }
    var help: Text? {
        Text(
            nb: "varianten må ha den med «placed: on-order»", nn: "varianten må ha han med «placed: on-order»",
            en: "the variant must have it with 'placed: on-order'")
    }
}
