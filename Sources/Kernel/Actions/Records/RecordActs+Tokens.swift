extension RecordActs {
    /// Forgets who has collected a token below a record that enters a state from which no answers are taken any more.
    func endTokens(below type: RecordType, _ number: Int64, in state: String) throws {
        for child in live.children(of: type.id) where child.isAnonymous && Self.isOver(child, below: type, in: state) {
            try Tokens(child).end(under: number, in: transaction.db)
        }
    }

    /// Whether no way leads on to a state in which answers are taken.
    private static func isOver(_ child: RecordType, below type: RecordType, in state: String) -> Bool {
        guard let workflow = type.workflow else { return false }
        guard let window = child.window.first(where: { $0.record == type.id }) else { return workflow.state(state)?.isFinal == true }
        return Set(WorkflowGraph(workflow).paths(from: state).keys).isDisjoint(with: window.states)
    }
}
