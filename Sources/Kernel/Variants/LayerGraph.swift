/// How the layers of a workspace stand on each other: names that lead nowhere, and circles.
///
/// Walked without recursion, since a workspace may pile up as many layers as it has files.
struct LayerGraph {
    let layers: [String: Layer]
    /// Names of layers whose files have faults.
    let unreadable: HiddenLayers
    /// For names that no layer has, the one that was most likely meant, so that the other faults are found; only of the first ones.
    let meant: [String: String]

    init(layers: [String: Layer], unreadable: HiddenLayers = HiddenLayers()) {
        self.layers = layers
        self.unreadable = unreadable
        let unknown = Set(layers.values.lazy.flatMap(\.bases).map(\.name).filter { layers[$0] == nil && !unreadable.contains($0) })
        let known = unknown.isEmpty ? [] : layers.keys.sorted()
        var meant: [String: String] = [:]
        for name in unknown.sorted().prefix(FaultQuota.suggested) { meant[name] = NearestName.suggestion(for: name, among: known) }
        self.meant = meant
    }

    /// The layer that a base means: the one of that name or, to find the other faults, the one with the nearest.
    func base(_ name: String) -> Layer? { layers[name] ?? meant[name].flatMap { layers[$0] } }

    /// Every base that does not exist, and every circle, once.
    func faults() -> [Diagnostic] {
        var faults: [Diagnostic] = []
        let known = layers.keys.sorted()
        var quota = FaultQuota()
        for name in known {
            for base in layers[name]?.bases ?? [] where layers[base.name] == nil && !unreadable.contains(base.name) {
                guard let suggests = quota.next(at: base.span) else { continue }
                faults.append(.unknownLayer(base.name, known: known, suggests: suggests, at: base.span))
            }
        }
        faults += quota.rest
        var done: Set<String> = []
        for name in known where !done.contains(name) { walk(from: name, &done, &faults) }
        return faults
    }

    /// A layer on the way down, and which of its bases come next.
    private struct Step {
        let layer: Layer
        let edge: SourceSpan?
        var bases: ArraySlice<(name: String, span: SourceSpan)>
    }

    private func walk(from start: String, _ done: inout Set<String>, _ faults: inout [Diagnostic]) {
        guard let first = layers[start] else { return }
        var path = [Step(layer: first, edge: nil, bases: first.bases.sorted { $0.name < $1.name }[...])]
        var places = [start: 0]
        while let last = path.indices.last {
            guard let base = path[last].bases.popFirst() else {
                let name = path.removeLast().layer.name
                places[name] = nil
                done.insert(name)
                continue
            }
            guard let next = self.base(base.name), !done.contains(next.name) else { continue }
            if let place = places[next.name] {
                faults.append(
                    .layerCycle(path[place...].map(\.layer) + [next], edges: path[(place + 1)...].compactMap(\.edge) + [base.span]))
                continue
            }
            places[next.name] = path.count
            path.append(Step(layer: next, edge: base.span, bases: next.bases.sorted { $0.name < $1.name }[...]))
        }
    }
}
