public import Kernel

/// The way into a course and through it: admission, ranking, seats, gatherings and attendance.
public struct ParticipationPlugin: Plugin {
    public static let id = "participation"
    public static var files: [String: String] { ParticipationDeclaration.files }

    public init() {}

    public func register(in registrar: inout Registrar) {
        registrar.contribute(OrderRule(), named: "order", to: VariantRules.self)
        registrar.contribute(DatesRule(), named: "dates", to: VariantRules.self)
        registrar.contribute(CompensationRule(), named: "attendance-compensation", to: VariantRules.self)
        registrar.contribute(AttendanceAgreesRule(), named: "attendance-agrees", to: VariantRules.self)
        registrar.contribute(SeatsRule(), named: "seats", to: VariantRules.self)
        registrar.contribute(AttendanceRequirement(), named: "attendance", to: CompletionRules.self)
    }
}
