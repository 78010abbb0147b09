public import Kernel

/// The participant's own school as a place of practice, and work together between schools.
public struct CommunityPlugin: Plugin {
    public static let id = "community"
    public static var files: [String: String] { CommunityDeclaration.files }

    public init() {}

    public func register(in registrar: inout Registrar) {
        registrar.contribute(OwnSchoolRule(), named: "own-school", to: VariantRules.self)
        registrar.contribute(NetworkPartnersRule(), named: "network-partners", to: VariantRules.self)
    }
}
