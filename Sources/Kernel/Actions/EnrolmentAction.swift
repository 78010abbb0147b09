public import GRDB

/// `kernel.enrolment.create`: enrols a person in an offering.
///
/// Done again, it changes nothing. Someone whose enrolment has ended takes part again, with all that is hers.
public struct EnrolmentAction: TypedAction {
    /// Who is to be enrolled where.
    public struct Input: Sendable, Hashable {
        public var offering: String
        /// The id that the person is known by.
        public var person: String
        public var role: String

        public init(offering: String, person: String, role: String = EnrolmentList.participant) {
            self.offering = offering
            self.person = person
            self.role = role
        }
    }

    /// What came of it.
    public struct Effect: Sendable, Hashable {
        public var enrolment: Enrolment
        /// Whether the person was not enrolled in that role before.
        public var isNew: Bool
        /// Whether the enrolment had ended, and goes on.
        public var isResumed: Bool
    }

    public let declaration = ActionDeclaration.enrolment
    private let roles: [Role]

    /// - Parameter roles: all roles, the kernel's and those of the enabled modules.
    public init(roles: [Role] = Role.kernel) { self.roles = roles }

    public func check(_ input: Input, in db: Database, context: RunContext) throws -> EnrolmentRequest {
        if try Offering.find(input.offering, in: db)?.state == .retired { throw RetiredOffering(offering: input.offering) }
        var faults = Diagnostics()
        var check = try EnrolmentCheck(roles: roles.ids(in: .offering), in: db)
        let request = try check.request(offering: (input.offering, nil), person: (input.person, nil), role: (input.role, nil)) {
            faults.report($0)
        }
        guard let request else { throw DiagnosticsError(faults) }
        return request
    }

    public func perform(_ request: EnrolmentRequest, in transaction: ActionTransaction) throws -> ActionOutcome<Effect> {
        let (key, before) = try EnrolmentWriter(transaction.db).write(request, at: transaction.instant)
        if let event = NewEvent.enrolled(key, request, before: before) {
            try transaction.emit(event)
            try transaction.assess(key)
        }
        guard let enrolment = try Enrolment.find(key: key, in: transaction.db) else { throw DatabaseError(resultCode: .SQLITE_NOTFOUND) }
        return ActionOutcome(
            id: String(key), state: enrolment.state.rawValue, version: enrolment.version,
            effect: Effect(enrolment: enrolment, isNew: before == .none, isResumed: before == .ended)
        )
    }
}

extension ActionDeclaration {
    /// Enrolling, of one person or of a list.
    static let enrolment = ActionDeclaration(
        name: "kernel.enrolment.create", title: Text(nb: "melde på", nn: "melde på", en: "enrol"), roles: ["admin", "coordinator"])
}

extension NewEvent {
    /// That a person was enrolled, or takes part again after her enrolment had ended; nil where nothing has changed.
    static func enrolled(_ key: Int64, _ request: EnrolmentRequest, before: EnrolmentWriter.Before) -> NewEvent? {
        guard before != .active else { return nil }
        return NewEvent(
            before == .none ? "kernel.enrolment.created" : "kernel.enrolment.resumed",
            records: [.enrolment(key), .offering(request.offering), .person(request.person)],
            payload: .object([("role", .string(request.role))]))
    }
}
