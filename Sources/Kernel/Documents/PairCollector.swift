/// Collects the pairs of a map while it is read, and finds keys that come twice.
///
/// Small maps are searched from the front; a dictionary is made only where that would cost more, and is then the map's own.
struct PairCollector {
    private let start: Int
    private var index: [String: Int] = [:]

    /// - Parameter stack: where the pairs of the map will lie, above those of the maps around it.
    init(_ stack: borrowing BuildStack<NodeMap.Pair>) { start = stack.count }

    /// Adds a pair, unless its key is there already: then gives the place of the first.
    mutating func add(_ key: String, _ keySpan: SourceSpan, _ value: consuming Node, to stack: inout BuildStack<NodeMap.Pair>)
        -> SourceSpan?
    {
        let count = stack.count - start
        if count < NodeMap.indexedFrom {
            let pairs = stack.elements(from: start)
            for position in pairs.indices where pairs[position].key == key { return pairs[position].keySpan }
            stack.append(NodeMap.Pair(key: key, keySpan: keySpan, value: value))
            if count + 1 == NodeMap.indexedFrom {
                index.reserveCapacity(2 * NodeMap.indexedFrom)
                for (position, pair) in stack.elements(from: start).enumerated() { index[pair.key] = position }
            }
            return nil
        }
        let position = index.updateValue(count, forKey: key)
        if let position {
            index[key] = position
            return stack.elements(from: start)[position].keySpan
        }
        stack.append(NodeMap.Pair(key: key, keySpan: keySpan, value: value))
        return nil
    }

    /// The map of all pairs, which leave the stack.
    consuming func map(_ stack: inout BuildStack<NodeMap.Pair>) -> NodeMap {
        let pairs = stack.take(from: start)
        return NodeMap(pairs, index: pairs.count < NodeMap.indexedFrom ? nil : index)
    }
}
