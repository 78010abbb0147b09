extension RecordAction {
    /// The states in which a record may be changed: the initial one and those that its manifest names; nil without a workflow, and then always.
    private var openStates: [String]? { type.workflow.map { [$0.initial] + type.openStates } }

    /// Whether a record may be changed in the state that it is in.
    func isOpen(_ content: RecordContent) -> Bool {
        guard let openStates, let state = content.state else { return true }
        return openStates.contains(state)
    }

    /// Refuses to change a record in another state than those, or to delete it.
    func requireOpen(_ content: RecordContent, toDelete: Bool = false) throws {
        guard !isOpen(content), let workflow = type.workflow, let state = content.state else { return }
        let labels = (openStates ?? []).compactMap { workflow.state($0)?.label }
        let label = workflow.state(state)?.label ?? Text(verbatim: state)
        if toDelete { throw ActRefusal.undeletable(record: type.label, state: label, open: labels) }
        throw ActRefusal.closed(record: type.label, state: label, open: labels)
    }
}
