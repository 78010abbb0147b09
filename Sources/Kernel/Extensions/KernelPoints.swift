/// The ids of the kernel's own extension points, for manifests to be held against.
///
/// The points themselves lie in the folders of their concepts.
enum KernelPoints {
    static let variantRules = "kernel.variant-rules"
    static let completionRules = "kernel.completion-rules"
    static let reactions = "kernel.reactions"
    static let subscribers = "kernel.subscribers"

    static let workflowProperties = "kernel.workflow-properties"
    static let actionGuards = "kernel.action-guards"
    static let actionHandlers = "kernel.action-handlers"
    static let measures = "kernel.measures"
    static let reportProviders = "kernel.report-providers"
    static let importers = "kernel.importers"
    static let exporters = "kernel.exporters"
    static let verifiers = "kernel.verifiers"
    static let participantFacts = "kernel.participant-facts"
    static let simulationParts = "kernel.simulation-parts"

    static let ids = [
        variantRules, completionRules, workflowProperties, actionGuards, actionHandlers, reactions, subscribers, measures, reportProviders,
        importers, exporters, verifiers, participantFacts, simulationParts,
    ]
}
