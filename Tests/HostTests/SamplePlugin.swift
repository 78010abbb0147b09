import Kernel

/// A plugin whose manifest is given by the test, to hold code and manifest against each other.
struct SamplePlugin: Plugin {
    /// The files of the module's folder, for the test that runs.
    @TaskLocal static var declared: [String: String] = [:]

    static let id = "sample"
    static var files: [String: String] { declared }

    func register(in registrar: inout Registrar) {
        registrar.contribute(Silent(), named: "silent", to: VariantRules.self)
    }

    /// A rule that finds nothing.
    private struct Silent: VariantRule {
        func findings(in inspection: VariantInspection) -> [Finding] { [] }
    }
}
