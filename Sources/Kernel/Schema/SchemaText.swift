/// Puts schemas together from the parts that the kernel and the modules write them in.
enum SchemaText {
    /// Reads a schema that is part of the kernel.
    ///
    /// - Throws: `DiagnosticsError` if the kernel's own text is faulty, which a test holds that it is not.
    static func node(_ yaml: String, path: String, in sources: inout SourceMap) throws(DiagnosticsError) -> Node {
        let result = YAMLReader.read(sources.add(path: path, bytes: Array(yaml.utf8)))
        guard let document = result.document else {
            var faults = Diagnostics()
            faults.report(contentsOf: result.diagnostics)
            throw DiagnosticsError(faults)
        }
        return document.root
    }

    /// The schema with `definitions` added to its `$defs`; its own of the same name stay.
    static func adding(_ definitions: NodeMap, to schema: Node) -> Node {
        guard var map = schema.map else { return schema }
        var all = map["$defs"]?.map ?? NodeMap()
        for pair in definitions.pairs where all[pair.key] == nil { all.set(pair) }
        map.set(.init(key: "$defs", keySpan: schema.span, value: Node(.map(all), at: schema.span)))
        return Node(.map(map), at: schema.span)
    }

    /// Whether one of the keys occurs anywhere in the value.
    static func holds(_ keys: [String], _ node: Node) -> Bool {
        switch node.value {
        case .map(let map): map.pairs.contains { keys.contains($0.key) || holds(keys, $0.value) }
        case .list(let items): items.contains { holds(keys, $0) }
        default: false
        }
    }

    /// A schema that stood alone, made ready to lie at `#/$defs/<name>` of another: its references are turned to follow it.
    ///
    /// - Parameter shared: names under `$defs` that the outer schema has; a reference to one of them stays as it is
    ///   unless the schema defines that name itself.
    static func embedded(_ schema: Node, as name: String, shared: NodeMap) -> Node {
        let own = schema["$defs"]?.map
        return rewriting(schema) { reference in
            guard reference.hasPrefix("#") else { return reference }
            if reference.hasPrefix("#/$defs/") {
                let target = String(reference.dropFirst(8).prefix { $0 != "/" })
                if own?[target] == nil && shared[target] != nil { return reference }
            }
            return "#/$defs/\(name)" + reference.dropFirst()
        }
    }

    /// Keywords whose value is data, where `$ref` would be a key like any other.
    private static let data: Set<String> = ["const", "enum", "default", "examples"]
    /// Keywords whose value is a map from names to schemas, so that a name is not taken for a keyword.
    private static let named: Set<String> = ["properties", "patternProperties", "$defs", "dependentSchemas"]

    /// The schema, whose items that have an identity may also be moved and removed by a layer.
    ///
    /// - Parameters:
    ///   - after: the schema of the name of the item that one is moved behind.
    ///   - remove: the schema of why one is removed.
    static func composable(_ schema: Node, after: Node, remove: Node) -> Node {
        mapping(schema) { map in
            guard map["identity"]?.string != nil, let properties = map["properties"]?.map else { return map }
            var (map, all) = (map, properties)
            for (key, value) in [("after", after), ("remove", remove)] where all[key] == nil {
                all.set(.init(key: key, keySpan: schema.span, value: value))
            }
            map.set(.init(key: "properties", keySpan: schema.span, value: Node(.map(all), at: schema.span)))
            return map
        }
    }

    /// The schema with its references turned.
    private static func rewriting(_ node: Node, _ change: (String) -> String) -> Node {
        mapping(node) { map in
            guard let pair = map.pair("$ref"), let reference = pair.value.string else { return map }
            var map = map
            map.set(.init(key: pair.key, keySpan: pair.keySpan, value: Node(.string(change(reference)), at: pair.value.span)))
            return map
        }
    }

    /// The value with each map in it that may be a schema changed, the inner ones first.
    private static func mapping(_ node: Node, _ change: (NodeMap) -> NodeMap) -> Node {
        switch node.value {
        case .list(let items): return Node(.list(items.map { mapping($0, change) }), at: node.span)
        case .map(let map):
            let pairs = map.pairs.map { pair in
                var pair = pair
                if named.contains(pair.key), let inner = pair.value.map {
                    let schemas = inner.pairs.map { NodeMap.Pair(key: $0.key, keySpan: $0.keySpan, value: mapping($0.value, change)) }
                    pair.value = Node(.map(NodeMap(schemas)), at: pair.value.span)
                } else if !data.contains(pair.key) {
                    pair.value = mapping(pair.value, change)
                }
                return pair
            }
            return Node(.map(change(NodeMap(pairs))), at: node.span)
        default: return node
        }
    }
}
