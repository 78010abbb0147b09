/// The types that a schema's `type` allows.
struct ValueTypes: OptionSet, Sendable, Hashable {
    let rawValue: UInt8

    static let null = ValueTypes(rawValue: 1)
    static let boolean = ValueTypes(rawValue: 2)
    static let integer = ValueTypes(rawValue: 4)
    static let number = ValueTypes(rawValue: 8)
    static let string = ValueTypes(rawValue: 16)
    static let array = ValueTypes(rawValue: 32)
    static let object = ValueTypes(rawValue: 64)
    static let any = ValueTypes(rawValue: 127)

    static let names: [(name: String, type: ValueTypes)] = [
        ("null", .null), ("boolean", .boolean), ("integer", .integer), ("number", .number), ("string", .string), ("array", .array),
        ("object", .object),
    ]

    func allows(_ node: Node) -> Bool {
        switch node.value {
        case .null: contains(.null)
        case .bool: contains(.boolean)
        case .number(let number): allows(number)
        case .string: contains(.string)
        case .list: contains(.array)
        case .map: contains(.object)
        }
    }

    private func allows(_ number: Number) -> Bool {
        switch number.storage {
        case .integer: return contains(.integer) || contains(.number)
        case .decimal(let double, let literal):
            // JSON has no infinity and no not-a-number; 1e400 is a number, and beyond a double.
            if !double.isFinite && !literal.contains(where: \.isNumber) { return false }
            if contains(.number) { return true }
            return contains(.integer) && ExactDecimal(number)?.isInteger ?? false
        }
    }
}
