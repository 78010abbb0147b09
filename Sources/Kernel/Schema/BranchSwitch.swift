/// The members of an `allOf` that say `if` a key has a certain text `then` something, gathered by that text.
///
/// Of a map only the member that its text leads to has to be looked at; the others say nothing about it.
final class BranchSwitch: Sendable {
    /// The key whose text decides.
    let key: String
    /// The members that are anything else, in their order.
    let others: [Int]
    private let members: [Name: [Int]]

    /// - Returns: nil where fewer than two members are of that form; where they ask for different keys, the first key counts.
    init?(_ all: [Int], rules: [CompiledRule]) {
        var (key, others): (String?, [Int]) = (nil, [])
        var members: [Name: [Int]] = [:]
        for member in all {
            guard let (asked, texts) = Self.question(member, rules), key == nil || Name.equal(key ?? "", asked) else {
                others.append(member)
                continue
            }
            key = asked
            for text in texts { members[Name(text), default: []].append(member) }
        }
        guard let key, all.count - others.count > 1 else { return nil }
        (self.key, self.others, self.members) = (key, others, members)
    }

    /// The members that may say something about a map.
    func members(for map: NodeMap) -> [Int] {
        guard let position = map.position(of: key), Name.equal(map.pairs[position].key, key),
            let text = map.pairs[position].value.string
        else { return [] }
        return members[Name(text)] ?? []
    }

    /// The key that a schema of the form `if` key has one of some texts, `then` asks for, with the texts.
    private static func question(_ member: Int, _ rules: [CompiledRule]) -> (key: String, texts: [String])? {
        guard !rules[member].checksValues, let branches = rules[member].branches, branches.isCondition, branches.otherwise == nil,
            let condition = branches.condition, rules[condition].types == .any, !rules[condition].hasBranches,
            let checks = rules[condition].boxedMap?.content, checks.isOneRequiredKey, let inner = checks.properties[0].rule,
            rules[condition].hasOnlyMapChecks, rules[inner].hasOnlyEnumeration, let values = rules[inner].enumeration?.values
        else { return nil }
        let texts = values.compactMap(\.string)
        return texts.count == values.count ? (checks.names.names[0], texts) : nil
    }
}

extension CompiledRule {
    /// Whether it says anything of a value beside `allOf`, `if` and the like.
    fileprivate var checksValues: Bool { isNever || types != .any || hasEnumeration || hasText || hasNumber || hasList || hasMap }

    fileprivate var hasOnlyMapChecks: Bool { !isNever && !hasEnumeration && !hasText && !hasNumber && !hasList }

    fileprivate var hasOnlyEnumeration: Bool {
        !isNever && types == .any && hasEnumeration && !hasText && !hasNumber && !hasList && !hasMap && !hasBranches
    }
}

extension SchemaRule.Branches {
    /// Whether there is nothing but `if`, `then` and `else`.
    fileprivate var isCondition: Bool {
        reference == nil && all.isEmpty && any.isEmpty && one.isEmpty && not == nil && condition != nil
    }
}

extension SchemaRule.MapChecks {
    /// Whether all that is asked is that one key is there, and something of its value.
    fileprivate var isOneRequiredKey: Bool {
        properties.count == 1 && requiredCount == 1 && patterns.isEmpty && additional == nil && propertyNames == nil && least == 0
            && most == .max && dependent.isEmpty
    }
}
