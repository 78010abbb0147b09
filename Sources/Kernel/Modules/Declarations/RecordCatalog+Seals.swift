/// When a seal is broken.
extension RecordCatalog {
    /// Whether a record that has been in the state has been in the one that breaks the seal.
    ///
    /// - Parameters:
    ///   - when: the record and the state that a report waits for.
    func breaks(_ seal: Field.Seal, _ when: (record: String, state: String)) -> Bool {
        guard seal.record == when.record else { return false }
        if seal.state == when.state { return true }
        guard let workflow = index.types[when.record]?.workflow, seal.state != workflow.initial else { return false }
        // Whatever can be reached without the state that breaks the seal.
        var reached: Set<String> = [workflow.initial]
        var open = [workflow.initial]
        while let state = open.popLast() {
            for transition in workflow.transitions where transition.from.contains(state) && transition.to != seal.state {
                if reached.insert(transition.to).inserted { open.append(transition.to) }
            }
        }
        return !reached.contains(when.state)
    }
}
