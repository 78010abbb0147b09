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
        "parent", "key", "unique", "index", "fields", "search", "exceptional", "written-by",
    ]
    /// What a field takes, which is told where its table changes.
    private static let takes: Set<String> = [
        "type", "of", "to", "by", "dangling", "required", "default", "min-length", "max-length", "minimum", "maximum", "pattern", "schema",
        "max", "types", "scope",
    ]

    let before: JSONValue
    let after: JSONValue
    /// Places at which a change of a table is told already.
    let told: Set<[String]>

    var differences: [Difference] {
        var found = things("records", before, after, []) { old, new, path in
            leaves(old, new, path, without: Self.shape)
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
            old[name] == new[name] ? nil : Difference(path: path + [name], before: old[name], after: new[name])
        }
    }
}
