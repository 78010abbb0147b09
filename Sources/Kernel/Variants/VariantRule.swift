/// A check of a composed variant.
///
/// Contributed by modules; each has its own id, severity and source in the manifest.
///
/// Called by `check`, `plan` and `apply`, outside a transaction, once for each variant. A rule that throws stops the plan if its
/// binding says that it fails closed.
public protocol VariantRule: Sendable {
    /// What is wrong with the variant; empty if nothing is.
    func findings(in inspection: VariantInspection) throws -> [Finding]
}

/// Checks of a composed variant (design 3.4).
public enum VariantRules: ExtensionPoint {
    public typealias Contribution = any VariantRule
    public static var id: String { KernelPoints.variantRules }
}
