extension Node {
    /// A name, or each of a list of names, with its place.
    var words: [(name: String, span: SourceSpan)] {
        if let string { return [(string, span)] }
        return (list ?? []).compactMap { item in item.string.map { ($0, item.span) } }
    }

    /// A name, or each of a list of names.
    var names: [String] { words.map(\.name) }

    /// The pairs of a map; none for anything else.
    var pairs: [NodeMap.Pair] { map?.pairs ?? [] }

    /// The lists of fields under `unique`, whether or not a text stands beside them.
    var uniqueLists: [Node] { (self["unique"]?.list ?? []).map { $0["fields"] ?? $0 } }

    /// The place of the key at which that pair stands, or the map's own.
    func keySpan(_ key: String) -> SourceSpan { map?.pair(key)?.keySpan ?? span }
}

extension Node? {
    var words: [(name: String, span: SourceSpan)] { self?.words ?? [] }
    var names: [String] { self?.names ?? [] }
    var pairs: [NodeMap.Pair] { self?.pairs ?? [] }
    /// A map from languages to texts.
    var text: Text? { self.map(Text.init(node:)) }
}
