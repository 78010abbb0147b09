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
    /// The rules that the place itself names.
    private let starts: [Int]
    /// All rules that may hold here, outermost first.
    let rules: [Int]

    /// - Parameter values: the values that choose among branches; nil takes in every branch.
    init(_ compiled: CompiledSchema, _ starts: [Int], values: [Node]? = nil) {
        self.compiled = compiled
        self.starts = starts
        rules = Self.closure(compiled, starts, values)
    }

    /// The view of a place where these values stand: only the branches that at least one of them chooses.
    ///
    /// `if` chooses `then` or `else`; of `anyOf` and `oneOf` those count that a value satisfies, and all where it satisfies none.
    /// So the settings of an activity are seen as its `kind` has them, and no other kind with a key of the same name takes part.
    ///
    /// - Parameter values: only looked at where there are branches to choose from.
    public func applying(to values: @autoclosure () -> [Node]) -> SchemaView {
        hasChoice ? SchemaView(compiled, starts, values: values()) : self
    }

    /// Whether there are branches to choose from.
    var hasChoice: Bool {
        rules.contains { rule in
            guard let branches = compiled.rules[rule].branches else { return false }
            return branches.condition != nil || branches.any.count + branches.one.count > 1
        }
    }

    private static func closure(_ compiled: CompiledSchema, _ starts: [Int], _ values: [Node]?) -> [Int] {
        if starts.count == 1, !compiled.rules[starts[0]].hasBranches { return starts }
        var found: [Int] = []
        var seen: Set<Int> = []
        for start in starts where seen.insert(start).inserted { found.append(start) }
        var position = 0
        while position < found.count {
            if let branches = compiled.rules[found[position]].branches {
                let inner = [branches.reference].compactMap(\.self) + branches.all
                let choice = values.map { chosen(branches, by: $0, compiled) } ?? all(branches)
                for rule in inner + choice where seen.insert(rule).inserted { found.append(rule) }
            }
            position += 1
        }
        return found
    }

    private static func all(_ branches: SchemaRule.Branches) -> [Int] {
        branches.any + branches.one + (branches.condition == nil ? [] : [branches.then, branches.otherwise].compactMap(\.self))
    }

    private static func chosen(_ branches: SchemaRule.Branches, by values: [Node], _ compiled: CompiledSchema) -> [Int] {
        values.flatMap { value in
            SchemaValidator.run(compiled, []) { validator in
                var found: [Int] = []
                for group in [branches.any, branches.one] where !group.isEmpty {
                    let fitting = group.filter { validator.test($0, value) }
                    found += fitting.isEmpty ? group : fitting
                }
                if let condition = branches.condition {
                    found += [validator.test(condition, value) ? branches.then : branches.otherwise].compactMap(\.self)
                }
                return found
            }
        }
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
