/// A place where modules add code to the kernel or to each other.
///
/// The type itself is the key, so payloads cannot be mixed up.
///
/// ```swift
/// /// Checks of a composed variant. Called by `check`, `plan` and `apply`, outside a transaction.
/// public enum VariantRules: ExtensionPoint {
///     public typealias Contribution = any VariantRule
///     public static var id: String { "kernel.variant-rules" }
/// }
/// ```
public protocol ExtensionPoint<Contribution>: Sendable {
    /// What a module gives, usually `any SomeProtocol`.
    associatedtype Contribution: Sendable
    /// `<module>.<plural-noun>`: the name in manifests, documentation and diagnostics.
    static var id: String { get }
}
