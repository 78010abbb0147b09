/// What a manifest says besides its tables and its texts: rights, seals, limits, steps and deadlines, one by one.
struct ModuleRules {
    /// One rule that becomes another.
    struct Difference {
        var path: [String]
        var before: JSONValue?
        var after: JSONValue?
    }

    /// What of a thing is no rule, but a text, or told as a change of its table.
    private static let texts: Set<String> = ["title", "description", "was", "words", "source"]
    private static let shape: Set<String> = [
        "parent", "key", "unique", "index", "fields", "search", "exceptional", "written-by", "read",
    ]
    /// What a field takes, which is told where its table changes.
    private static let takes: Set<String> = [
        "type", "of", "to", "by", "dangling", "required", "default", "min-length", "max-length", "minimum", "maximum", "pattern", "schema",
        "max", "types", "scope",
    ]

    private let before: JSONValue
    private let after: JSONValue
    private let told: Set<[String]>
    /// What things were called, by what they are called now.
    private var formers: [String: String] = [:]

    /// - Parameter told: places at which a change of a table is told already.
    init(before: JSONValue, after: JSONValue, told: Set<[String]>) {
        self.before = before
        self.after = after
        self.told = told
        collect(after)
    }

    private mutating func collect(_ value: JSONValue) {
        for (name, inner) in value.object ?? [] {
            if let former = inner["was"]?.array?.first?.string { formers[name] = former }
            collect(inner)
        }
    }

    /// The value in the words of before.
    private func former(_ value: JSONValue) -> JSONValue {
        switch value {
        case .string(let text):
            let words = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            return .string(words.map { formers[$0] ?? $0 }.joined(separator: "."))
        case .array(let items): return .array(items.map(former))
        case .object(let members): return .object(members.map { (formers[$0.key] ?? $0.key, former($0.value)) })
        default: return value
        }
    }

    var differences: [Difference] {
        var found = things("records", before, after, []) { old, new, path in
            leaves(old, new, path, without: Self.shape)
                // Each relation for itself: the whole of a list of rights is too long to see what is another in it.
                + leaves(old["read"] ?? .object([]), new["read"] ?? .object([]), path + ["read"])
                + things("fields", old, new, path) { old, new, path in
                    leaves(old, new, path, without: told.contains(path) ? Self.takes : [])
                }
        }
        found += things("workflows", before, after, [], tellsNew: true) { old, new, path in
            leaves(old, new, path, without: ["states", "transitions", "deadlines"])
                + ["states", "transitions", "deadlines"].flatMap { kind in
                    things(kind, old, new, path, tellsNew: kind != "states") { leaves($0, $1, $2, without: []) }
                }
        }
        for (kind, keys) in Self.others {
            found += things(kind, before, after, [], tellsNew: true) { leaves($0, $1, $2, only: keys) }
        }
        found += leaves(before, after, [], only: ["performs"])
        return found
    }

    /// What of other things is a rule; the floor of a report and when it may be shown are weighed with `reports(of:_:_:)`.
    private static let others: [(kind: String, keys: Set<String>)] = [
        ("actions", ["by", "record", "event", "input"]),
        ("reports", ["by", "reads", "gives", "where", "progress", "sources"]),
        ("imports", ["by", "event"]), ("exports", ["by", "reads"]), ("roles", ["scopes"]), ("notices", ["to"]),
        ("activities", ["record", "completed"]),
    ]

    /// The things of a kind, each held against what it was, also under another name.
    private func things(
        _ kind: String, _ before: JSONValue, _ after: JSONValue, _ path: [String], tellsNew: Bool = false,
        _ compare: (JSONValue, JSONValue, [String]) -> [Difference]
    ) -> [Difference] {
        var found: [Difference] = []
        var taken: Set<String> = []
        for (name, new) in after[kind]?.object ?? [] {
            let names = [name] + (new["was"]?.array ?? []).compactMap(\.string)
            guard let former = names.first(where: { before[kind]?[$0] != nil }), let old = before[kind]?[former] else {
                if tellsNew { found.append(Difference(path: path + [kind, name], before: nil, after: Self.rules(new))) }
                continue
            }
            taken.insert(former)
            found += compare(old, new, path + [kind, name])
        }
        for (name, old) in before[kind]?.object ?? [] where tellsNew && !taken.contains(name) {
            found.append(Difference(path: path + [kind, name], before: Self.rules(old), after: nil))
        }
        return found
    }

    private static func rules(_ thing: JSONValue) -> JSONValue {
        .object((thing.object ?? []).filter { !texts.contains($0.key) })
    }

    private func leaves(
        _ old: JSONValue, _ new: JSONValue, _ path: [String], without skipped: Set<String> = [], only: Set<String>? = nil
    ) -> [Difference] {
        let names = Set((old.object ?? []).map(\.key) + (new.object ?? []).map(\.key))
        return names.subtracting(Self.texts).subtracting(skipped).filter { only?.contains($0) ?? true }.sorted().compactMap { name in
            // Another name for the same is no other rule.
            old[name] == new[name] || old[name] == new[name].map(former)
                ? nil : Difference(path: path + [name], before: old[name], after: new[name])
        }
    }
}
