extension Schema {
    /// The value with the default of every absent key filled in.
    ///
    /// Goes through the maps and lists that are there, and through the defaults that it fills in. Defaults below
    /// `anyOf`, `oneOf` and `then` or
    /// `else` count where the value satisfies the branch. The value should satisfy the schema.
    ///
    /// A default that calls for itself again is filled in once; no more than `Limits.defaults` are filled in.
    ///
    /// - Parameter node: the value.
    /// - Returns: the value; what was filled in carries the place of its `default` in the schema.
    public func defaults(for node: Node) -> Node {
        SchemaValidator.run(compiled, []) { validator in
            var filler = DefaultFiller(compiled: compiled, validator: validator)
            return filler.fill(node, [0], open: [])
        }
    }
}

private struct DefaultFiller {
    let compiled: CompiledSchema
    var validator: SchemaValidator
    /// How many more defaults may be filled in.
    var room = Schema.Limits.defaults

    /// - Parameter open: the schemas whose defaults are being filled in around the value; none is filled in within itself.
    mutating func fill(_ node: Node, _ starts: [Int], open: Set<Int>) -> Node {
        guard starts.contains(where: { compiled.holdsDefaults[$0] }) else { return node }
        return filled(node, starts, open: open)
    }

    private mutating func filled(_ node: Node, _ starts: [Int], open: Set<Int>) -> Node {
        switch node.value {
        case .map(let map): fill(map, of: node, applying(starts, to: node), open: open)
        case .list(let items): fill(items, of: node, applying(starts, to: node), open: open)
        default: node
        }
    }

    /// The rules that hold for a value, outermost first.
    private mutating func applying(_ starts: [Int], to node: Node) -> [Int] {
        var found: [Int] = []
        var seen: Set<Int> = []
        for start in starts where seen.insert(start).inserted { found.append(start) }
        var position = 0
        while position < found.count {
            if let branches = compiled.rules[found[position]].branches {
                var inner = [branches.reference].compactMap(\.self) + branches.all
                for branch in branches.any + branches.one where validator.test(branch, node) { inner.append(branch) }
                if let condition = branches.condition, branches.then != nil || branches.otherwise != nil {
                    inner += [validator.test(condition, node) ? branches.then : branches.otherwise].compactMap(\.self)
                }
                for rule in inner where seen.insert(rule).inserted { found.append(rule) }
            }
            position += 1
        }
        return found
    }

    private mutating func fill(_ map: NodeMap, of node: Node, _ rules: [Int], open: Set<Int>) -> Node {
        var pairs: [NodeMap.Pair] = []
        pairs.reserveCapacity(map.count)
        var present: Set<Name> = []
        for var pair in map.pairs {
            present.insert(Name(pair.key))
            let inner = rules.flatMap { compiled.rules[$0].map.map { self.rules(for: pair.key, $0) } ?? [] }
            if !inner.isEmpty { pair.value = fill(pair.value, inner, open: open) }
            pairs.append(pair)
        }
        for rule in rules {
            guard let checks = compiled.rules[rule].map else { continue }
            for (position, property) in checks.properties.enumerated() where room > 0 {
                guard let inner = property.rule, !present.contains(Name(checks.names.names[position])) else { continue }
                guard !open.contains(inner), let value = defaultValue(of: inner) else { continue }
                let key = checks.names.names[position]
                present.insert(Name(key))
                let all = rules.flatMap { compiled.rules[$0].map.map { self.rules(for: key, $0) } ?? [] }
                room -= 1
                let filled = fill(value, all, open: open.union([inner]))
                pairs.append(.init(key: key, keySpan: value.span, value: filled))
            }
        }
        return Node(.map(NodeMap(pairs)), at: node.span)
    }

    private mutating func fill(_ items: [Node], of node: Node, _ rules: [Int], open: Set<Int>) -> Node {
        var lists = rules.compactMap { compiled.rules[$0].list }
        lists.removeAll { $0.prefix.isEmpty && $0.items == nil }
        if lists.isEmpty { return node }
        var filled: [Node] = []
        filled.reserveCapacity(items.count)
        for (position, item) in items.enumerated() {
            let inner = lists.compactMap { position < $0.prefix.count ? $0.prefix[position] : $0.items }
            filled.append(inner.isEmpty ? item : fill(item, inner, open: open))
        }
        return Node(.list(filled), at: node.span)
    }

    private func rules(for key: String, _ map: SchemaRule.MapChecks) -> [Int] {
        let declared = map.names.position(of: key).flatMap { map.properties[$0].rule }
        let matching = map.patterns.filter { $0.0.pattern.matches(key) }.map(\.rule)
        if declared == nil && matching.isEmpty { return [map.additional].compactMap(\.self) }
        return [declared].compactMap(\.self) + matching
    }

    /// The default of a rule, or of one that holds with it.
    private func defaultValue(of rule: Int) -> Node? {
        var found = [rule]
        var seen: Set<Int> = [rule]
        var position = 0
        while position < found.count {
            let current = compiled.rules[found[position]]
            if let value = current.annotations?.defaultValue { return value }
            if let branches = current.branches {
                for inner in [branches.reference].compactMap(\.self) + branches.all where seen.insert(inner).inserted {
                    found.append(inner)
                }
            }
            position += 1
        }
        return nil
    }
}
