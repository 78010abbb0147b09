extension Node {
    /// The schema, in which every map that names its keys takes no others, unless it says which.
    ///
    /// So a misspelt setting is a fault also where the module's author did not write `additionalProperties: false`. A map whose keys depend on other
    /// schemas beside it (`allOf`, `$ref`, `if` and their like) stays as it is written.
    var closedSchema: Node {
        guard let map else { return self }
        let decides = ["additionalProperties", "patternProperties", "$ref", "allOf", "anyOf", "oneOf", "not", "if"]
        var pairs = map.pairs.map { pair in
            var pair = pair
            if pair.key == "properties", let properties = pair.value.map {
                let closed = properties.pairs.map { NodeMap.Pair(key: $0.key, keySpan: $0.keySpan, value: $0.value.closedSchema) }
                pair.value = Node(.map(NodeMap(closed)), at: pair.value.span)
            } else if pair.key == "items" {
                pair.value = pair.value.closedSchema
            }
            return pair
        }
        if map["properties"]?.map != nil, !decides.contains(where: { map[$0] != nil }) {
            pairs.append(.init(key: "additionalProperties", keySpan: span, value: Node(.bool(false), at: span)))
        }
        return Node(.map(NodeMap(pairs)), at: span)
    }
}
