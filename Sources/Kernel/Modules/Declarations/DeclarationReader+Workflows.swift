/// Workflows: states, transitions, conditions and time limits.
extension DeclarationReader {
    mutating func workflow(_ pair: NodeMap.Pair) -> Workflow {
        let node = pair.value
        return Workflow(
            module: module, name: pair.key, title: node["title"].text, initial: node["initial"]?.string ?? "",
            initialSpan: node["initial"]?.span ?? pair.keySpan,
            states: node["states"].pairs.map { state in
                Workflow.State(
                    name: state.key, title: state.value["title"].text, isFinal: state.value["final"]?.bool ?? false,
                    voids: state.value["voids"]?.bool ?? false, waitsForOthers: state.value["waits-for"]?.string == "others",
                    was: state.value["was"].names, span: state.keySpan)
            }, transitions: node["transitions"].pairs.map { transition($0) },
            deadlines: node["deadlines"].pairs.compactMap { deadline($0) }, span: pair.keySpan)
    }

    private mutating func transition(_ pair: NodeMap.Pair) -> Transition {
        let node = pair.value
        return Transition(
            name: pair.key, title: node["title"].text, from: node["from"].names, to: node["to"]?.string ?? "", by: node["by"].names,
            needs: node["needs"].names, input: fields(node["input"]), after: node["after"].flatMap(Self.moment),
            before: node["before"].flatMap(Self.moment), when: node["when"].flatMap { condition($0) }, guards: node["guard"].names,
            event: node["event"]?.string, notice: node["notice"]?.string, source: node["source"]?.string,
            was: node["was"].names, span: pair.keySpan, isCoded: node["coded"]?.bool ?? false)
    }

    private static func moment(_ node: Node) -> Moment? { node.string.map { Moment($0, at: node.span) } }

    private static func choice(_ node: Node?) -> MomentChoice? {
        guard let node else { return nil }
        if let moment = moment(node) { return MomentChoice(pick: .latest, moments: [moment]) }
        guard let pair = node.pairs.first, let pick = MomentChoice.Pick(rawValue: pair.key) else { return nil }
        let moments = pair.value.words.map { Moment($0.name, at: $0.span) }
        return moments.isEmpty ? nil : MomentChoice(pick: pick, moments: moments)
    }

    /// - Parameter isSettable: whether a setting of the module may give the number.
    private mutating func span(_ node: Node?, isSettable: Bool = false) -> TimeSpan? {
        guard let node else { return nil }
        let (span, diagnostics) = TimeSpan.read(node) { name in
            guard isSettable, let schema = root["settings"]?["properties"]?[name] else { return nil }
            return settings[name]?.integer ?? schema["default"]?.integer
        }
        faults += diagnostics
        return span
    }

    /// Whether a word is a name rather than a duration, which begins with a large P.
    private static func isName(_ word: String) -> Bool { word.first.map { $0.isLowercase } ?? false }

    private mutating func deadline(_ pair: NodeMap.Pair) -> DeadlineRule? {
        let node = pair.value
        let length = node["within"]?.string.flatMap { Self.isName($0) ? $0 : nil }
        guard let after = Self.choice(node["after"]),
            let within = length == nil ? span(node["within"], isSettable: true) : .workingDays(0)
        else { return nil }
        var outer: (after: MomentChoice, within: TimeSpan)?
        if let choice = Self.choice(node["outer"]?["after"]), let limit = span(node["outer"]?["within"]) { outer = (choice, limit) }
        return DeadlineRule(
            name: pair.key, title: node["title"].text, after: after, within: within, length: length,
            roll: node["roll"]?.string.flatMap(Deadline.Roll.init(rawValue:)) ?? .none,
            late: node["late"]?.string.flatMap(DeadlineRule.Late.init(rawValue:)) ?? .refused, stops: Self.choice(node["stops"]),
            outer: outer, openWhile: (node["open-while"]?.list ?? []).compactMap(hold), once: node["once"].flatMap(Self.moment),
            onlyIf: node["only-if"].flatMap(Self.fact), setting: Self.setting(node["within"]),
            source: node["source"]?.string,
            was: node["was"].names, span: pair.keySpan)
    }

    private static func fact(_ node: Node) -> DeadlineRule.Fact? {
        node["field"]?.string.map { DeadlineRule.Fact(field: $0, otherwise: node["otherwise"].text) }
    }

    /// The setting that the number of a length stands in.
    private static func setting(_ node: Node?) -> DeadlineRule.Setting? {
        guard let pair = node?.pairs.first, pair.value.integer == nil, let name = pair.value.string else { return nil }
        return DeadlineRule.Setting(name: name, unit: pair.key)
    }

    private func hold(_ node: Node) -> DeadlineHold? {
        node["children"]?.string.map { DeadlineHold(record: full($0), states: node["in"].names, span: node.span) }
    }

    private func condition(_ node: Node) -> Condition? {
        if let moment = Self.moment(node) ?? node["passed"].flatMap(Self.moment) { return .passed(moment) }
        if let all = node["all"]?.list { return .all(all.compactMap(condition)) }
        if let any = node["any"]?.list { return .any(any.compactMap(condition)) }
        guard let record = node["children"]?.string else { return nil }
        let count: Condition.Count =
            if let number = node["count"]?.integer {
                .exactly(number)
            } else if let name = node["count"]?.string, name != "all" {
                .named(name)
            } else {
                .all
            }
        return .children(record: full(record), states: node["in"].names, count: count, span: node.span)
    }
}
