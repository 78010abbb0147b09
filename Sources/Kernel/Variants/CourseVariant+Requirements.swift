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

extension Node {
    /// The strings of a value that is one string or a list of them, each with its place.
    public var oneOrMore: [CourseVariant.Reference] {
        if let string { return [.init(id: string, span: span)] }
        return (list ?? []).compactMap { item in item.string.map { .init(id: $0, span: item.span) } }
    }
}
