import GRDB

/// `kernel.deadline.extend` by name.
struct ExtendDeadline: KernelAction {
    let live: LiveConfiguration
    static let roles = DeadlineExtension.roles
    static let title = Text(nb: "utsette en frist", nn: "utsetje ein frist", en: "extend a deadline")
    static let action = DeadlineExtension.action

    var fields: [Field] {
        [
            .input("record", required: false, Text(nb: "Slags post", nn: "Slags post", en: "The kind of record")),
            .input("id", required: false, Text(nb: "Nummeret til posten", nn: "Nummeret til posten", en: "The record's number")),
            .input("deadline", required: false, Text(nb: "Navnet på fristen", nn: "Namnet på fristen", en: "The name of the deadline")),
            .reference("enrolment", to: .enrolment, required: false, .enrolment),
            .input("activity", required: false, Text(nb: "Aktiviteten", nn: "Aktiviteten", en: "The activity")),
            .input(
                "until",
                Text(
                    nb: "Til og med denne datoen, eller et tidspunkt", nn: "Til og med denne datoen, eller eit tidspunkt",
                    en: "Until the end of this day, or an instant")),
            .input("reason", .reason),
        ]
    }

    func offering(_ values: KernelInput, in db: Database) throws -> String? {
        switch try target(values) {
        case .activity(let enrolment, _):
            try String.fetchOne(db, sql: "SELECT offering FROM kernel_enrolment WHERE id = ?", arguments: [enrolment])
        case .deadline(let kind, let record, _):
            try live.record(kind).flatMap { try RecordLoader(live: live, db: db).load($0, record) }?.offering
        }
    }

    func run(_ values: KernelInput, in transaction: ActionTransaction) throws -> ActionOutcome<JSONValue> {
        let text = values.text("until") ?? ""
        let until: DeadlineExtensionAction.Until
        if let day = try? Day(text) {
            until = .day(day)
        } else if let instant = try? Instant(text) {
            until = .instant(instant)
        } else {
            throw DiagnosticsError(.notADayOrInstant(text, at: values.node["until"]?.span))
        }
        let action = DeadlineExtensionAction(plan: live.deadlines, time: live.time)
        let target = try target(values)
        try requireVisible(target, values, in: transaction)
        try requireTold(target, in: transaction)
        let input = DeadlineExtensionAction.Input(target, until: until, reason: values.text("reason") ?? "")
        let outcome = try action.perform(action.check(input, in: transaction.db, context: transaction.context), in: transaction)
        return ActionOutcome(
            id: outcome.id, state: outcome.state,
            effect: .object([
                ("before", .string(outcome.effect.before.description)), ("until", .string(outcome.effect.until.description)),
            ]))
    }

    func requireVisible(_ values: KernelInput, in transaction: ActionTransaction) throws {
        try requireVisible(target(values), values, in: transaction)
        try values.requireVisibleEnrolment(in: transaction)
    }

    private func requireVisible(
        _ target: DeadlineExtensionAction.Target, _ values: KernelInput, in transaction: ActionTransaction
    ) throws {
        guard case .deadline(let kind, let number, _) = target else { return }
        try values.requireVisible(kind, number, field: "id", in: transaction)
    }

    /// A deadline that counts from what whoever acts may not read is not there.
    private func requireTold(_ target: DeadlineExtensionAction.Target, in transaction: ActionTransaction) throws {
        guard case .deadline(let kind, let number, let name) = target, let type = live.record(kind) else { return }
        let sight = MomentSight(RecordReader(live, standing: try transaction.standing(), in: transaction.db))
        guard type.workflow?.deadline(name) != nil, try !sight.tells(name, of: type, number) else { return }
        let known = try (type.workflow?.deadlines ?? []).map(\.name).filter { try sight.tells($0, of: type, number) }
        throw ExtensionRefusal(.unknown(name, known: known), zone: live.timeZone)
    }

    private func target(_ values: KernelInput) throws -> DeadlineExtensionAction.Target {
        if values.node["enrolment"] != nil {
            return .activity(enrolment: try values.key("enrolment", .enrolment), activity: values.text("activity") ?? "")
        }
        let kind = values.text("record") ?? ""
        guard let type = live.record(kind) else {
            throw DiagnosticsError(.noSuchRecord(kind, "record", known: live.recordTypes.map(\.id), at: values.node["record"]?.span))
        }
        guard let number = try values.number("id", type) else {
            throw DiagnosticsError(.noSuchRecord(values.text("id") ?? "", kind, known: [], at: values.node["id"]?.span))
        }
        return .deadline(kind: kind, record: number, name: values.text("deadline") ?? "")
    }
}

extension Diagnostic {
    static func notADayOrInstant(_ text: String, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            "input/until", .error,
            Text(
                nb: "«\(text)» er verken en dato eller et tidspunkt", nn: "«\(text)» er verken ein dato eller eit tidspunkt",
                en: "'\(text)' is neither a date nor an instant"), at: span,
            help: Text(
                nb: "skriv for eksempel 2027-10-15", nn: "skriv til dømes 2027-10-15", en: "write for example 2027-10-15"))
    }
}
