/// A layer with all that it stands on, bases first, in an order that does not depend on how anything was listed.
struct LayerOrder {
    let layers: [Layer]
    /// For each layer, which of the others it stands on, directly or not: a bit for each.
    private let below: [[UInt64]]

    /// Whether layer `a` stands on layer `b`.
    func stands(_ a: Int, on b: Int) -> Bool { below[a][b >> 6] & (1 << UInt64(b & 63)) != 0 }

    /// A layer on the way down, and which of its bases come next.
    private struct Step {
        let layer: Layer
        var bases: ArraySlice<(name: String, span: SourceSpan)>
        var under: [Int] = []

        init(_ layer: Layer) {
            self.layer = layer
            bases = layer.bases.sorted { $0.name < $1.name }[...]
        }
    }

    /// - Returns: nil when a base is missing or cannot be told, or the layers form a circle; `LayerGraph` says which.
    init?(top: Layer, in graph: LayerGraph) {
        var order: [Layer] = []
        var position: [String: Int] = [:]
        var under: [[Int]] = []
        var path = [Step(top)]
        var open: Set<String> = [top.name]
        while let last = path.indices.last {
            guard path[last].layer.namesItsBases else { return nil }
            guard let base = path[last].bases.popFirst() else {
                let step = path.removeLast()
                open.remove(step.layer.name)
                position[step.layer.name] = order.count
                if let last = path.indices.last { path[last].under.append(order.count) }
                order.append(step.layer)
                under.append(step.under)
                continue
            }
            guard let next = graph.base(base.name) else { return nil }
            if let place = position[next.name] {
                path[last].under.append(place)
            } else {
                guard open.insert(next.name).inserted else { return nil }
                path.append(Step(next))
            }
        }
        layers = order
        let words = (order.count + 63) / 64
        var below: [[UInt64]] = []
        for direct in under {
            var bits = [UInt64](repeating: 0, count: words)
            for place in direct {
                bits[place >> 6] |= 1 << UInt64(place & 63)
                for word in 0..<words { bits[word] |= below[place][word] }
            }
            below.append(bits)
        }
        self.below = below
    }
}
