/// A JSON value (RFC 8259) without places: what outputs are made of, and what is stored and hashed.
///
/// An object keeps the order of its members, and two objects are equal whatever their order.
/// ```swift
/// let value: JSONValue = .object([("id", .string("plf")), ("credits", .integer(15))])
/// value.compact      // {"id":"plf","credits":15}
/// ```
public enum JSONValue: Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([(key: String, value: JSONValue)])
}

extension JSONValue {
    public var string: String? { if case .string(let string) = self { string } else { nil } }
    public var bool: Bool? { if case .bool(let bool) = self { bool } else { nil } }
    /// The number as an integer, if it has no fraction and fits 64 bits.
    public var integer: Int? {
        switch self {
        case .integer(let integer): integer
        case .number(let double): Int(exactly: double)
        default: nil
        }
    }
    public var double: Double? {
        switch self {
        case .integer(let integer): Double(integer)
        case .number(let double): double
        default: nil
        }
    }
    public var array: [JSONValue]? { if case .array(let items) = self { items } else { nil } }
    public var object: [(key: String, value: JSONValue)]? { if case .object(let members) = self { members } else { nil } }
    public var isNull: Bool { if case .null = self { true } else { false } }
    /// The value of the first member of that name, if this is an object that has one.
    public subscript(key: String) -> JSONValue? { object?.first { $0.key == key }?.value }
}

extension JSONValue: Hashable {
    /// Whether both say the same: objects in any order, numbers by their value.
    public static func == (a: JSONValue, b: JSONValue) -> Bool {
        switch (a, b) {
        case (.null, .null): return true
        case (.bool(let x), .bool(let y)): return x == y
        case (.integer(let x), .integer(let y)): return x == y
        case (.number(let x), .number(let y)): return x == y || x.isNaN && y.isNaN
        case (.integer(let x), .number(let y)), (.number(let y), .integer(let x)): return Int(exactly: y) == x
        case (.string(let x), .string(let y)): return x == y
        case (.array(let x), .array(let y)): return x == y
        case (.object(let x), .object(let y)):
            guard x.count == y.count else { return false }
            if zip(x, y).allSatisfy({ $0.key == $1.key }) { return zip(x, y).allSatisfy { $0.value == $1.value } }
            let members = Dictionary(y.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
            return members.count == y.count && x.allSatisfy { members[$0.key] == $0.value }
        default: return false
        }
    }

    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let bool): hasher.combine(bool)
        case .integer(let integer): hasher.combine(integer)
        case .number(let double):
            if let integer = Int(exactly: double) { hasher.combine(integer) } else { hasher.combine(double.isNaN ? .infinity : double) }
        case .string(let string): hasher.combine(string)
        case .array(let items): hasher.combine(items)
        case .object(let members):
            hasher.combine(members.count)
            // A sum does not depend on the order of its parts.
            var sum = 0
            for (key, value) in members {
                var one = Hasher()
                one.combine(key)
                one.combine(value)
                sum &+= one.finalize()
            }
            hasher.combine(sum)
        }
    }
}
