extension SchemaValidator {
    mutating func checkMap(_ rule: Int, _ map: NodeMap, _ node: Node) -> Bool {
        guard let box = rules[rule].boxedMap else { return true }
        return checkMap(box, rule, map, node)
    }

    /// - Parameter box: the checks, read where they lie, since copying them for each map costs more than most of them.
    private mutating func checkMap(_ box: CompiledRule.Box<SchemaRule.MapChecks>, _ rule: Int, _ map: NodeMap, _ node: Node) -> Bool {
        var isRight = true
        if map.count > box.content.most || map.count < box.content.least && !isPartial {
            isRight = fail(.keyCount(least: box.content.least, most: box.content.most), rule, node, at: keySpan)
            if !isCollecting { return false }
        }
        var found = 0
        // By position: copying the pairs would cost more than most checks.
        for number in map.pairs.indices {
            let key = map.pairs[number].key
            let position = box.content.properties.isEmpty ? nil : box.content.names.position(of: key)
            if let position, box.content.properties[position].isRequired { found += 1 }
            if checkPair(map, number, position.flatMap { box.content.properties[$0].rule }, box, rule, node) { continue }
            isRight = false
            if !isCollecting || isExhausted { return false }
        }
        if found < box.content.requiredCount && (!isPartial || rules[rule].hasIdentity && !hasIdentity(rule, map)) {
            isRight = false
            if !isCollecting { return false }
            reportMissing(box, map, rule, node)
        }
        if !box.content.dependent.isEmpty && !isPartial && !checkDependent(box, map, rule, node) { isRight = false }
        return isRight
    }

    private mutating func checkPair(
        _ map: NodeMap, _ number: Int, _ property: Int?, _ box: CompiledRule.Box<SchemaRule.MapChecks>, _ rule: Int, _ node: Node
    ) -> Bool {
        var isRight = true
        if let names = box.content.propertyNames, !checkKey(names, map, number) {
            isRight = false
            if !isCollecting { return false }
        }
        var isKnown = false
        if let property {
            isKnown = true
            if !checkValue(map, number, property, node) {
                isRight = false
                if !isCollecting { return false }
            }
        }
        for (pattern, inner) in box.content.patterns {
            guard spend(1) else { return false }
            guard matches(pattern, map.pairs[number].key) else { continue }
            isKnown = true
            if !checkValue(map, number, inner, node) {
                isRight = false
                if !isCollecting { return false }
            }
        }
        guard !isKnown, let additional = box.content.additional else { return isRight }
        if rules[additional].isNever {
            return fail(.unknownKey(rules: [rule]), rule, node, at: map.pairs[number].keySpan, key: map.pairs[number].key)
        }
        return checkValue(map, number, additional, node) && isRight
    }

    private mutating func checkValue(_ map: NodeMap, _ number: Int, _ rule: Int, _ node: Node) -> Bool {
        if rules[rule].isNever { return fail(.never, rule, node, at: map.pairs[number].keySpan, key: map.pairs[number].key) }
        let saved = keySpan
        keySpan = map.pairs[number].keySpan
        level += 1
        defer {
            level -= 1
            keySpan = saved
        }
        return check(rule, map.pairs[number].value)
    }

    private mutating func checkKey(_ rule: Int, _ map: NodeMap, _ number: Int) -> Bool {
        let wasKey = isKey
        isKey = true
        level += 1
        defer {
            isKey = wasKey
            level -= 1
        }
        return check(rule, Node(.string(map.pairs[number].key), at: map.pairs[number].keySpan))
    }

    /// Where to point for something that a map lacks: at its key, or where it starts.
    private func place(of node: Node) -> SourceSpan {
        keySpan ?? SourceSpan(file: node.span.file, start: node.span.start, end: node.span.start)
    }

    private func hasIdentity(_ rule: Int, _ map: NodeMap) -> Bool {
        rules[rule].annotations?.identity.map { map.position(of: $0) != nil } ?? true
    }

    private mutating func reportMissing(_ box: CompiledRule.Box<SchemaRule.MapChecks>, _ map: NodeMap, _ rule: Int, _ node: Node) {
        var present = Set<Name>(minimumCapacity: map.count)
        for pair in map.pairs { present.insert(Name(pair.key)) }
        for (position, property) in box.content.properties.enumerated() where property.isRequired {
            let name = box.content.names.names[position]
            if isPartial && name != rules[rule].annotations?.identity { continue }
            if !present.contains(Name(name)) { _ = fail(.missingKey(name, for: nil), rule, node, at: place(of: node), key: name) }
        }
    }

    private mutating func checkDependent(_ box: CompiledRule.Box<SchemaRule.MapChecks>, _ map: NodeMap, _ rule: Int, _ node: Node) -> Bool {
        guard spend(map.count) else { return false }
        var present: [Name: SourceSpan] = [:]
        for pair in map.pairs { present[Name(pair.key)] = pair.keySpan }
        var isRight = true
        for (key, needs) in box.content.dependent {
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
