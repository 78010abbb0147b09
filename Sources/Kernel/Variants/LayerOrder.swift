/// A layer with all that it stands on, bases first, in an order that does not depend on how anything was listed.
struct LayerOrder {
    let layers: [Layer]
    /// For each layer, which of the others it stands on, directly or not.
    private let below: [[Bool]]

    /// Whether layer `a` stands on layer `b`.
    func stands(_ a: Int, on b: Int) -> Bool { below[a][b] }

    /// - Returns: nil when a base is missing or the layers form a circle; `diagnostics` then says which.
    init?(top: Layer, all: [String: Layer], unreadable: HiddenLayers = HiddenLayers(), diagnostics: inout [Diagnostic]) {
        var order: [Layer] = []
        var position: [String: Int] = [:]
        var below: [Set<Int>] = []
        var path: [(layer: Layer, edge: SourceSpan?)] = []
        var sound = true

        func visit(_ layer: Layer, named name: String, from edge: SourceSpan?) {
            if position[name] != nil { return }
            if let start = path.firstIndex(where: { $0.layer.kind == layer.kind && $0.layer.id == layer.id }) {
                sound = false
                diagnostics.append(
                    .layerCycle(
                        path[start...].map(\.layer) + [layer], edges: path[(start + 1)...].compactMap(\.edge) + [edge].compactMap { $0 }))
                return
            }
            path.append((layer, edge))
            defer { path.removeLast() }
            var under: Set<Int> = []
            for base in layer.bases.sorted(by: { $0.name < $1.name }) {
                var name = base.name
                if all[name] == nil, !unreadable.contains(name) {
                    diagnostics.append(.unknownLayer(name, known: Array(all.keys), at: base.span))
                    // What was most likely meant serves to find the other faults.
                    name = NearestName.suggestion(for: name, among: all.keys.sorted()) ?? name
                }
                guard let next = all[name] else {
                    sound = false
                    continue
                }
                visit(next, named: name, from: base.span)
                guard let place = position[name] else { continue }
                under.insert(place)
                under.formUnion(below[place])
            }
            position[name] = order.count
            order.append(layer)
            below.append(under)
        }
        visit(top, named: top.name, from: nil)
        guard sound else { return nil }
        layers = order
        self.below = below.map { under in order.indices.map { under.contains($0) } }
    }
}
