extension CourseVariant {
    /// The values given to the requirement rule of that name, wherever in the tree.
    public func requirementLeaves(_ name: String) -> [Node] { Self.leaves(name, in: requirements) }

    private static func leaves(_ name: String, in node: Node) -> [Node] {
        (node.map?.pairs ?? []).flatMap { pair -> [Node] in
            if ["all", "any", "of"].contains(pair.key) { return (pair.value.list ?? []).flatMap { leaves(name, in: $0) } }
            return pair.key == name ? [pair.value] : []
        }
    }
}

extension CourseVariant {
    /// The conditions that all have to be met and in which a requirement rule takes part, each with its alternatives; empty where the course
    /// asks nothing by that rule.
    ///
    /// Of `all: [any: [{attendance: 80%}, {approved: extra}], passed: exam]` that is for `attendance` the `any`, whole.
    public func conditions(naming rule: String) -> [Node] { requirements.conditions(naming: rule) }

    /// The names of the rules that the requirements are made of.
    public var requirementRules: Set<String> { Self.rules(in: requirements) }

    private static func rules(in node: Node) -> Set<String> {
        (node.map?.pairs ?? []).reduce(into: []) { names, pair in
            switch pair.key {
            case "all", "any", "of": for child in pair.value.list ?? [] { names.formUnion(rules(in: child)) }
            case "at-least": break
            default: names.insert(pair.key)
            }
        }
    }
}

extension Node {
    /// The parts of a tree of requirements that all have to be met and in which a rule takes part.
    func conditions(naming rule: String) -> [Node] {
        if let all = map?["all"]?.list { return all.flatMap { $0.conditions(naming: rule) } }
        return isMade(of: rule) ? [self] : []
    }

    private func isMade(of rule: String) -> Bool {
        (map?.pairs ?? []).contains { pair in
            ["all", "any", "of"].contains(pair.key) ? (pair.value.list ?? []).contains { $0.isMade(of: rule) } : pair.key == rule
        }
    }

    /// The strings of a value that is one string or a list of them, each with its place.
    public var oneOrMore: [CourseVariant.Reference] {
        if let string { return [.init(id: string, span: span)] }
        return (list ?? []).compactMap { item in item.string.map { .init(id: $0, span: item.span) } }
    }
}
