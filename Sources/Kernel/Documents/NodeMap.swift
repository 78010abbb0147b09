/// The pairs of a map in the order of the file.
///
/// Keys are unique strings.
public struct NodeMap: Sendable {
    /// A key, where it stands, and its value.
    public struct Pair: Sendable {
        public var key: String
        public var keySpan: SourceSpan
        public var value: Node
        public init(key: String, keySpan: SourceSpan, value: Node) {
            self.key = key
            self.keySpan = keySpan
            self.value = value
        }
    }

    public private(set) var pairs: [Pair]
    /// Key to position; kept only for maps too long to search from the front.
    private var index: [String: Int]?

    static let indexedFrom = 12

    public init() { pairs = [] }

    /// Takes pairs whose keys are unique (the readers see to that).
    public init(_ pairs: [Pair]) {
        self.pairs = pairs
        if pairs.count >= Self.indexedFrom {
            var index = [String: Int](minimumCapacity: pairs.count)
            for (position, pair) in pairs.enumerated() { index[pair.key] = position }
            self.index = index
        }
    }

    /// Takes pairs together with their index, which a reader has made while it looked for keys that come twice.
    init(_ pairs: [Pair], index: [String: Int]?) {
        self.pairs = pairs
        self.index = index
    }

    public func position(of key: String) -> Int? {
        if let index { return index[key] }
        return pairs.firstIndex { $0.key == key }
    }

    public func pair(_ key: String) -> Pair? { position(of: key).map { pairs[$0] } }
    public subscript(key: String) -> Node? { position(of: key).map { pairs[$0].value } }
    public var keys: [String] { pairs.map(\.key) }
    public var isEmpty: Bool { pairs.isEmpty }
    public var count: Int { pairs.count }

    /// Adds the pair, or gives an existing key a new value in its old position.
    public mutating func set(_ pair: Pair) {
        if let position = position(of: pair.key) {
            pairs[position] = pair
            return
        }
        pairs.append(pair)
        if index != nil {
            index?[pair.key] = pairs.count - 1
        } else if pairs.count >= Self.indexedFrom {
            self = NodeMap(pairs)
        }
    }
}
