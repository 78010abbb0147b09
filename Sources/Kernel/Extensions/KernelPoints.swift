/// The ids of the kernel's own extension points, for manifests to be held against.
///
/// The points themselves lie in the folders of their concepts.
enum KernelPoints {
    static let variantRules = "kernel.variant-rules"
    static let completionRules = "kernel.completion-rules"
    static let reactions = "kernel.reactions"
    static let subscribers = "kernel.subscribers"

    static let ids = [variantRules, completionRules, reactions, subscribers]
}
