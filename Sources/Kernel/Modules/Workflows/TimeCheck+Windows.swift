/// Windows that are always shut.
extension TimeCheck {
    /// A transition that may be done from a moment on and until one that is never later.
    func shut(_ transition: Transition, _ workflow: Workflow, of type: RecordType) -> Diagnostic? {
        guard let before = transition.before else { return nil }
        if let after = transition.after, let way = way(from: after.path, downTo: before.path, of: type, tried: []) {
            return .shutWindow(transition.name, after: after.path, before: before.path, way: way, at: before.span)
        }
        guard case .state(type.id, let state)? = MomentSource(before.path, of: type, in: index) else { return nil }
        // Entered on every way to the transition, the state lies behind when the transition could be done.
        let graph = WorkflowGraph(workflow)
        let reached = graph.paths()
        let around = graph.paths(avoiding: state)
        let from = transition.from.filter { reached[$0] != nil }
        guard let first = from.first, from.allSatisfy({ around[$0] == nil }), let path = reached[first] else { return nil }
        return .alwaysLate(transition.name, before: before.path, path: path, at: before.span)
    }

    /// How it is seen that a moment is never earlier than another: the limits by which the one counts from the other, or the same moment.
    private func way(from late: String, downTo early: String, of type: RecordType, tried: Set<String>) -> [String]? {
        if late == early { return [late] }
        if late == "activity.due", early == "activity.opens" { return [late, early] }
        // An outer limit may cut one short before what it counts from.
        guard case .deadline(let name)? = MomentSource(late, of: type, in: index), !tried.contains(name),
            let deadline = type.workflow?.deadline(name), deadline.outer == nil
        else { return nil }
        var shortest: [String]?
        for moment in deadline.after.moments {
            guard let way = way(from: moment.path, downTo: early, of: type, tried: tried.union([name])) else { return nil }
            if shortest.map({ way.count < $0.count }) ?? true { shortest = way }
        }
        return shortest.map { [late] + $0 }
    }
}
