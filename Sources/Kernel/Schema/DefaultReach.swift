/// Finds the rules at or below which a default lies.
enum DefaultReach {
    /// - Returns: by position of the rule; found backwards from the defaults, so that rules that refer to themselves end.
    static func compute(_ rules: [CompiledRule]) -> [Bool] {
        var reached = rules.map { $0.annotations?.defaultValue != nil }
        guard reached.contains(true) else { return reached }
        var askers = [[Int]](repeating: [], count: rules.count)
        for (asker, rule) in rules.enumerated() { for inner in below(rule) { askers[inner].append(asker) } }
        var open = reached.indices.filter { reached[$0] }
        while let rule = open.popLast() {
            for asker in askers[rule] where !reached[asker] {
                reached[asker] = true
                open.append(asker)
            }
        }
        return reached
    }

    /// The rules that filling in goes on to from one.
    private static func below(_ rule: CompiledRule) -> [Int] {
        var inner: [Int] = []
        if let branches = rule.branches {
            inner += [branches.reference, branches.then, branches.otherwise].compactMap(\.self)
            inner += branches.all + branches.any + branches.one
        }
        if let list = rule.list { inner += list.prefix + [list.items].compactMap(\.self) }
        if let map = rule.map {
            inner += map.properties.compactMap(\.rule) + map.patterns.map(\.rule) + [map.additional].compactMap(\.self)
        }
        return inner
    }
}
