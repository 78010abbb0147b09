import Kernel

/// What a variant's section `attendance` asks for.
struct AttendanceDemand: Sendable, Hashable {
    enum Rule: String, Sendable { case none, hard, compensated, full }

    var rule: Rule
    /// Least attendance, in per cent.
    var minimum: Int
    /// The presence down to which documented illness counts as presence; nil where it never does.
    var illnessFloor: Int?
    /// The activity that makes good for absence.
    var compensation: String?

    init(rule: Rule, minimum: Int, illnessFloor: Int? = nil, compensation: String? = nil) {
        self.rule = rule
        self.minimum = minimum
        self.illnessFloor = illnessFloor
        self.compensation = compensation
    }

    /// - Parameter section: of the variant; nil where it has none.
    init(_ section: Node?) {
        rule = section?["rule"]?.string.flatMap(Rule.init(rawValue:)) ?? .none
        minimum = section?["minimum"]?.integer ?? (rule == .full ? 100 : 0)
        illnessFloor = section?["illness-floor"]?.integer
        compensation = section?["compensation"]?.string
    }
}
