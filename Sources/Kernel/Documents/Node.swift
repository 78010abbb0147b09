/// A value read from a YAML or JSON file, with the place of each of its parts.
///
/// A tree of nodes is what schemas check, layers compose and manifests are read from. Where a node came from an alias,
/// its span is the alias's, so that diagnostics point at the line a person has to look at.
public struct Node: Sendable {
    /// The seven kinds of value that YAML's core schema and JSON have in common.
    public enum Value: Sendable {
        case null
        case bool(Bool)
        case number(Number)
        case string(String)
        case list([Node])
        case map(NodeMap)
    }

    public var value: Value
    public var span: SourceSpan

    public init(_ value: Value, at span: SourceSpan) {
        self.value = value
        self.span = span
    }
}

extension Node {
    public var string: String? { if case .string(let s) = value { s } else { nil } }
    public var bool: Bool? { if case .bool(let b) = value { b } else { nil } }
    public var number: Number? { if case .number(let n) = value { n } else { nil } }
    /// The value as an integer, if it is a number without a fraction that fits.
    public var integer: Int? { number?.integer }
    public var list: [Node]? { if case .list(let l) = value { l } else { nil } }
    public var map: NodeMap? { if case .map(let m) = value { m } else { nil } }
    public var isNull: Bool { if case .null = value { true } else { false } }
    /// The value of that key, if this is a map that has it.
    public subscript(key: String) -> Node? { map?[key] }
}
