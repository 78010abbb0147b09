/// Checks one value by the rules of a schema.
///
/// First it asks only whether the value is right, and stops at the first failure. A value that is wrong is checked once more with
/// `isCollecting`, which goes through everything and keeps what it finds.
struct SchemaValidator {
    let rules: UnsafeBufferPointer<CompiledRule>
    /// Whether what only a whole can satisfy is passed over.
    var isPartial: Bool
    var isCollecting = false
    var failures: [SchemaFailure] = []
    /// Failures beyond the most that are kept.
    var unkept = 0
    var steps = Schema.Limits.steps
    var isExhausted = false
    var depth = 0
    /// How deep the value under check lies in the whole.
    var level = 0
    /// The key that the value under check belongs to.
    var keySpan: SourceSpan?
    var isKey = false
    private let memory: PatternMemory

    /// - Parameter memory: the automata of this schema, if there are any already.
    static func run<Result>(
        _ schema: CompiledSchema, _ options: ValidationOptions, _ memory: PatternMemory? = nil, _ body: (inout Self) -> Result
    ) -> Result {
        schema.rules.withUnsafeBufferPointer { rules in
            var validator = Self(rules: rules, memory: memory ?? PatternMemory(schema), isPartial: options.contains(.partial))
            return body(&validator)
        }
    }

    private init(rules: UnsafeBufferPointer<CompiledRule>, memory: PatternMemory, isPartial: Bool) {
        self.rules = rules
        self.memory = memory
        self.isPartial = isPartial
    }

    /// Takes steps from what a validation may cost; false when there are none left.
    mutating func spend(_ count: Int) -> Bool {
        steps -= count
        if steps < 0 { isExhausted = true }
        return !isExhausted
    }

    /// Takes the steps of reading a value with all that is in it.
    mutating func spend(readingWhole node: Node) -> Bool {
        let limit = max(0, steps) * 4
        let size = node.size(limit: limit)
        return spend(size >= limit ? max(1, steps) + 1 : size / 4)
    }

    /// Notes a failure; always false.
    mutating func fail(
        _ kind: @autoclosure () -> SchemaFailure.Kind, _ rule: Int, _ node: Node, at span: SourceSpan? = nil, key: String? = nil
    ) -> Bool {
        guard isCollecting, !isExhausted else { return false }
        guard failures.count < Schema.Limits.faults else {
            unkept += 1
            return false
        }
        failures.append(
            SchemaFailure(kind: kind(), rule: rule, span: span ?? node.span, node: node, key: key, level: level, isKey: isKey, branch: nil))
        return false
    }

    /// Whether the value satisfies the rule.
    mutating func check(_ rule: Int, _ node: Node) -> Bool {
        // A schema that is nothing but a reference says what the other says; only a report has to know of both.
        var rule = rule
        var hops = 0
        while !isCollecting && rules[rule].forwardsTo >= 0 && spend(1) && depth + hops < Schema.Limits.depth {
            rule = Int(rules[rule].forwardsTo)
            hops += 1
        }
        guard spend(1), depth + hops < Schema.Limits.depth else {
            isExhausted = true
            return false
        }
        if rules[rule].isNever { return fail(.never, rule, node) }
        if rules[rule].types != .any && !rules[rule].types.allows(node) { return failType(rule, node) }
        if rules[rule].hasEnumeration && !checkValue(rule, node) { return false }
        depth += 1 + hops
        let wasPartial = isPartial
        if rules[rule].isAtomic { isPartial = false }
        defer {
            depth -= 1 + hops
            isPartial = wasPartial
        }
        var isRight = true
        switch node.value {
        case .string(let text): if rules[rule].hasText { isRight = checkText(rule, text, node) }
        case .number(let number): if rules[rule].hasNumber { isRight = checkNumber(rule, number, node) }
        case .list(let items): if rules[rule].hasList { isRight = checkList(rule, items, node) }
        case .map(let map): if rules[rule].hasMap { isRight = checkMap(rule, map, node) }
        case .null, .bool: break
        }
        if !isRight && !isCollecting { return false }
        if rules[rule].hasBranches && !checkBranches(rule, node) { isRight = false }
        return isRight
    }

    private mutating func failType(_ rule: Int, _ node: Node) -> Bool {
        let types = rules[rule].types
        return fail(.type(types), rule, node)
    }

