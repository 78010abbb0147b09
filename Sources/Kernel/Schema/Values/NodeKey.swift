/// A value as JSON Schema compares it (Core, 4.2.2): numbers by value, strings by code point, maps without order, places aside.
struct NodeKey: Hashable, Sendable {
    let node: Node

    init(_ node: Node) { self.node = node }

    static func == (a: Self, b: Self) -> Bool { equal(a.node, b.node) }

    static func equal(_ a: Node, _ b: Node) -> Bool {
        switch (a.value, b.value) {
        case (.null, .null): true
        case (.bool(let x), .bool(let y)): x == y
        case (.number(let x), .number(let y)): equal(x, y)
        case (.string(let x), .string(let y)): Name.equal(x, y)
        case (.list(let x), .list(let y)): x.count == y.count && zip(x, y).allSatisfy(equal)
        case (.map(let x), .map(let y)):
            x.count == y.count
                && x.pairs.allSatisfy { pair in
                    guard let other = y.pair(pair.key), Name.equal(pair.key, other.key) else { return false }
                    return equal(pair.value, other.value)
                }
        default: false
        }
    }

    static func equal(_ a: Number, _ b: Number) -> Bool {
        switch (a.storage, b.storage) {
        case (.integer(let x), .integer(let y)): x == y
        case (.decimal(_, let x), .decimal(_, let y)) where x == y: true
        default:
            if let x = ExactDecimal(a), let y = ExactDecimal(b) { x == y } else { false }
        }
    }

    func hash(into hasher: inout Hasher) { Self.hash(node, &hasher) }

    private static func hash(_ node: Node, _ hasher: inout Hasher) {
        switch node.value {
        case .null: hasher.combine(0 as UInt8)
        case .bool(let bool): hasher.combine(bool)
        case .number(let number):
            if let exact = ExactDecimal(number) {
                if let integer = exact.integer { hasher.combine(integer) } else { hasher.combine(exact) }
            } else if case .decimal(_, let literal) = number.storage {
                hasher.combine(literal)
            }
        case .string(let string): Name(string).hash(into: &hasher)
        case .list(let list):
            hasher.combine(list.count)
            for item in list { hash(item, &hasher) }
        case .map(let map):
            var sum = map.count
            for pair in map.pairs {
                var inner = Hasher()
                Name(pair.key).hash(into: &inner)
                hash(pair.value, &inner)
                sum &+= inner.finalize()
            }
            hasher.combine(sum)
        }
    }
}

extension Node {
    /// How many values it holds, itself included; counting stops at `limit`.
    func size(limit: Int) -> Int {
        var count = 1
        switch value {
        case .list(let list):
            for item in list where count < limit { count += item.size(limit: limit - count) }
        case .map(let map):
            for pair in map.pairs where count < limit { count += 1 + pair.value.size(limit: limit - count) }
        case .string(let string): count += string.utf8.count / 64
        case .number(let number): if case .decimal(_, let literal) = number.storage { count += literal.utf8.count / 8 }
        default: break
        }
        return count
    }
}
