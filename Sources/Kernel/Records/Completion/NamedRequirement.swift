public import GRDB

/// One rule of a course's requirements, held against a participant.
///
/// For a module that lets something begin only when it is met, such as a test that asks for attendance:
///
///     if case .unmet(let missing) = try NamedRequirement("attendance", live: live, in: db).fulfilment(of: enrolment) { … }
public struct NamedRequirement {
    private let rule: String
    private let live: LiveConfiguration
    private let db: Database

    /// - Parameter rule: the key under which the variant's requirements ask for it.
    public init(_ rule: String, live: LiveConfiguration, in db: Database) {
        self.rule = rule
        self.live = live
        self.db = db
    }

    /// How far she is with the conditions in which the rule takes part, each with its alternatives.
    ///
    /// - Parameter enrolment: its internal key.
    /// - Returns: nil where the course asks nothing by that rule, or where it is no participant's enrolment.
    public func fulfilment(of enrolment: Int64) throws -> Fulfilment? {
        guard let reading = try Assessor(live: live, in: db).reading(enrolment) else { return nil }
        return try Requirements(live: live).fulfilment(naming: rule, reading)
    }
}
