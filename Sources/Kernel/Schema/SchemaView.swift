/// What a schema says of one place, for composition and for editors: everything that may hold there, taken together.
///
/// A view is found by walking from `schema.root`. It follows `$ref` and takes in `allOf`, `anyOf`, `oneOf`, `then`
/// and `else`, so that a key
/// which only one branch knows is found too. Where several of them say something, the outermost and first one counts.
/// A view costs no more than a short array, and schemas that refer to themselves can be walked as deep as one likes:
/// ```swift
/// schema.root.property("parts").item.identity   // "part"
/// ```
public struct SchemaView: Sendable {
    private let compiled: CompiledSchema
    /// All rules that may hold here, outermost first.
    private let rules: [Int]

    init(_ compiled: CompiledSchema, _ starts: [Int]) {
        self.compiled = compiled
        rules = Self.closure(compiled, starts)
    }

    private static func closure(_ compiled: CompiledSchema, _ starts: [Int]) -> [Int] {
        if starts.count == 1, !compiled.rules[starts[0]].hasBranches { return starts }
        var found: [Int] = []
        var seen: Set<Int> = []
        for start in starts where seen.insert(start).inserted { found.append(start) }
        var position = 0
        while position < found.count {
            if let branches = compiled.rules[found[position]].branches {
                let inner = [branches.reference].compactMap(\.self) + branches.all + branches.any + branches.one
                let conditional = branches.condition == nil ? [] : [branches.then, branches.otherwise].compactMap(\.self)
                for rule in inner + conditional where seen.insert(rule).inserted { found.append(rule) }
            }
            position += 1
        }
        return found
    }

    private func first<Value>(_ annotation: (SchemaRule.Annotations) -> Value?) -> Value? {
        for rule in rules {
            if let annotations = compiled.rules[rule].annotations, let value = annotation(annotations) { return value }
        }
        return nil
    }

    // MARK: Places

    /// The view of the value of that key; empty where the schema knows nothing of it.
    public func property(_ key: String) -> SchemaView {
        var found: [Int] = []
        for rule in rules {
            guard let map = compiled.rules[rule].map else { continue }
            let declared = map.names.position(of: key).flatMap { map.properties[$0].rule }
            let matching = map.patterns.filter { $0.0.pattern.matches(key) }.map(\.rule)
            found += [declared].compactMap(\.self) + matching
            if declared == nil && matching.isEmpty, let additional = map.additional { found.append(additional) }
        }
        return SchemaView(compiled, found.filter { !compiled.rules[$0].isNever })
    }

    /// The view of the items of a list, by `items`; empty where there is none.
    public var item: SchemaView {
        SchemaView(compiled, rules.compactMap { compiled.rules[$0].list?.items }.filter { !compiled.rules[$0].isNever })
    }

    /// The keys that are named in `properties`, in the order of the schema.
    public var propertyNames: [String] { declared.map(\.0) }

    /// The keys that are named in `properties`, each with its view, in the order of the schema.
    public var declaredProperties: [(String, SchemaView)] { declared.map { ($0.0, property($0.0)) } }

    private var declared: [(String, Int)] {
        var seen: Set<Name> = []
        var result: [(String, Int)] = []
        for rule in rules {
            guard let map = compiled.rules[rule].map else { continue }
            for (position, property) in map.properties.enumerated() {
                guard let inner = property.rule, !compiled.rules[inner].isNever else { continue }
                let name = map.names.names[position]
                if seen.insert(Name(name)).inserted { result.append((name, inner)) }
            }
        }
        return result
    }

    // MARK: What is said of this place

    /// Whether the schema says nothing of this place.
    public var isEmpty: Bool { rules.isEmpty }

    /// The key by which items of a list are told apart, from the annotation `identity` of the items' schema.
    public var identity: String? { first(\.identity) }

    /// Whether the value may change while an offering runs.
    public var running: RunningChange? { first(\.running) }

    /// The unit of the value.
    public var unit: String? { first(\.unit) }

    /// Whether composition replaces the value as a whole.
    public var atomic: Bool { first(\.atomic) ?? false }

    public var title: Text? { first(\.title) }

    public var description: Text? { first(\.description) }

    /// The value that stands for an absent one, with the place where the schema gives it.
    public var defaultValue: Node? { first(\.defaultValue) }

    /// Whether the place is a map with keys of the writer's choosing: it has a schema for values of keys that it does not name.
    public var isMapLike: Bool {
        rules.contains { rule in
            guard let map = compiled.rules[rule].map else { return false }
            return !map.patterns.isEmpty || map.additional.map { !compiled.rules[$0].isNever } ?? false
        }
    }
}

extension Schema {
    /// The view of the whole document.
    public var root: SchemaView { SchemaView(compiled, [0]) }
}
