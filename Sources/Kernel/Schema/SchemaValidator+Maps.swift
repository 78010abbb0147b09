extension SchemaValidator {
    mutating func checkMap(_ rule: Int, _ map: NodeMap, _ node: Node) -> Bool {
        guard let box = rules[rule].boxedMap else { return true }
        return checkMap(box.content, rule, map, node)
    }

    /// - Parameter checks: read where they lie, since copying them for each map costs more than most checks.
    private mutating func checkMap(_ checks: borrowing SchemaRule.MapChecks, _ rule: Int, _ map: NodeMap, _ node: Node) -> Bool {
        var isRight = true
        if map.count > checks.most || map.count < checks.least && !isPartial {
            isRight = fail(.keyCount(least: checks.least, most: checks.most), rule, node, at: keySpan)
            if !isCollecting { return false }
        }
        var found = 0
        for pair in map.pairs {
            let position = checks.properties.isEmpty ? nil : checks.names.position(of: pair.key)
            if let position, checks.properties[position].isRequired { found += 1 }
            if checkPair(pair, position.flatMap { checks.properties[$0].rule }, checks, rule, node) { continue }
            isRight = false
            if !isCollecting || isExhausted { return false }
        }
        if found < checks.requiredCount && !isPartial {
            isRight = false
            if !isCollecting { return false }
            reportMissing(checks, map, rule, node)
        }
        if !checks.dependent.isEmpty && !isPartial && !checkDependent(checks, map, rule, node) { isRight = false }
        return isRight
    }

    private mutating func checkPair(
        _ pair: NodeMap.Pair, _ property: Int?, _ checks: borrowing SchemaRule.MapChecks, _ rule: Int, _ node: Node
    ) -> Bool {
        var isRight = true
        if let names = checks.propertyNames, !checkKey(names, pair) {
            isRight = false
            if !isCollecting { return false }
        }
        var isKnown = false
        if let property {
            isKnown = true
            if !checkValue(of: pair, property, node) {
                isRight = false
                if !isCollecting { return false }
            }
        }
        for (pattern, inner) in checks.patterns {
            guard spend(1) else { return false }
            guard matches(pattern, pair.key) else { continue }
            isKnown = true
            if !checkValue(of: pair, inner, node) {
                isRight = false
                if !isCollecting { return false }
            }
        }
        guard !isKnown, let additional = checks.additional else { return isRight }
        if rules[additional].isNever { return fail(.unknownKey(rules: [rule]), rule, node, at: pair.keySpan, key: pair.key) }
        return checkValue(of: pair, additional, node) && isRight
    }

    private mutating func checkValue(of pair: NodeMap.Pair, _ rule: Int, _ node: Node) -> Bool {
        if rules[rule].isNever { return fail(.never, rule, node, at: pair.keySpan, key: pair.key) }
        let saved = keySpan
        keySpan = pair.keySpan
        level += 1
        defer {
            level -= 1
            keySpan = saved
        }
        return check(rule, pair.value)
    }

    private mutating func checkKey(_ rule: Int, _ pair: NodeMap.Pair) -> Bool {
        let wasKey = isKey
        isKey = true
        level += 1
        defer {
            isKey = wasKey
            level -= 1
        }
        return check(rule, Node(.string(pair.key), at: pair.keySpan))
    }

    /// Where to point for something that a map lacks: at its key, or where it starts.
    private func place(of node: Node) -> SourceSpan {
        keySpan ?? SourceSpan(file: node.span.file, start: node.span.start, end: node.span.start)
    }

    private mutating func reportMissing(_ checks: borrowing SchemaRule.MapChecks, _ map: NodeMap, _ rule: Int, _ node: Node) {
        var present = Set<Name>(minimumCapacity: map.count)
        for pair in map.pairs { present.insert(Name(pair.key)) }
        for (position, property) in checks.properties.enumerated() where property.isRequired {
            let name = checks.names.names[position]
            if !present.contains(Name(name)) { _ = fail(.missingKey(name, for: nil), rule, node, at: place(of: node), key: name) }
        }
    }

    private mutating func checkDependent(_ checks: borrowing SchemaRule.MapChecks, _ map: NodeMap, _ rule: Int, _ node: Node) -> Bool {
        guard spend(map.count) else { return false }
        var present: [Name: SourceSpan] = [:]
        for pair in map.pairs { present[Name(pair.key)] = pair.keySpan }
        var isRight = true
        for (key, needs) in checks.dependent {
            guard spend(1) else { return false }
            guard let place = present[Name(key)] else { continue }
            for name in needs where present[Name(name)] == nil {
                isRight = fail(.missingKey(name, for: key), rule, node, at: place, key: name)
                if !isCollecting { return false }
            }
        }
        return isRight
    }
}
