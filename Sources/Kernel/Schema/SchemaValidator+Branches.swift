extension SchemaValidator {
    mutating func checkBranches(_ rule: Int, _ node: Node) -> Bool {
        guard let box = rules[rule].boxedBranches else { return true }
        var isRight = true
        if let reference = box.content.reference, !check(reference, node) {
            isRight = false
            if !isCollecting { return false }
        }
        if !isCollecting, let map = node.map, let choice = rules[rule].branchSwitch {
            for inner in choice.others where !check(inner, node) { return false }
            for inner in choice.members(for: map) where !check(inner, node) { return false }
        } else {
            for inner in box.content.all where !check(inner, node) {
                isRight = false
                if !isCollecting || isExhausted { return false }
            }
        }
        if let condition = box.content.condition, box.content.then != nil || box.content.otherwise != nil {
            if let chosen = chosen(box, condition, node), !check(chosen, node) {
                isRight = false
                if !isCollecting { return false }
            }
        }
        if !box.content.any.isEmpty && !box.content.any.contains(where: { test($0, node) }) {
            isRight = false
            if !isCollecting || isExhausted { return false }
            explain(box.content.any, rule, node)
        }
        if !box.content.one.isEmpty && !checkOne(box.content.one, rule, node) {
            isRight = false
            if !isCollecting { return false }
        }
        if let not = box.content.not, testStrictly(not, node), !isExhausted { isRight = fail(.forbidden, rule, node, at: keySpan) }
        return isRight
    }

    /// The branch that a condition leads to, `then` or `else`.
    ///
    /// In a layer, a condition that fails only because the layer is a part decides nothing.
    private mutating func chosen(_ box: CompiledRule.Box<SchemaRule.Branches>, _ condition: Int, _ node: Node) -> Int? {
        if testStrictly(condition, node) { return box.content.then }
        if isPartial && test(condition, node) { return nil }
        return box.content.otherwise
    }

    private mutating func checkOne(_ branches: [Int], _ rule: Int, _ node: Node) -> Bool {
        var fitting: [Int] = []
        for branch in branches {
            if isExhausted { return false }
            guard test(branch, node) else { continue }
            fitting.append(branch)
            // A layer may fit several branches until it is whole.
            if fitting.count > 1 && !isCollecting && !isPartial { return false }
        }
        if fitting.count == 1 || isPartial && !fitting.isEmpty { return true }
        if fitting.isEmpty {
            if isCollecting && !isExhausted { explain(branches, rule, node) }
            return false
        }
        return fail(.several(fitting), rule, node, at: keySpan)
    }

    /// Keeps what is wrong in the branch that fits best.
    private mutating func explain(_ branches: [Int], _ rule: Int, _ node: Node) {
        let outer = failures
        let outerUnkept = unkept
        var tries: [BranchTry] = []
        for branch in branches {
            if isExhausted { break }
            failures = []
            _ = check(branch, node)
            tries.append(BranchTry(rule: branch, failures: failures, level: level))
        }
        failures = outer
        unkept = outerUnkept
        let chosen = BranchChoice.failures(of: tries, rule: rule, node: node, level: level, isKey: isKey)
        for failure in chosen where failures.count < Schema.Limits.faults { failures.append(failure) }
    }
}
