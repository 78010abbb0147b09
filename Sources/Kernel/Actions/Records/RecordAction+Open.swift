extension RecordAction {
    /// A record is open in its initial state and in those that its manifest names; without a workflow always.
    func requireOpen(_ content: RecordContent) throws {
        guard let workflow = type.workflow, let state = content.state else { return }
        let open = [workflow.initial] + type.openStates
        guard !open.contains(state) else { return }
        let labels = open.compactMap { workflow.state($0)?.label }
        throw ActRefusal.closed(record: type.label, state: workflow.state(state)?.label ?? Text(verbatim: state), open: labels)
    }
}
