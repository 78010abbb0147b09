/// Whether the records above let a record be made or changed now.
extension RecordAction {
    /// Holds a record that is to be made to the `while` of its type.
    ///
    /// - Parameter parent: the number of the record that it hangs under.
    func requireWindow(below parent: Int64?, in transaction: ActionTransaction) throws {
        guard !type.window.isEmpty else { return }
        var place = type.parent.flatMap(live.record)
        var number = parent
        var above: [RecordContent] = []
        while let kind = place, let known = number, let content = try transaction.records.load(kind, known), above.count < 32 {
            // What time has closed is closed, also before anybody has come to say so.
            let isMoved = try Settling(acts: transaction.records).run(content)
            above.append(try isMoved ? transaction.records.load(kind, known) ?? content : content)
            place = kind.parent.flatMap(live.record)
            number = content.parent
        }
        for window in type.window {
            guard let content = above.first(where: { $0.type.id == window.record }), let state = content.state else {
                throw ActRefusal.outside(record: type.label, above: Text(verbatim: window.record), state: Text(verbatim: "-"), open: [])
            }
            guard !window.states.contains(state) else { continue }
            func label(_ state: String) -> Text { content.type.workflow?.state(state)?.label ?? Text(verbatim: state) }
            throw ActRefusal.outside(
                record: type.label, above: content.type.label, state: label(state), open: window.states.map(label))
        }
    }
}
