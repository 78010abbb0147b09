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
    public func defaults(for node: Node) -> Node { defaults(for: node, memory: nil) }

    func defaults(for node: Node, memory: PatternMemory?) -> Node {
        SchemaValidator.run(compiled, [], memory) { validator in
            var filler = DefaultFiller(compiled: compiled, validator: validator)
            return filler.fill(node, [0], open: []) ?? node
        }
    }
}

private struct DefaultFiller {
    let compiled: CompiledSchema
    var validator: SchemaValidator
    /// How many more defaults may be filled in.
    var room = Schema.Limits.defaults

    /// - Parameter open: the schemas whose defaults are being filled in around the value; none is filled in within itself.
    /// - Returns: nil where nothing is filled in, so that what stays as it is need not be copied.
    mutating func fill(_ node: Node, _ starts: [Int], open: Set<Int>) -> Node? {
        guard starts.contains(where: { compiled.holdsDefaults[$0] }) else { return nil }
        return filled(node, starts, open: open)
    }

    private mutating func filled(_ node: Node, _ starts: [Int], open: Set<Int>) -> Node? {
        switch node.value {
        case .map(let map):
            let rules = applying(starts, to: node)
            return rules.isEmpty ? nil : fill(map, of: node, rules, open: open)
        case .list(let items):
            let rules = applying(starts, to: node)
            return rules.isEmpty ? nil : fill(items, of: node, rules, open: open)
        default: return nil
        }
    }

    /// The rules that hold for a value, outermost first; those that lead to no default are left out.
    private mutating func applying(_ starts: [Int], to node: Node) -> [Int] {
        var found: [Int] = []
        for start in starts where compiled.holdsDefaults[start] && !found.contains(start) { found.append(start) }
        // Few rules hold for one value; a set is made only where looking through them would cost more.
        var seen: Set<Int>?
        var position = 0
        while position < found.count {
            if let box = compiled.rules[found[position]].boxedBranches {
                let branches = box.content
                var inner = members(of: found[position], for: node)
                if let reference = branches.reference { inner.insert(reference, at: 0) }
                for branch in branches.any + branches.one where compiled.holdsDefaults[branch] && validator.test(branch, node) {
                    inner.append(branch)
                }
                let conditional = [branches.then, branches.otherwise].compactMap(\.self)
                if let condition = branches.condition, conditional.contains(where: { compiled.holdsDefaults[$0] }) {
                    inner += [validator.test(condition, node) ? branches.then : branches.otherwise].compactMap(\.self)
                }
                for rule in inner where compiled.holdsDefaults[rule] {
                    if found.count < 16 {
                        if !found.contains(rule) { found.append(rule) }
                        continue
                    }
                    var rules = seen ?? Set(found)
                    seen = nil
                    if rules.insert(rule).inserted { found.append(rule) }
                    seen = rules
                }
            }
            position += 1
        }
        return found
    }

    /// The members of `allOf` that may say something of a value.
    private func members(of rule: Int, for node: Node) -> [Int] {
        guard let choice = compiled.rules[rule].branchSwitch, let map = node.map else {
            return compiled.rules[rule].boxedBranches?.content.all ?? []
        }
        let members = choice.members(for: map)
        return choice.others.isEmpty ? members : (choice.others + members).sorted()
    }

    private mutating func fill(_ map: NodeMap, of node: Node, _ rules: [Int], open: Set<Int>) -> Node? {
        let boxes = rules.compactMap { compiled.rules[$0].boxedMap }
        if boxes.isEmpty { return nil }
        var pairs = map.pairs
        var isChanged = false
        for position in map.pairs.indices {
            switch map.pairs[position].value.value {
            case .map, .list: break
            default: continue
            }
            let inner = self.rules(for: map.pairs[position].key, boxes)
            guard !inner.isEmpty, let value = fill(map.pairs[position].value, inner, open: open) else { continue }
            pairs[position].value = value
            isChanged = true
        }
        var present: Set<Name>?
        for box in boxes {
            for (position, property) in box.content.properties.enumerated() where room > 0 {
                guard let inner = property.rule, compiled.holdsDefaults[inner], !open.contains(inner) else { continue }
                guard let value = defaultValue(of: inner) else { continue }
                let key = box.content.names.names[position]
                // A set of the keys is made only where looking at each would cost more.
                if pairs.count < 24 {
                    if pairs.contains(where: { Name.equal($0.key, key) }) { continue }
                } else {
                    guard present.add(key, to: pairs) else { continue }
                }
                room -= 1
                let isCollection = value.map != nil || value.list != nil
                let filled = isCollection ? fill(value, self.rules(for: key, boxes), open: open.union([inner])) : nil
                pairs.append(.init(key: key, keySpan: value.span, value: filled ?? value))
                isChanged = true
            }
        }
        return !isChanged ? nil : Node(.map(NodeMap(pairs)), at: node.span)
    }

    private mutating func fill(_ items: [Node], of node: Node, _ rules: [Int], open: Set<Int>) -> Node? {
        var lists = rules.compactMap { compiled.rules[$0].list }
        lists.removeAll { $0.prefix.isEmpty && $0.items == nil }
        if lists.isEmpty { return nil }
        var filled = items
        var isChanged = false
        let longest = lists.reduce(0) { max($0, $1.prefix.count) }
        let rest = lists.compactMap(\.items)
        for position in items.indices {
            let inner = position < longest ? lists.compactMap { position < $0.prefix.count ? $0.prefix[position] : $0.items } : rest
            guard !inner.isEmpty, let value = fill(items[position], inner, open: open) else { continue }
            filled[position] = value
            isChanged = true
        }
        return isChanged ? Node(.list(filled), at: node.span) : nil
    }

    /// The rules for the value of a key that lead to a default.
    private func rules(for key: String, _ boxes: [CompiledRule.Box<SchemaRule.MapChecks>]) -> [Int] {
        var found: [Int] = []
        for box in boxes {
            let declared = box.content.names.position(of: key).flatMap { box.content.properties[$0].rule }
            let matching = box.content.patterns.isEmpty ? [] : box.content.patterns.filter { $0.0.pattern.matches(key) }.map(\.rule)
            let additional = declared == nil && matching.isEmpty ? box.content.additional : nil
            if let rule = declared ?? additional, compiled.holdsDefaults[rule] { found.append(rule) }
            found += matching.filter { compiled.holdsDefaults[$0] }
        }
        return found
    }

    /// The default of a rule, or of one that holds with it.
    private func defaultValue(of rule: Int) -> Node? {
        if let value = compiled.rules[rule].annotations?.defaultValue { return value }
        guard compiled.rules[rule].hasBranches else { return nil }
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

extension Set<Name>? {
    /// Adds a key to those of a map, which are gathered the first time that one is asked for; false if it was there.
    fileprivate mutating func add(_ key: String, to pairs: [NodeMap.Pair]) -> Bool {
        var names = self ?? Set(pairs.lazy.map { Name($0.key) })
        self = nil
        defer { self = names }
        return names.insert(Name(key)).inserted
    }
}
