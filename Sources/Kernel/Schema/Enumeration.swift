/// The values of `enum`, or the one of `const`.
struct Enumeration: Sendable {
    /// In the order of the schema; of both `enum` and `const`, what both allow.
    private(set) var values: [Node]
    private let texts: NameTable
    private let others: [NodeKey: Int]
    /// Whether a list or a map is among the values.
    let hasCollections: Bool

    init(_ values: [Node]) {
        self.values = values
        texts = NameTable(values.compactMap(\.string))
        var others: [NodeKey: Int] = [:]
        for (position, value) in values.enumerated() where value.string == nil { others[NodeKey(value)] = position }
        self.others = others
        hasCollections = values.contains { $0.list != nil || $0.map != nil }
    }

    func contains(_ text: String) -> Bool { texts.position(of: text) != nil }

    func contains(_ node: Node) -> Bool {
        switch node.value {
        case .string(let text): texts.position(of: text) != nil
        case .list, .map: hasCollections && others[NodeKey(node)] != nil
        default: !others.isEmpty && others[NodeKey(node)] != nil
        }
    }
}
