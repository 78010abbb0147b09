/// Why a value of a variant is what it is: which layer gave it, what that replaced, who locked it, and which days it leads to.
public struct ValueExplanation: Sendable {
    /// One layer's word, or the schema's default.
    public struct Step: Sendable {
        /// The layer, or nil for a default.
        public var layer: String?
        public var file: String
        public var line: Int
        public var value: JSONValue
    }

    /// A lock that holds the value.
    public struct Hold: Sendable {
        public var layer: String
        public var reason: Text
        public var file: String
        public var line: Int
    }

    public var path: String
    /// What it is now; nil where it was removed.
    public var value: JSONValue?
    public var title: Text?
    public var unit: String?
    /// What a change would mean to a running offering, as the schema says.
    public var running: String?
    /// Every word about it, lowest layer first; the last one counts.
    public var steps: [Step]
    /// The path of the value that it is a part of, where layers replace that one as a whole: a text by language, a requirement.
    public var whole: String?
    /// The reason, where it was removed.
    public var removed: String?
    public var locks: [Hold]
    /// For times: the day in each offering.
    public var days: [(offering: String, day: Day)]
    /// For a value that holds others: their paths.
    public var children: [String]
}

extension Workspace {
    /// Why a path has given no explanation.
    public struct UnknownPath: Error, Sendable {
        /// The part that leads nowhere, and what could stand in its place.
        public var part: String
        public var known: [String]
    }

    /// Explains the value at `<variant>.<key>.…`.
    ///
    /// - Throws: `UnknownPath` when it leads nowhere.
    public func explain(_ path: String) throws(UnknownPath) -> ValueExplanation {
        var parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        // A dot at the end asks what lies there.
        if parts.last?.isEmpty == true { parts.removeLast() }
        guard let first = parts.first, let composed = variant(first), let schema = bodySchema else {
            throw UnknownPath(part: parts.first ?? path, known: variants.map(\.variant.id).sorted())
        }
        guard let order = LayerOrder(top: composed.layer, in: LayerGraph(layers: layers)) else {
            throw UnknownPath(part: first, known: [])
        }
        let provenance = Composer.compose(order, view: schema.root, provenance: true).provenance
        let inner = Array(parts.dropFirst())
        if let key = inner.first, let node = composed.layer.heading[key] {
            return try explain(node, at: inner, of: composed.layer, path: parts)
        }
        let key = inner.joined(separator: ".")
        let entry = provenance[key]
        var place: PlaceInTree? = PlaceInTree(node: composed.variant.body, view: RememberedView(schema.root))
        for part in inner {
            guard let next = place?.child(part) else {
                if entry?.removed != nil { place = nil; break }
                let heading = inner.first == part ? composed.layer.heading.pairs.map(\.key) : []
                throw UnknownPath(part: part, known: heading + (place?.names ?? []))
            }
            place = next
        }
        var steps = (entry?.origins ?? []).map { origin in step(origin.layer, origin.value) }
        var whole: String?
        if entry == nil, let holder = holder(of: inner, in: provenance) {
            whole = ([first] + inner.prefix(holder.length)).joined(separator: ".")
            steps = holder.entry.origins.map { origin in
                var step = step(origin.layer, origin.value)
                step.value = inner.dropFirst(holder.length).reduce(origin.value as Node?) { $0?[$1] }?.json ?? .null
                return step
            }
        } else if entry == nil, let place, place.names.isEmpty {
            steps.append(step(nil, place.node))
        }
        let path = parts.joined(separator: ".")
        return ValueExplanation(
            path: path, value: place?.node.json, title: place?.view.view.title, unit: place?.view.view.unit,
            running: place?.view.view.running?.rawValue, steps: steps, whole: whole,
            removed: entry?.removed, locks: holds(inner, in: order.layers), days: days(inner, of: first),
            children: ((inner.isEmpty ? composed.layer.heading.pairs.map(\.key) : []) + (place?.names ?? [])).map { path + "." + $0 })
    }

    /// Explains what a variant is called and described as, which its own file says and no layer below.
    private func explain(_ node: Node, at inner: [String], of layer: Layer, path parts: [String]) throws(UnknownPath) -> ValueExplanation {
        var value = node
        for part in inner.dropFirst() {
            guard let next = value[part] else { throw UnknownPath(part: part, known: value.map?.pairs.map(\.key) ?? []) }
            value = next
        }
        let path = parts.joined(separator: ".")
        return ValueExplanation(
            path: path, value: value.json, title: Layer.headingTitles[inner[0]], unit: nil, running: nil, steps: [step(layer.name, value)],
            whole: inner.count > 1 ? parts.prefix(2).joined(separator: ".") : nil, removed: nil, locks: [], days: [], children: [])
    }

    /// The value around a path that a layer gave as a whole, with the part in question in it, and how long its path is.
    ///
    /// Nil where nothing was given there: then it is a default.
    private func holder(of path: [String], in provenance: Provenance) -> (length: Int, entry: Provenance.Entry)? {
        for length in path.indices.reversed() {
            guard let entry = provenance[path.prefix(length).joined(separator: ".")], entry.removed == nil else { continue }
            let part = path.dropFirst(length).reduce(entry.origins.last?.value) { $0?[$1] }
            return part == nil ? nil : (length, entry)
        }
        return nil
    }

    private func step(_ layer: String?, _ node: Node) -> ValueExplanation.Step {
        .init(layer: layer, file: sources[node.span.file].path, line: Int(node.span.start.line), value: node.json)
    }

    private func holds(_ path: [String], in layers: [Layer]) -> [ValueExplanation.Hold] {
        layers.flatMap { layer in
            layer.locks.filter { path.starts(with: $0.path) }.map { lock in
                .init(layer: layer.name, reason: lock.reason, file: sources[lock.span.file].path, line: Int(lock.span.start.line))
            }
        }
    }

    private func days(_ path: [String], of variant: String) -> [(offering: String, day: Day)] {
        guard path.count == 5, path[0] == "parts", let moment = Schedule.Moment(rawValue: path[4]) else { return [] }
        return offerings.filter { $0.variant == variant }.compactMap { offering in
            schedules[offering.id]?.day(path[3], moment).map { (offering.id, $0) }
        }
    }
}

extension ValueExplanation {
    /// The explanation as a value for programs.
    public var json: JSONValue {
        .object([
            ("format", .string("kjerne.explanation/1")),
            ("path", .string(path)),
            ("value", value ?? .null),
            ("unit", unit.map(JSONValue.string) ?? .null),
            ("running", running.map(JSONValue.string) ?? .null),
            (
                "steps",
                .array(
                    steps.map {
                        .object([
                            ("layer", $0.layer.map(JSONValue.string) ?? .null), ("file", .string($0.file)), ("line", .integer($0.line)),
                            ("value", $0.value),
                        ])
                    })
            ),
            ("whole", whole.map(JSONValue.string) ?? .null),
            ("removed", removed.map(JSONValue.string) ?? .null),
            (
                "locks",
                .array(
                    locks.map {
                        .object([
                            ("layer", .string($0.layer)), ("reason", $0.reason.json), ("file", .string($0.file)),
                            ("line", .integer($0.line)),
                        ])
                    })
            ),
            ("days", .object(days.map { ($0.offering, .string($0.day.description)) })),
            ("children", .array(children.map(JSONValue.string))),
        ])
    }
}
