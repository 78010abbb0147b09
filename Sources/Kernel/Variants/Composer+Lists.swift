/// Lists whose items have an identity key: items of the same key merge; `after` moves one, `remove` takes one away with a reason.
extension Composer {
    /// What the layers say of one item.
    private struct Item {
        var contents: [Contribution] = []
        var removals: [Contribution] = []
        var moves: [Contribution] = []
    }

    private static let operations: Set<String> = ["after", "remove"]

    mutating func mergeLists(_ contributions: [Contribution], view: RememberedView, path: Path, locks: [HeldLock]) -> Node {
        let key = view.item.identity ?? ""
        var ids: [String] = []
        var items: [String: Item] = [:]
        for contribution in contributions {
            var within: [String: SourceSpan] = [:]
            for node in contribution.node.list ?? [] {
                guard let id = node[key]?.string else { continue }
                if let first = within.updateValue(node.span, forKey: id) {
                    diagnostics.append(.itemTwice(id, path: path.text, first: first, at: node.span))
                    continue
                }
                if items[id] == nil { ids.append(id) }
                take(node, of: contribution.layer, into: &items[id, default: Item()])
            }
        }
        var nodes: [String: Node] = [:]
        for id in ids {
            guard let item = items[id] else { continue }
            nodes[id] = resolve(
                item, id: id, key: key, known: ids, view: view.item, path: path.adding(id),
                locks: locks.compactMap { $0.stepping(into: id) })
        }
        let arranged = arrange(ids.filter { nodes[$0] != nil }, items: items, all: ids, path: path)
        return Node(.list(arranged.compactMap { nodes[$0] }), at: contributions[contributions.count - 1].node.span)
    }

    /// Divides what a layer says of an item into content, removal and move.
    private func take(_ node: Node, of layer: Int, into item: inout Item) {
        if let reason = node["remove"] {
            item.removals.append(Contribution(layer: layer, node: reason))
            return
        }
        if let target = node["after"] { item.moves.append(Contribution(layer: layer, node: target)) }
        guard node["after"] != nil else {
            item.contents.append(Contribution(layer: layer, node: node))
            return
        }
        let pairs = (node.map?.pairs ?? []).filter { !Self.operations.contains($0.key) }
        item.contents.append(Contribution(layer: layer, node: Node(.map(NodeMap(pairs)), at: node.span)))
    }

    private mutating func resolve(
        _ item: Item, id: String, key: String, known: [String], view: RememberedView, path: Path, locks: [HeldLock]
    ) -> Node? {
        let contents = item.contents.filter { content in
            !item.removals.contains { order.stands($0.layer, on: content.layer) }
        }
        if item.contents.isEmpty, let removal = item.removals.first {
            diagnostics.append(.removesNothing(id, known: known.filter { $0 != id }, at: removal.node.span))
            return nil
        }
        for removal in item.removals {
            checkLocks(locks.map { HeldLock(layer: $0.layer, lock: $0.lock, rest: [""]) }, [removal], path: path)
            // A removal that nothing above takes back, beside content that nothing removed: two layers disagree.
            if let content = contents.first(where: {
                !order.stands($0.layer, on: removal.layer) && !order.stands(removal.layer, on: $0.layer)
            }),
                !contents.contains(where: { order.stands($0.layer, on: removal.layer) })
            {
                diagnostics.append(
                    .conflict(
                        path.text, between: (order.layers[removal.layer].name, removal.node.span),
                        and: (order.layers[content.layer].name, content.node.span)))
            }
        }
        guard !contents.isEmpty else {
            record(item.contents + item.removals, path: path, removed: item.removals.last?.node.string)
            return nil
        }
        return merge(contents, view: view, path: path, locks: locks)
    }

    /// Puts the items in order: as the layers below have them, new ones last, moved ones after the item they name.
    private mutating func arrange(_ ids: [String], items: [String: Item], all: [String], path: Path) -> [String] {
        var arranged = ids
        for id in ids {
            guard let moves = items[id]?.moves, !moves.isEmpty else { continue }
            let top = maximal(moves)
            guard let target = top[top.count - 1].node.string else { continue }
            let span = top[top.count - 1].node.span
            if let other = top.first(where: { $0.node.string != target }) {
                diagnostics.append(
                    .conflict(
                        path.adding(id).adding("after").text, between: (order.layers[other.layer].name, other.node.span),
                        and: (order.layers[top[top.count - 1].layer].name, span)))
            }
            guard target != id, let from = arranged.firstIndex(of: id), arranged.contains(target) else {
                diagnostics.append(.movesAfterNothing(id, target: target, known: ids.filter { $0 != id }, at: span))
                continue
            }
            arranged.remove(at: from)
            arranged.insert(id, at: (arranged.firstIndex(of: target) ?? arranged.count - 1) + 1)
        }
        return arranged
    }
}
