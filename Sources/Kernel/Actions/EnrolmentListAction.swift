public import GRDB

/// `kernel.enrolment.create` for each row of a CSV file, all or nothing: one event for each new enrolment, as if each had been made alone.
public struct EnrolmentListAction: TypedAction {
    /// What came of it.
    public struct Effect: Sendable, Hashable {
        /// Enrolments that were not there before, or were resumed.
        public var new = 0
        /// Enrolments that were there already.
        public var unchanged = 0
        /// Enrolments that have ended, and stay so, since their rows do not say otherwise: the first of them, `offering/person`.
        public var ended: [String] = []
        /// How many those are in all.
        public var endedCount = 0

        /// The counts for programs.
        public var json: JSONValue {
            .object([
                ("new", .integer(new)), ("unchanged", .integer(unchanged)), ("ended", .integer(endedCount)),
                ("named", .array(ended.map(JSONValue.string))),
            ])
        }
    }

    public let declaration: ActionDeclaration
    private let roles: [Role]
    private static let namedAtMost = 20
    private let progress: (@Sendable (Double) -> Void)?

    /// - Parameters:
    ///   - roles: all roles, the kernel's and those of the enabled modules.
    ///   - progress: told now and then what part is done, 0 to 1.
    public init(roles: [Role] = Role.kernel, progress: (@Sendable (Double) -> Void)? = nil) {
        var declaration = ActionDeclaration.enrolment
        declaration.durability = .normal
        self.declaration = declaration
        self.roles = roles
        self.progress = progress
    }

    public func check(_ list: EnrolmentList, in db: Database, context: RunContext) throws -> [EnrolmentRequest] {
        try EnrolmentListCheck.run(list, roles: roles.ids(in: .offering), in: db)
    }

    public func perform(_ requests: [EnrolmentRequest], in transaction: ActionTransaction) throws -> ActionOutcome<Effect> {
        let writer = try EnrolmentWriter(transaction.db)
        var effect = Effect()
        for (index, request) in requests.enumerated() {
            let (key, before) = try writer.write(request, at: transaction.instant)
            if before == .ended, !request.resumes {
                effect.endedCount += 1
                if effect.ended.count < Self.namedAtMost, let ended = try Enrolment.find(key: key, in: transaction.db) {
                    effect.ended.append("\(ended.offering)/\(ended.person)")
                }
            } else if let event = NewEvent.enrolled(key, request, before: before) {
                effect.new += 1
                try transaction.emit(event)
                try transaction.assess(key)
            } else {
                effect.unchanged += 1
            }
            if (index + 1) % RosterProgress.interval == 0 { progress?(Double(index + 1) / Double(requests.count)) }
        }
        return ActionOutcome(state: "active", effect: effect)
    }
}
