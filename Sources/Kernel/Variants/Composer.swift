/// Lays the layers of a variant on each other (design 3.2, Composition and Layers).
///
/// Maps merge key by key; lists merge where their items have an identity key; everything else is replaced as a whole.
/// A layer replaces what it stands on. Two layers of which neither stands on the other, and that differ, are a conflict unless a
/// layer above both says what holds. The order in which layers are listed decides nothing.
struct Composer {
    /// One layer's word about one place.
    struct Contribution {
        var layer: Int
        var node: Node
    }

    let order: LayerOrder
    let recordsProvenance: Bool
    /// Whether a layer has faults in its form.
    let isLenient: Bool
    var provenance = Provenance()
    var diagnostics: [Diagnostic] = []
    /// How often each of these has been told.
    var quotas = (removals: FaultQuota(), moves: FaultQuota(), locks: FaultQuota(), twice: FaultQuota())
    /// Where layers disagree on what kind of thing something is, so that nobody can tell what may stand in it.
    var disputed: [SourceSpan] = []
    /// Where the locks stand that a layer has broken.
    var brokenLocks: Set<SourceSpan> = []

    /// Composes the layers of `order`, whose last is the variant itself.
    ///
    /// - Parameter provenance: whether to remember the origin of every value, which costs time and is needed to explain.
    static func compose(_ order: LayerOrder, view: SchemaView, provenance: Bool) -> (
        body: Node, provenance: Provenance, diagnostics: [Diagnostic], disputed: [SourceSpan]
    ) {
        compose(order, view: RememberedView(view), provenance: provenance)
    }

    /// The same with a view that remembers what other variants asked it.
    static func compose(_ order: LayerOrder, view: RememberedView, provenance: Bool) -> (
        body: Node, provenance: Provenance, diagnostics: [Diagnostic], disputed: [SourceSpan]
    ) {
        var composer = Composer(
            order: order, recordsProvenance: provenance, isLenient: order.layers.contains { $0.trust > .mended })
        let contributions = order.layers.indices.map { Contribution(layer: $0, node: order.layers[$0].body) }
        let locks = order.layers.indices.flatMap { layer in
            order.layers[layer].locks.map { Composer.HeldLock(layer: layer, lock: $0, rest: $0.path[...]) }
        }
        let body = composer.merge(contributions, view: view, path: Path(), locks: locks)
        composer.checkLocksPoint(somewhere: body, view: view, locks: locks)
        let quotas = composer.quotas
        for quota in [quotas.removals, quotas.moves, quotas.locks, quotas.twice] { composer.diagnostics += quota.rest }
        let empty = Node(.map(NodeMap()), at: order.layers[order.layers.count - 1].root.span)
        return (body ?? empty, composer.provenance, composer.diagnostics, composer.disputed)
    }

    /// A path under construction; the text is only made where it is needed.
    struct Path {
        var parts: [String] = []
        var text: String { parts.joined(separator: ".") }
        func adding(_ part: String) -> Path { Path(parts: parts + [part]) }
    }

    /// What a value is to a merge.
    enum Form { case map, list, leaf }

    private func form(_ node: Node, _ view: RememberedView) -> Form {
        switch node.value {
        case .map where !view.isAtomic: return .map
        case .list(let items):
            // An item without a name is a fault that was found before; it hides nothing of the others.
            guard let key = view.item.identity, isLenient || items.allSatisfy({ $0[key]?.string != nil }) else { return .leaf }
            return .list
        default: return .leaf
        }
    }

    mutating func merge(_ contributions: [Contribution], view: RememberedView, path: Path, locks: [HeldLock]) -> Node? {
        guard let first = contributions.first else { return nil }
        if contributions.count == 1 && !recordsProvenance && locks.isEmpty && form(first.node, view) == .map && !holdsOperations(first) {
            return first.node
        }
        let forms = contributions.map { form($0.node, view) }
        let locks = locks.isEmpty ? locks : checkWhole(locks, contributions, forms: forms, path: path)
        if forms.allSatisfy({ $0 == .map }) { return mergeMaps(contributions, view: view, path: path, locks: locks) }
        if forms.allSatisfy({ $0 == .list }) { return mergeLists(contributions, view: view, path: path, locks: locks) }
        let top = maximal(contributions)
        let topForm = form(top[0].node, view)
        if topForm != .leaf && top.allSatisfy({ form($0.node, view) == topForm }) {
            // What lies under a value of another form is replaced with it; what lies above it merges.
            let kept = contributions.indices.filter { i in
                forms[i] == topForm
                    && !contributions.indices.contains {
                        forms[$0] != topForm && order.stands(contributions[$0].layer, on: contributions[i].layer)
                    }
            }.map { contributions[$0] }
            return topForm == .map
                ? mergeMaps(kept, view: view, path: path, locks: locks) : mergeLists(kept, view: view, path: path, locks: locks)
        }
        return replace(contributions, top: top, path: path, locks: locks)
    }

