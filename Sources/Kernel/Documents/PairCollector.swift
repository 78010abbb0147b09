/// Collects the pairs of a map while it is read, and finds keys that come twice.
///
/// Small maps are searched from the front; a dictionary is made only where that would cost more, and is then the map's own.
struct PairCollector {
    private var pairs: [NodeMap.Pair] = []
    private var index: [String: Int] = [:]

    /// Adds a pair, unless its key is there already: then gives the place of the first.
    mutating func add(_ pair: NodeMap.Pair) -> SourceSpan? {
        if pairs.count < NodeMap.indexedFrom {
            for position in pairs.indices where pairs[position].key == pair.key { return pairs[position].keySpan }
            pairs.append(pair)
            if pairs.count == NodeMap.indexedFrom {
                index = Dictionary(uniqueKeysWithValues: pairs.enumerated().map { ($1.key, $0) })
            }
            return nil
        }
        let position = index.updateValue(pairs.count, forKey: pair.key)
        if let position {
            index[pair.key] = position
            return pairs[position].keySpan
        }
        pairs.append(pair)
        return nil
    }

    var map: NodeMap { NodeMap(pairs, index: pairs.count < NodeMap.indexedFrom ? nil : index) }
}
