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
                    if quotas.twice.next(at: node.span) != nil {
                        diagnostics.append(.itemTwice(id, path: path.text, first: first, at: node.span))
                    }
                    continue
                }
                if items[id] == nil { ids.append(id) }
                take(node, key: key, of: contribution.layer, into: &items[id, default: Item()])
            }
        }
        var nodes: [String: Node] = [:]
        let locked = Dictionary(grouping: locks) { $0.rest.first }
        for id in ids {
            guard let item = items[id] else { continue }
            nodes[id] = resolve(
                item, id: id, key: key, known: ids, view: view.item, path: path.adding(id), locks: Self.stepping(locked, into: id))
        }
        let arranged = arrange(ids.filter { nodes[$0] != nil }, items: items, path: path, locks: locked)
        return Node(.list(arranged.compactMap { nodes[$0] }), at: contributions[contributions.count - 1].node.span)
    }

    /// The locks that hold something in an item, or the whole of what it stands in.
    ///
    /// - Parameter locks: by the next part of their paths.
    private static func stepping(_ locks: [String?: [HeldLock]], into id: String) -> [HeldLock] {
        if locks.isEmpty { return [] }
        return (locks[nil] ?? []) + (locks[id] ?? []).compactMap { $0.stepping(into: id) }
    }

    /// Divides what a layer says of an item into content, removal and move.
    private mutating func take(_ node: Node, key: String, of layer: Int, into item: inout Item) {
        if let reason = node["remove"] {
            if let pair = node.map?.pairs.first(where: { $0.key != key && $0.key != "remove" }) {
                diagnostics.append(.besideRemoval(pair.key, at: pair.keySpan, removal: reason.span))
            }
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
        if item.contents.isEmpty, let removal = item.removals.first {
            if let suggests = quotas.removals.next(at: removal.node.span) {
                diagnostics.append(.removesNothing(id, known: known, suggests: suggests, at: removal.node.span))
            }
            return nil
        }
        guard !item.removals.isEmpty else { return merge(item.contents, view: view, path: path, locks: locks) }
        // An item whose removal does not hold stays whole, so that nothing seems to be missing in it.
        if checkRemovals(locks, item.removals, of: item.contents) { return merge(item.contents, view: view, path: path, locks: []) }
        let contents = item.contents.filter { content in
            !item.removals.contains { order.stands($0.layer, on: content.layer) }
        }
        for removal in item.removals where !contents.contains(where: { order.stands($0.layer, on: removal.layer) }) {
            // A removal that nothing above takes back, beside content that nothing removed: two layers disagree.
            guard let content = contents.first(where: { !order.stands(removal.layer, on: $0.layer) }) else { continue }
            diagnostics.append(
                .conflict(
                    path.text, between: (order.layers[removal.layer].name, removal.node.span),
                    and: (order.layers[content.layer].name, content.node.span)))
            return merge(item.contents, view: view, path: path, locks: locks)
        }
        guard !contents.isEmpty else {
            record(item.contents + item.removals, path: path, removed: item.removals.last?.node.string)
            return nil
        }
        return merge(contents, view: view, path: path, locks: locks)
    }

    /// Puts the items in order: as the layers below have them, new ones last, moved ones after the item they name.
    private mutating func arrange(_ ids: [String], items: [String: Item], path: Path, locks: [String?: [HeldLock]]) -> [String] {
        var targets: [String: (id: String, span: SourceSpan)] = [:]
        let present = Set(ids)
        for id in ids {
            guard let item = items[id], !item.moves.isEmpty else { continue }
            let moved = path.adding(id).adding("after")
            let isBroken = checkMoves(Self.stepping(locks, into: id), item.moves, of: item.contents, path: moved)
            let top = maximal(item.moves)
            guard let target = top[top.count - 1].node.string else { continue }
            let span = top[top.count - 1].node.span
            if !isBroken, let other = top.first(where: { $0.node.string != target }) {
                diagnostics.append(
                    .conflict(
                        moved.text, between: (order.layers[other.layer].name, other.node.span),
                        and: (order.layers[top[top.count - 1].layer].name, span)))
            }
            guard present.contains(target) else {
                if let suggests = quotas.moves.next(at: span) {
                    diagnostics.append(.movesAfterNothing(id, target: target, known: ids, suggests: suggests, at: span))
                }
                continue
            }
            targets[id] = (target, span)
        }
        guard !targets.isEmpty else { return ids }
        var row = LinkedRow(ids)
        for id in moveOrder(ids, targets: targets, path: path) {
            if let target = targets[id]?.id { row.move(id, after: target) }
        }
        return row.names
    }

    /// The items that move, each after those that it follows have moved; rings are reported, and those in them stay where they are.
    private mutating func moveOrder(_ ids: [String], targets: [String: (id: String, span: SourceSpan)], path: Path) -> [String] {
        var order: [String] = []
        var seen: Set<String> = []
        for id in ids {
            var chain: [String] = []
            var next = id
            while let target = targets[next], seen.insert(next).inserted {
                chain.append(next)
                next = target.id
            }
            if let start = chain.firstIndex(of: next) {
                diagnostics.append(.moveRing(chain[start...].compactMap { id in targets[id].map { (id, $0.span) } }, path: path.text))
                chain.removeSubrange(start...)
            }
            order += chain.reversed()
        }
        return order
    }
}