    /// Whether the value satisfies the rule, without keeping what is wrong.
    mutating func test(_ rule: Int, _ node: Node) -> Bool {
        let wasCollecting = isCollecting
        isCollecting = false
        defer { isCollecting = wasCollecting }
        return check(rule, node)
    }

    /// The same by the whole of the rule, also in a layer.
    mutating func testStrictly(_ rule: Int, _ node: Node) -> Bool {
        let wasPartial = isPartial
        isPartial = false
        defer { isPartial = wasPartial }
        return test(rule, node)
    }

    private mutating func checkValue(_ rule: Int, _ node: Node) -> Bool {
        guard let box = rules[rule].boxedEnumeration else { return true }
        let enumeration = box.content
        if case .string(let text) = node.value {
            return enumeration.contains(text) || fail(.value(enumeration.values), rule, node)
        } else {
            let isCollection = node.list != nil || node.map != nil
            if !isCollection || enumeration.hasCollections { guard spend(readingWhole: node) else { return false } }
        }
        return enumeration.contains(node) || fail(.value(enumeration.values), rule, node)
    }

    // MARK: Texts and numbers

    private mutating func checkText(_ rule: Int, _ text: String, _ node: Node) -> Bool {
        guard let box = rules[rule].boxedText else { return true }
        let bytes = text.utf8.count
        guard spend(bytes / 64) else { return false }
        var isRight = true
        let (least, most) = (box.content.least, box.content.most)
        // A scalar takes one to four bytes.
        if bytes > most || bytes / 4 < least {
            let count = text.unicodeScalars.count
            if count > most || count < least {
                isRight = fail(.length(least: least, most: most), rule, node)
                if !isCollecting { return false }
            }
        }
        if let pattern = box.content.pattern, !matches(pattern, text) {
            isRight = fail(.pattern(pattern.pattern.source), rule, node)
            if !isCollecting { return false }
        }
        if let format = box.content.format, !format.accepts(text) { isRight = fail(.format(format), rule, node) }
        return isRight
    }

    mutating func matches(_ pattern: SchemaRule.NumberedPattern, _ text: String) -> Bool {
        let entry = memory.entry(pattern)
        guard let result = entry.matcher.matches(text, limit: max(0, steps) * 8) else {
            isExhausted = true
            return false
        }
        guard spend(entry.matcher.work / 8 + text.utf8.count / 32) else { return false }
        memory.spend(entry.matcher.work)
        return result
    }

    private mutating func checkNumber(_ rule: Int, _ number: Number, _ node: Node) -> Bool {
        guard let box = rules[rule].boxedNumber else { return true }
        if case .decimal(_, let literal) = number.storage { guard spend(literal.utf8.count / 8) else { return false } }
        var isRight = true
        let isWithin =
            keeps(box.content.minimum, -1, true, rule, number, node, &isRight)
            && keeps(box.content.maximum, 1, true, rule, number, node, &isRight)
            && keeps(box.content.exclusiveMinimum, -1, false, rule, number, node, &isRight)
            && keeps(box.content.exclusiveMaximum, 1, false, rule, number, node, &isRight)
        guard isWithin else { return false }
        guard let divisor = box.content.divisor else { return isRight }
        if case .integer(let integer) = number.storage {
            return divisor.divides(integer) ? isRight : fail(.notMultiple(box.content.divisorText), rule, node)
        }
        guard let exact = ExactDecimal(number) else { return fail(.incomparable, rule, node) }
        return divisor.divides(exact) ? isRight : fail(.notMultiple(box.content.divisorText), rule, node)
    }
    /// Holds a number against one bound; false where checking ends.
    ///
    /// - Parameter sign: -1 for a bound that the number may not lie below, 1 for one that it may not lie above.
    private mutating func keeps(
        _ limit: SchemaRule.Limit?, _ sign: Int, _ isAllowed: Bool, _ rule: Int, _ number: Number, _ node: Node, _ isRight: inout Bool
    ) -> Bool {
        guard let limit else { return true }
        guard let order = limit.bound.compare(number) else { return fail(.incomparable, rule, node) }
        guard order == sign || order == 0 && !isAllowed else { return true }
        isRight = fail(sign < 0 ? .below(limit.text, isAllowed: isAllowed) : .above(limit.text, isAllowed: isAllowed), rule, node)
        return isCollecting
    }
}
