public import GRDB

/// `kernel.deadline.extend`: moves a limit for one record, or when an activity is due for one enrolment, with a reason.
///
/// The latest decision counts. It never shortens a limit, and never goes beyond the outer one.
public struct DeadlineExtensionAction: TypedAction {
    /// What is to be moved.
    public enum Target: Sendable, Hashable {
        /// A deadline of a record's workflow.
        case deadline(kind: String, record: Int64, name: String)
        /// When an activity of the enrolment's offering is due.
        case activity(enrolment: Int64, activity: String)
    }

    /// Until when.
    public enum Until: Sendable, Hashable {
        /// To the end of that day.
        case day(Day)
        case instant(Instant)
    }

    /// What is to be extended, until when and why.
    public struct Input: Sendable, Hashable {
        public var target: Target
        public var until: Until
        public var reason: String

        public init(_ target: Target, until: Until, reason: String) {
            self.target = target
            self.until = until
            self.reason = reason
        }
    }

    /// What was found in order.
    public struct Checked: Sendable {
        /// The row of the table of extensions.
        var key: (kind: String, record: Int64, name: String)
        var records: [RecordReference]
        var until: Instant
        /// When it was due until now.
        var before: Instant
        var reason: String
    }

    /// What came of it.
    public struct Effect: Sendable, Hashable {
        public var before: Instant
        public var until: Instant
    }

    /// The longest reason, in characters.
    public static let longestReason = 2000

    public let declaration = ActionDeclaration(
        name: DeadlineExtension.action, title: Text(nb: "utsette en frist", nn: "utsetje ein frist", en: "extend a deadline"),
        roles: DeadlineExtension.roles)

    private let plan: DeadlinePlan
    private let time: WorkspaceTime

    /// - Parameters:
    ///   - plan: the deadlines of the modules that are live.
    ///   - time: how the workspace counts time.
    public init(plan: DeadlinePlan, time: WorkspaceTime) {
        self.plan = plan
        self.time = time
    }

    public func check(_ input: Input, in db: Database, context: RunContext) throws -> Checked {
        let reason = input.reason.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !reason.isEmpty, reason.count <= Self.longestReason else { throw ExtensionRefusal(.reason, zone: time.zone) }
        let until =
            switch input.until {
            case .day(let day): try time.zone.endOfDay(day)
            case .instant(let instant): instant
            }
        switch input.target {
        case .deadline(let kind, let record, let name):
            let before = try deadline(kind, record, name, until: until, in: db)
            return Checked(
                key: (kind, record, name), records: [RecordReference(kind, record)], until: until, before: before, reason: reason)
        case .activity(let enrolment, let id):
            return try activity(enrolment, id, until: until, reason: reason, in: db)
        }
    }

    public func perform(_ checked: Checked, in transaction: ActionTransaction) throws -> ActionOutcome<Effect> {
        let event = try transaction.emit(
            NewEvent(
                "kernel.deadline.extended", records: checked.records + owner(of: checked, in: transaction),
                payload: .object([
                    ("deadline", .string(checked.key.name)), ("before", .string(checked.before.description)),
                    ("until", .string(checked.until.description)), ("reason", .string(checked.reason)),
                ])))
        try transaction.db.execute(
            sql: "INSERT INTO kernel_extension (kind, record, name, until, reason, event) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                checked.key.kind, checked.key.record, checked.key.name, checked.until.microseconds, checked.reason, event.sequence,
            ])
        try DeadlineEngine(plan, time: time, in: transaction.db).refresh(checked.key.kind, checked.key.record)
        return ActionOutcome(
            id: String(checked.key.record), state: "extended", effect: Effect(before: checked.before, until: checked.until))
    }

    /// Whose deadline of a record it is, where she sees the record and may know of that deadline: the event is then in her log.
    ///
    /// Of what is written under a pseudonym the log names nobody.
    private func owner(of checked: Checked, in transaction: ActionTransaction) throws -> [RecordReference] {
        let (kind, number, name) = checked.key
        guard let live = transaction.live, let type = live.record(kind), type.pseudonym == nil,
            let owner = try RecordOwnerFinder(plan.index, in: transaction.db).find(kind, number)
        else { return [] }
        let reader = try RecordReader(live, as: .person(owner), at: transaction.instant, in: transaction.db)
        return try reader.sees(type, number) && MomentSight(reader).tells(name, of: type, number) ? [.person(owner)] : []
    }

    /// - Returns: when the deadline is due now.
    private func deadline(_ kind: String, _ record: Int64, _ name: String, until: Instant, in db: Database) throws -> Instant {
        guard let deadlines = try DeadlineEngine(plan, time: time, in: db).explain(kind, record) else {
            throw ExtensionRefusal(.noRecord("\(kind) \(record)"), zone: time.zone)
        }
        guard let deadline = deadlines.first(where: { $0.name == name }) else {
            throw ExtensionRefusal(.unknown(name, known: deadlines.map(\.name)), zone: time.zone)
        }
        guard let due = deadline.due, let ordinary = deadline.ordinary, deadline.stopped == nil else {
            throw ExtensionRefusal(.notRunning(deadline.title), zone: time.zone)
        }
        guard deadline.late != .refused else { throw ExtensionRefusal(.fixed(deadline.title, source: deadline.source), zone: time.zone) }
        if let outer = deadline.outer, until > outer { throw ExtensionRefusal(.beyond(outer), zone: time.zone) }
        guard until > ordinary else { throw ExtensionRefusal(.notLater(ordinary), zone: time.zone) }
        return due
    }

    private func activity(_ enrolment: Int64, _ id: String, until: Instant, reason: String, in db: Database) throws -> Checked {
        guard let found = try Enrolment.find(key: enrolment, in: db) else {
            throw ExtensionRefusal(.noRecord("kernel.enrolment \(enrolment)"), zone: time.zone)
        }
        guard let activity = try OfferedActivity.find(id, offering: found.offering, in: db) else {
            let known = try OfferedActivity.list(offering: found.offering, in: db).map(\.activity)
            throw ExtensionRefusal(.unknown(id, known: known), zone: time.zone)
        }
        guard let due = activity.due else { throw ExtensionRefusal(.notRunning(activity.label), zone: time.zone) }
        guard until > due else { throw ExtensionRefusal(.notLater(due), zone: time.zone) }
        let place = RecordPlace(kind: "kernel.enrolment", number: enrolment, enrolment: enrolment, activity: activity.key)
        let before = try MomentResolver(plan.index, time: time, in: db).due(of: place)
        return Checked(
            key: ("kernel.enrolment", enrolment, "\(id).due"),
            records: [.enrolment(enrolment), RecordReference("kernel.activity", activity.key), .offering(found.offering)], until: until,
            before: before ?? due, reason: reason)
    }
}
