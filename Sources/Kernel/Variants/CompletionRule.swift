/// A leaf of a variant's `requirements`: something that a participant must have done to complete.
///
/// The manifest gives the key, its text and the schema of its parameter; the code says what the kernel cannot know.
public protocol CompletionRule: Sendable {
    /// Why nobody could ever meet the requirement in this variant; empty if somebody can.
    ///
    /// - Parameter parameter: the value under the rule's key, of the form that the manifest declares.
    func obstacles(_ parameter: Node, in inspection: VariantInspection) throws -> [Finding]
}

/// Rules that the tree of `requirements` is made of (design 3.2, Requirements).
public enum CompletionRules: ExtensionPoint {
    public typealias Contribution = any CompletionRule
    public static var id: String { KernelPoints.completionRules }
}
