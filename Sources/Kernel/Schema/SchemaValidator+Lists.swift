extension SchemaValidator {
    mutating func checkList(_ rule: Int, _ items: [Node], _ node: Node) -> Bool {
        guard let box = rules[rule].boxedList else { return true }
        var isRight = true
        if items.count > box.content.most || items.count < box.content.least && !isPartial {
            isRight = fail(.itemCount(least: box.content.least, most: box.content.most), rule, node)
            if !isCollecting { return false }
        }
        if !box.content.prefix.isEmpty || box.content.items != nil {
            let saved = keySpan
            keySpan = nil
            level += 1
            for (position, item) in items.enumerated() {
                guard let inner = position < box.content.prefix.count ? box.content.prefix[position] : box.content.items else { break }
                if check(inner, item) { continue }
                isRight = false
                if !isCollecting || isExhausted { break }
            }
            level -= 1
            keySpan = saved
            if !isRight && !isCollecting { return false }
        }
        if box.content.isUnique && !checkUnique(rule, items) {
            isRight = false
            if !isCollecting { return false }
        }
        if let contains = box.content.contains, !isPartial, !items.contains(where: { test(contains, $0) }) {
            isRight = fail(.noneContained, rule, node)
        }
        return isRight
    }

    private mutating func checkUnique(_ rule: Int, _ items: [Node]) -> Bool {
        guard items.count > 1 else { return true }
        var size = 0
        let limit = max(0, steps) * 2
        for item in items where size < limit { size += item.size(limit: limit - size) }
        guard size < limit, spend(size / 2) else {
            isExhausted = true
            return false
        }
        if items.count <= 6 && size <= 64 && !isCollecting {
            for later in items.indices.dropFirst() {
                for earlier in 0..<later where NodeKey.equal(items[earlier], items[later]) { return false }
            }
            return true
        }
        var isRight = true
        var seen = [NodeKey: SourceSpan](minimumCapacity: items.count)
        for item in items {
            let key = NodeKey(item)
            guard let first = seen[key] else {
                seen[key] = item.span
                continue
            }
            isRight = fail(.repeated(first: first), rule, item)
            if !isCollecting { return false }
        }
        return isRight
    }
}
