/// A node together with what its schema says, so that paths can step through maps by key and through lists by identity.
struct PlaceInTree {
    let node: Node
    /// What the schema says of the place, by the branches that the value chooses.
    let view: RememberedView

    init(node: Node, view: RememberedView) {
        self.node = node
        self.view = view.applying(to: [node])
    }

    /// The key that identifies the items of this list, if it has one.
    private var identity: String? { node.list == nil ? nil : view.item.identity }

    /// What may stand next in a path.
    var names: [String] {
        if let map = node.map { return map.keys }
        guard let identity else { return [] }
        return (node.list ?? []).compactMap { $0[identity]?.string }
    }

    func child(_ name: String) -> PlaceInTree? {
        if let map = node.map { return map[name].map { PlaceInTree(node: $0, view: view.property(name)) } }
        guard let identity, let item = node.list?.first(where: { $0[identity]?.string == name }) else { return nil }
        return PlaceInTree(node: item, view: view.item)
    }

    /// The place at the end of a path; nil when it leads nowhere.
    func descendant(_ path: some Sequence<String>) -> PlaceInTree? {
        var place: PlaceInTree? = self
        for name in path { place = place?.child(name) }
        return place
    }
}
