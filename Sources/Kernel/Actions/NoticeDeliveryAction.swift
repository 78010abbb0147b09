public import GRDB

/// `kernel.notice.deliver`: records that a letter has reached its person, and how.
///
/// A limit that counts from when she was notified begins then (fvl. § 63). Done again, it changes nothing.
public struct NoticeDeliveryAction: TypedAction {
    /// Which letter, and by which channel.
    public struct Input: Sendable, Hashable {
        public var notice: Int64
        /// For example `email`, `portal` or `paper`.
        public var channel: String

        public init(notice: Int64, channel: String) {
            self.notice = notice
            self.channel = channel
        }
    }

    /// What came of it.
    public struct Effect: Sendable, Hashable {
        public var notice: Notice
        /// Whether it had not been delivered before.
        public var isNew: Bool
    }

    public let declaration = ActionDeclaration(
        name: "kernel.notice.deliver",
        title: Text(nb: "bokføre at et brev er framme", nn: "bokføre at eit brev er framme", en: "record that a letter has arrived"),
        roles: ["admin", "coordinator"])

    private let plan: DeadlinePlan
    private let time: WorkspaceTime

    /// - Parameters:
    ///   - plan: the deadlines of the modules that are live.
    ///   - time: how the workspace counts time.
    public init(plan: DeadlinePlan, time: WorkspaceTime) {
        self.plan = plan
        self.time = time
    }

    public func check(_ input: Input, in db: Database, context: RunContext) throws -> (notice: Notice, channel: String) {
        guard let notice = try Notice.find(input.notice, in: db) else { throw NoticeRefusal.unknown(input.notice) }
        let isName = input.channel.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) != nil
        guard isName, input.channel.utf8.count <= 64 else { throw NoticeRefusal.badChannel(input.channel) }
        return (notice, input.channel)
    }

    public func perform(_ checked: (notice: Notice, channel: String), in transaction: ActionTransaction) throws -> ActionOutcome<Effect> {
        var notice = checked.notice
        guard notice.notified == nil else {
            return ActionOutcome(id: String(notice.id), state: "delivered", effect: Effect(notice: notice, isNew: false))
        }
        let event = try transaction.emit(
            NewEvent(
                "kernel.notice.delivered",
                records: [
                    RecordReference("kernel.notice", notice.id), RecordReference(notice.record.kind, notice.record.number),
                    .person(notice.person),
                ], payload: .object([("notice", .string("\(notice.module).\(notice.name)")), ("channel", .string(checked.channel))])))
        (notice.notified, notice.channel, notice.delivery) = (event.instant, checked.channel, event.sequence)
        try transaction.db.execute(
            sql: "UPDATE kernel_notice SET notified = ?, channel = ?, delivery = ? WHERE id = ?",
            arguments: [event.instant.microseconds, checked.channel, event.sequence, notice.id])
        try DeadlineEngine(plan, time: time, in: transaction.db).refresh(notice.record.kind, notice.record.number)
        return ActionOutcome(id: String(notice.id), state: "delivered", effect: Effect(notice: notice, isNew: true))
    }
}
