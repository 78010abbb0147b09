extension Registry {
    /// The reactions that hear events of a name, in load order, then in the order in which plugins registered them.
    func hearers(of event: String) -> [Contributed<any Reaction>] {
        selection("hearers of \(event)") { self[Reactions.self].filter { $0.value.events.contains(event) } }
    }
}
