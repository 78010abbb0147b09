/// Judges a participant against the tree of a variant's requirements: `all`, `any`, `at-least`, and the rules of modules as leaves.
struct Requirements {
    let live: LiveConfiguration

    /// The outcome of the whole tree.
    func fulfilment(_ reading: any CompletionReading) throws -> Fulfilment {
        guard let tree = reading.body["requirements"], tree.map?.isEmpty == false else { return .met }
        return try judge(tree, reading)
    }

    /// The outcome of those conditions in which a rule takes part, with their alternatives; nil where the course asks nothing by that rule.
    func fulfilment(naming rule: String, _ reading: any CompletionReading) throws -> Fulfilment? {
        let conditions = reading.body["requirements"]?.conditions(naming: rule) ?? []
        return conditions.isEmpty ? nil : try needing(conditions.count, of: conditions, reading, false)
    }

    /// The outcome of the whole tree without its reason, as far as the leaves that are told decide it.
    ///
    /// - Parameter leaf: the outcome of a leaf; nil where it is not told.
    /// - Returns: nil where it hangs on leaves that are not told.
    func verdict(_ body: Node, leaf: (NodeMap.Pair) throws -> Fulfilment.Verdict?) rethrows -> Fulfilment.Verdict? {
        guard let tree = body["requirements"], tree.map?.isEmpty == false else { return .met }
        return try verdict(of: tree, leaf)
    }

    private func verdict(of node: Node, _ leaf: (NodeMap.Pair) throws -> Fulfilment.Verdict?) rethrows -> Fulfilment.Verdict? {
        guard let map = node.map else { return .met }
        let (children, wanted): ([Node], Int)
        if let all = map["all"]?.list {
            (children, wanted) = (all, all.count)
        } else if let any = map["any"]?.list {
            (children, wanted) = (any, 1)
        } else if let of = map["of"]?.list, let number = map["at-least"]?.integer {
            (children, wanted) = (of, number)
        } else {
            guard let pair = map.pairs.first else { return .met }
            return try leaf(pair)
        }
        var (met, unmet, unknown) = (0, 0, 0)
        if wanted <= 0 { return .met }
        if children.count < wanted { return .unmet }
        for child in children {
            switch try verdict(of: child, leaf) {
            case .met?: met += 1
            case .unmet?: unmet += 1
            case .unknown?: unknown += 1
            case nil: break
            }
            // Whatever the others say.
            if met >= wanted { return .met }
            if children.count - unmet < wanted { return .unmet }
        }
        return met + unmet + unknown == children.count ? .unknown : nil
    }

    /// The outcome of one leaf.
    func leaf(_ pair: NodeMap.Pair, of reading: any CompletionReading) throws -> Fulfilment { try leaf(pair, reading) }

    /// Every leaf with its outcome, in the order of the file.
    func leaves(_ reading: any CompletionReading) throws -> [Leaf] {
        guard let tree = reading.body["requirements"] else { return [] }
        return try leaves(tree, reading)
    }

    /// One rule with what it asks for.
    struct Leaf {
        var rule: String
        /// The rule's parameter as people write it, for example `80%` or `reading-1, paper-1`.
        var asks: String
        var outcome: Fulfilment
    }

    private func leaves(_ node: Node, _ reading: any CompletionReading) throws -> [Leaf] {
        try (node.map?.pairs ?? []).flatMap { pair -> [Leaf] in
            switch pair.key {
            case "all", "any", "of": try (pair.value.list ?? []).flatMap { try leaves($0, reading) }
            case "at-least": []
            default: [Leaf(rule: pair.key, asks: Self.words(pair.value), outcome: try leaf(pair, reading))]
            }
        }
    }

    private static func words(_ parameter: Node) -> String {
        if let list = parameter.list { return list.map(words).joined(separator: ", ") }
        return parameter.string ?? parameter.json.compact
    }

    /// - Parameter isPart: whether it is told beside others, so that several sentences need something around them.
    private func judge(_ node: Node, _ reading: any CompletionReading, isPart: Bool = false) throws -> Fulfilment {
        guard let map = node.map else { return .met }
        if let children = map["all"]?.list { return try needing(children.count, of: children, reading, isPart) }
        if let children = map["any"]?.list { return try needing(1, of: children, reading, isPart) }
        if let children = map["of"]?.list, let wanted = map["at-least"]?.integer {
            return try needing(wanted, of: children, reading, isPart)
        }
        guard let pair = map.pairs.first else { return .met }
        return try leaf(pair, reading)
    }

    /// So many of the children; what is missing is told of those that are nearest.
    private func needing(_ wanted: Int, of children: [Node], _ reading: any CompletionReading, _ isPart: Bool) throws -> Fulfilment {
        let outcomes = try children.map { try judge($0, reading, isPart: children.count > 1) }
        let met = outcomes.count { $0 == .met }
        if met >= wanted { return .met }
        var unmet: [Text] = []
        var unknown: [Text] = []
        for outcome in outcomes {
            switch outcome {
            case .met: break
            case .unmet(let text): unmet.append(text)
            case .unknown(let text): unknown.append(text)
            }
        }
        let all = wanted == children.count
        let joined = Self.join(
            unmet + unknown, inBrackets: isPart, all ? Text(nb: "og", nn: "og", en: "and") : Text(nb: "eller", nn: "eller", en: "or"))
        // It is certain that something is missing only where what cannot be told would not be enough.
        return met + unknown.count >= wanted ? .unknown(joined) : .unmet(joined)
    }

    /// The sentences in one, each once.
    private static func join(_ texts: [Text], inBrackets: Bool, _ word: Text) -> Text {
        var byLanguage: [String: String] = [:]
        for language in Language.allCases {
            var seen: Set<String> = []
            let parts = texts.map { $0(language) }.filter { seen.insert($0).inserted }
            let joined = parts.joined(separator: "; \(word(language)) ")
            byLanguage[language.rawValue] = inBrackets && parts.count > 1 ? "(\(joined))" : joined
        }
        return Text(byLanguage)
    }

    private func leaf(_ pair: NodeMap.Pair, _ reading: any CompletionReading) throws -> Fulfilment {
        if pair.key == CompletedRequirement.name { return try CompletedRequirement().fulfilment(pair.value, of: reading) }
        guard let rule = live.registry[CompletionRules.self].first(where: { $0.name == pair.key }) else {
            return .unknown(
                Text(
                    nb: "regelen «\(pair.key)» kjøres ikke", nn: "regelen «\(pair.key)» blir ikkje køyrd",
                    en: "the rule '\(pair.key)' does not run"))
        }
        return try rule.value.fulfilment(pair.value, of: reading)
    }
}
