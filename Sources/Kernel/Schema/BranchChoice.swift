/// What is wrong with a value by one branch of `anyOf` or `oneOf`.
struct BranchTry {
    let rule: Int
    let failures: [SchemaFailure]
    /// How far the branch is from what the person meant; the smallest fits best.
    let distance: [Int]

    init(rule: Int, failures: [SchemaFailure], level: Int) {
        self.rule = rule
        self.failures = failures
        let own = failures.filter { $0.level == level && !$0.isKey }
        let wrongKind = own.contains { if case .type = $0.kind { true } else if case .never = $0.kind { $0.key == nil } else { false } }
        let wrongValue = own.contains { if case .value = $0.kind { true } else { false } }
        // A key whose value tells the branches apart, such as `kind: {const: …}`.
        let discriminators = failures.count { failure in
            if failure.level == level + 1, !failure.isKey, case .value = failure.kind { true } else { false }
        }
        let missing = own.count { if case .missingKey = $0.kind { true } else { false } }
        let unknown = own.count { if case .unknownKey = $0.kind { true } else { false } }
        // A misspelt key is both unknown and missing; it counts once.
        let keys = max(missing, unknown)
        distance = [wrongKind ? 1 : 0, wrongValue ? 1 : 0, discriminators, keys, own.count - missing - unknown, failures.count]
    }
}

/// Chooses what to say of a value that fits no branch.
enum BranchChoice {
    static func failures(of tries: [BranchTry], rule: Int, node: Node, level: Int, isKey: Bool) -> [SchemaFailure] {
        guard let best = tries.min(by: { $0.distance.lexicographicallyPrecedes($1.distance) }) else { return [] }
        if let merged = values(tries, rule: rule, node: node, level: level, isKey: isKey) { return [merged] }
        var failures = best.failures
        let equals = tries.filter { $0.distance == best.distance }
        if equals.count > 1 {
            if let value = discriminator(equals, level: level) { return [value] }
            let keys = unknownKeys(equals, level: level)
            if !keys.isEmpty { return keys }
        }
        guard tries.count > 1 else { return failures }
        // Deeper down the form is plain from what surrounds the fault.
        for index in failures.indices where failures[index].branch == nil && failures[index].level <= level + 1 {
            failures[index].branch = (best.rule, tries.count)
        }
        return failures
    }

    /// All branches want another type or another value: one failure that lists what they want.
    private static func values(_ tries: [BranchTry], rule: Int, node: Node, level: Int, isKey: Bool) -> SchemaFailure? {
        var types: ValueTypes = []
        var values: [Node] = []
        for attempt in tries {
            guard attempt.failures.count == 1, let failure = attempt.failures.first, failure.level == level, failure.key == nil else {
                return nil
            }
            switch failure.kind {
            case .type(let more): types.formUnion(more)
            case .value(let more): values += more
            default: return nil
            }
        }
        guard var first = tries.first?.failures.first else { return nil }
        if values.isEmpty {
            first.kind = .type(types)
        } else {
            first.kind = types.isEmpty ? .value(values) : .either(types, values)
        }
        first.rule = rule
        return first
    }

    /// All branches want another value of the same key: one failure that lists the values.
    private static func discriminator(_ tries: [BranchTry], level: Int) -> SchemaFailure? {
        var values: [Node] = []
        var result: SchemaFailure?
        for attempt in tries {
            let found = attempt.failures.first { failure in
                if failure.level == level + 1, !failure.isKey, case .value = failure.kind {
                    result == nil || result?.span == failure.span
                } else {
                    false
                }
            }
            guard let found, case .value(let more) = found.kind else { return nil }
            values += more
            result = found
        }
        result?.kind = .value(values)
        return result
    }

    /// All branches refuse the same keys: what any of them would take.
    private static func unknownKeys(_ tries: [BranchTry], level: Int) -> [SchemaFailure] {
        var result: [SchemaFailure] = []
        for failure in tries[0].failures {
            guard failure.level == level, case .unknownKey = failure.kind else { continue }
            var rules: [Int] = []
            for attempt in tries {
                let same = attempt.failures.first { other in
                    if other.span == failure.span, case .unknownKey = other.kind { true } else { false }
                }
                if let same, case .unknownKey(let more) = same.kind { rules += more }
            }
            guard rules.count >= tries.count else { continue }
            var merged = failure
            merged.kind = .unknownKey(rules: rules)
            result.append(merged)
        }
        return result
    }
}
