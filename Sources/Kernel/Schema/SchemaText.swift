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

    private static func rewriting(_ node: Node, _ change: (String) -> String) -> Node {
        switch node.value {
        case .list(let items): return Node(.list(items.map { rewriting($0, change) }), at: node.span)
        case .map(let map):
            return Node(
                .map(
                    NodeMap(
                        map.pairs.map { pair in
                            var pair = pair
                            if pair.key == "$ref", let reference = pair.value.string {
                                pair.value = Node(.string(change(reference)), at: pair.value.span)
                            } else if named.contains(pair.key), let inner = pair.value.map {
                                pair.value = Node(
                                    .map(
                                        NodeMap(
                                            inner.pairs.map {
                                                .init(key: $0.key, keySpan: $0.keySpan, value: rewriting($0.value, change))
                                            })), at: pair.value.span)
                            } else if !data.contains(pair.key) {
                                pair.value = rewriting(pair.value, change)
                            }
                            return pair
                        })), at: node.span)
        default: return node
        }
    }
}
