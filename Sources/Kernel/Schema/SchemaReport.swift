/// Puts what a validation found in words, each fault once.
struct SchemaReport {
    private(set) var diagnostics: [Diagnostic] = []
    private let rules: [CompiledRule]
    private var seen: Set<Diagnostic> = []
    private var keysByOwners: [[Int]: [String]] = [:]
    /// How many keys may be compared in search of suggestions.
    private static let mostCompared = 300_000

    /// A key of one map.
    private struct Place: Hashable {
        var map: SourceSpan
        var key: String
    }

    init(_ schema: CompiledSchema, _ validator: SchemaValidator, root: Node) {
        rules = schema.rules
        let failures = validator.failures
        var suggestions: [Int: String] = [:]
        var meant: Set<Place> = []
        var mended: Set<SourceSpan> = []
        var compared = 0
        var missing: [SourceSpan: [String]] = [:]
        for failure in failures { if case .missingKey(let name, _) = failure.kind { missing[failure.node.span, default: []].append(name) } }
        for (position, failure) in failures.enumerated() {
            guard case .unknownKey(let owners) = failure.kind, let key = failure.key, let map = failure.node.map else { continue }
            // A key that is missing is more likely meant than one that may be left out.
            let wanted = missing[failure.node.span] ?? []
            let known = keys(of: owners)
            compared += wanted.count + known.count
            guard compared <= Self.mostCompared else { break }
            let free = known.filter { map[$0] == nil }
            let suggestion =
                renamed(key, owners) ?? NearestName.suggestion(for: key, among: wanted) ?? NearestName.suggestion(for: key, among: free)
            suggestions[position] = suggestion
            if let suggestion {
                meant.insert(Place(map: failure.node.span, key: suggestion))
                mended.insert(failure.node.span)
            }
        }
        for (position, failure) in failures.enumerated() {
            if case .missingKey(let name, _) = failure.kind {
                if meant.contains(Place(map: failure.node.span, key: name)) { continue }
                // One of several forms is wanted, and a misspelt key stands for another one of them.
                if failure.branch != nil, mended.contains(failure.node.span) { continue }
            }
            add(failure, suggestion: suggestions[position])
        }
        if validator.isExhausted {
            add(.tooMuchWork(at: SourceSpan(file: root.span.file, start: root.span.start, end: root.span.start)))
        } else if validator.unkept > 0 {
            add(.moreFaults(validator.unkept, at: SourceSpan(file: root.span.file, start: root.span.start, end: root.span.start)))
        }
    }

    private mutating func add(_ diagnostic: Diagnostic) {
        if seen.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
    }

    /// The keys that some rules name in `properties`, in alphabetical order.
    private mutating func keys(of owners: [Int]) -> [String] {
        if let known = keysByOwners[owners] { return known }
        var keys: Set<String> = []
        for owner in owners {
            guard let map = rules[owner].map else { continue }
            for (position, property) in map.properties.enumerated() where property.rule != nil { keys.insert(map.names.names[position]) }
        }
        let sorted = keys.sorted()
        keysByOwners[owners] = sorted
        return sorted
    }

    /// What a key is called now that was called so before.
    private func renamed(_ key: String, _ owners: [Int]) -> String? {
        for owner in owners {
            guard let map = rules[owner].map else { continue }
            for (position, property) in map.properties.enumerated() {
                guard let rule = property.rule, rules[rule].annotations?.was?.contains(key) == true else { continue }
                return map.names.names[position]
            }
        }
        return nil
    }

    private mutating func add(_ failure: SchemaFailure, suggestion: String?) {
        var diagnostic = diagnostic(failure, suggestion: suggestion)
        diagnostic.notes += notes(failure)
        add(diagnostic)
    }

    private mutating func diagnostic(_ failure: SchemaFailure, suggestion: String?) -> Diagnostic {
        let (span, node) = (failure.span, failure.node)
        switch failure.kind {
        case .never: return failure.key.map { .forbiddenKey($0, at: span) } ?? .forbiddenValue(node, at: span)
        case .type(let types): return .wrongType(types, [], found: node, example: types.contains(.string) ? example(failure.rule) : nil)
        case .value(let values): return .wrongValue(values, found: node)
        case .either(let types, let values): return .wrongType(types, values, found: node)
        case .length(let least, let most): return .wrongLength(least, most, found: node)
        case .pattern(let pattern): return .unmatchedPattern(pattern, found: node)
        case .format(let format): return .wrongFormat(format, found: node)
        case .below(let limit, let isAllowed): return .tooSmall(limit, isAllowed: isAllowed, found: node)
        case .above(let limit, let isAllowed): return .tooLarge(limit, isAllowed: isAllowed, found: node)
        case .notMultiple(let divisor): return .notMultiple(of: divisor, found: node)
        case .incomparable: return .incomparable(node)
        case .itemCount(let least, let most): return .wrongCount(least, most, found: node.list?.count ?? 0, ofKeys: false, at: span)
        case .keyCount(let least, let most): return .wrongCount(least, most, found: node.map?.count ?? 0, ofKeys: true, at: span)
        case .repeated(let first): return .repeatedItem(node, first: first)
        case .noneContained: return .noneContained(at: span)
        case .unknownKey(let owners):
            return .unknownKey(failure.key ?? "", suggestion: suggestion, known: keys(of: owners), at: span)
        case .missingKey(let name, let trigger): return .missingKey(name, for: trigger, at: span)
        case .forbidden: return .forbiddenValue(node, at: span)
        case .several(let branches): return .severalBranches(branches.count, titles: branches.compactMap { title(of: $0) }, at: span)
        }
    }

    // MARK: Notes

    private func notes(_ failure: SchemaFailure) -> [Text] {
        var notes: [Text] = []
        switch failure.kind {
        case .missingKey(let name, _):
            let rule = rules[failure.rule].map.flatMap { map in map.names.position(of: name).flatMap { map.properties[$0].rule } }
            if let title = rule.flatMap({ title(of: $0) }) { notes.append(.keyMeaning(name, title)) }
        case .unknownKey, .several: break
        default: if let title = title(of: failure.rule) { notes.append(.expectedHere(title)) }
        }
        if failure.isKey { notes.append(.isKey()) }
        if let branch = failure.branch { notes.append(.closestBranch(title(of: branch.rule), of: branch.count)) }
        return notes
    }

    /// The title of a schema, or of the one that it refers to.
    private func title(of rule: Int) -> Text? { first(from: rule) { $0.annotations?.title } }

    /// How a text of a schema may be written, by its examples or its format; nil where any text will do.
    private func example(_ rule: Int) -> Text? {
        first(from: rule) { rule in
            if let examples = rule.annotations?.examples, !examples.isEmpty { return .example(examples.joined(separator: ", ")) }
            return rule.text?.format.map(Text.example(of:))
        }
    }

    /// What a schema says, or the one that it refers to.
    private func first(from rule: Int, _ found: (CompiledRule) -> Text?) -> Text? {
        var rule = rule
        for _ in 0..<8 {
            if let text = found(rules[rule]) { return text }
            guard let reference = rules[rule].branches?.reference else { return nil }
            rule = reference
        }
        return nil
    }
}