    /// The value that one layer alone gives and nothing has to be done to, whatever the schema says of it; nil where that is not plain.
    private func uncontested(_ contributions: [Contribution]) -> Node? {
        guard contributions.count == 1, !recordsProvenance else { return nil }
        let node = contributions[0].node
        if case .list = node.value { return nil }
        return holdsOperations(contributions[0]) ? nil : node
    }

    /// Whether something inside a value must be looked at even when only one layer speaks: `after` and `remove` of list items.
    private func holdsOperations(_ contribution: Contribution) -> Bool {
        order.layers[contribution.layer].holdsOperations && Layer.holdsOperations(contribution.node)
    }

    /// The contributions on which no other contribution stands.
    func maximal(_ contributions: [Contribution]) -> [Contribution] {
        contributions.filter { candidate in !contributions.contains { order.stands($0.layer, on: candidate.layer) } }
    }

    /// What the layers say of one key.
    private struct Entry {
        let key: String
        var span: SourceSpan
        var contributions: [Contribution]
    }

    private mutating func mergeMaps(_ contributions: [Contribution], view: RememberedView, path: Path, locks: [HeldLock]) -> Node {
        var entries: [Entry] = []
        var positions: [String: Int] = [:]
        for (number, contribution) in contributions.enumerated() {
            for pair in contribution.node.map?.pairs ?? [] {
                let one = Contribution(layer: contribution.layer, node: pair.value)
                if number > 0, let known = positions[pair.key] {
                    entries[known].contributions.append(one)
                    entries[known].span = pair.keySpan
                    continue
                }
                // What the last layer adds, nobody looks for any more.
                if number < contributions.count - 1 { positions[pair.key] = entries.count }
                entries.append(Entry(key: pair.key, span: pair.keySpan, contributions: [one]))
            }
        }
        var branch: RememberedView?
        var isDisputed = false
        let pairs = entries.compactMap { entry -> NodeMap.Pair? in
            if locks.isEmpty, let value = uncontested(entry.contributions) {
                return .init(key: entry.key, keySpan: entry.span, value: value)
            }
            let chosen = branch ?? view.applying(to: [whole(entries, at: contributions[0].node.span)])
            branch = chosen
            let before = diagnostics.count
            defer {
                if diagnostics.count > before, form(entry.contributions[0].node, chosen.property(entry.key)) == .leaf { isDisputed = true }
            }
            guard
                let value = merge(
                    entry.contributions, view: chosen.property(entry.key), path: path.adding(entry.key),
                    locks: locks.compactMap { $0.stepping(into: entry.key) })
            else { return nil }
            return .init(key: entry.key, keySpan: entry.span, value: value)
        }
        if isDisputed && view.hasChoice { disputed += contributions.map(\.node.span) }
        return Node(.map(NodeMap(pairs)), at: contributions[contributions.count - 1].node.span)
    }

    /// A map as all layers together have it, which chooses among the branches of its schema: one layer alone may say the `kind`.
    private func whole(_ entries: [Entry], at span: SourceSpan) -> Node {
        Node(.map(NodeMap(entries.map { .init(key: $0.key, keySpan: span, value: maximal($0.contributions)[0].node) })), at: span)
    }

    /// Takes the value that counts at a place where values are replaced as a whole.
    private mutating func replace(_ contributions: [Contribution], top: [Contribution], path: Path, locks: [HeldLock]) -> Node {
        let value = top[top.count - 1].node
        let isBroken = checkLocks(locks, contributions, top: top, path: path)
        if !isBroken, let other = top.first(where: { !NodeKey.equal($0.node, value) }) {
            diagnostics.append(
                .conflict(
                    path.text, between: (order.layers[other.layer].name, other.node.span),
                    and: (order.layers[top[top.count - 1].layer].name, value.span)))
        }
        record(contributions, path: path)
        return value
    }

    mutating func record(_ contributions: [Contribution], path: Path, removed: String? = nil) {
        guard recordsProvenance else { return }
        provenance.entries[path.text] = .init(
            origins: contributions.map { .init(layer: order.layers[$0.layer].name, value: $0.node) }, removed: removed)
    }
}
