public import Kernel

/// From required work to a lawful result: the assessment scheme of a variant and the rules over it.
public struct AssessmentPlugin: Plugin {
    public static let id = "assessment"
    public static var files: [String: String] { AssessmentDeclaration.files }

    public init() {}

    public func register(in registrar: inout Registrar) {
        registrar.contribute(ExamsRule(), named: "exams", to: VariantRules.self)
        registrar.contribute(CreditsRule(), named: "credits", to: VariantRules.self)
        registrar.contribute(WeightsRule(), named: "weights", to: VariantRules.self)
        registrar.contribute(OutcomesAssessedRule(), named: "outcomes-assessed", to: VariantRules.self)
        registrar.contribute(ExaminersRule(), named: "examiners", to: VariantRules.self)
        registrar.contribute(ExternalEyeRule(), named: "external-eye", to: VariantRules.self)
        registrar.contribute(LeadTimeRule(), named: "lead-time", to: VariantRules.self)
        registrar.contribute(ExamsRequiredRule(), named: "exams-required", to: VariantRules.self)
        registrar.contribute(ApprovedRequirement(), named: "approved", to: CompletionRules.self)
        registrar.contribute(PassedRequirement(), named: "passed", to: CompletionRules.self)
    }
}
