/// A file that was read and held against its schema, with what can be made of it in spite of its faults.
struct CheckedDocument: Sendable {
    /// How far what was read can be relied on.
    enum Trust: Int, Sendable, Comparable {
        /// The form is right.
        case sound
        /// The form is right once misspelt keys are taken for the keys that they most resemble.
        case mended
        /// Some values are wrong, but every key is where it should be.
        case values
        /// Names may be missing, so that nobody who looks for them is to be blamed.
        case names

        static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }

    /// What was read; nil where nothing could be.
    var root: Node?
    var faults: [Diagnostic]
    var trust: Trust

    /// The root, if its form is right or a misspelt key is all that is wrong with it.
    ///
    /// - Parameter mended: whether misspelt keys may be taken for what they resemble, which only a run that shows all faults may do.
    func whole(mended: Bool) -> Node? { trust <= (mended ? .mended : .sound) ? root : nil }

    /// Reads a file and finds all that is wrong with it; behind a misspelt key, too.
    ///
    /// - Parameters:
    ///   - source: the file.
    ///   - schema: what its form must be; nil when that is known to be right.
    ///   - partial: for layers, which give only a part of the whole.
    static func read(_ source: SourceFile, schema: SchemaChecker?, partial: Bool = false) -> CheckedDocument {
        let result = YAMLReader.read(source)
        let syntax = result.diagnostics.filter { $0.severity == .error }
        guard let root = result.document?.root, !syntax.contains(where: { $0.id == "document/empty" }) else {
            return .init(root: nil, faults: result.diagnostics, trust: .names)
        }
        guard let schema else { return .init(root: root, faults: result.diagnostics, trust: syntax.isEmpty ? .sound : .names) }
        let options: ValidationOptions = partial ? .partial : []
        let first = schema.validate(root, options: options)
        guard !first.isEmpty else { return .init(root: root, faults: result.diagnostics, trust: syntax.isEmpty ? .sound : .names) }
        let (mended, faults, rest) = mend(root, first) { schema.validate($0, options: options) }
        // What cannot be read is not said to be of the wrong form as well.
        let spans = syntax.compactMap(\.span)
        let shown = faults.filter { fault in !(fault.span.map { span in spans.contains { $0.overlaps(span) } } ?? false) }
        let isRight = !rest.contains { $0.severity == .error }
        let trust: Trust =
            !syntax.isEmpty ? .names : isRight ? (first.isEmpty ? .sound : .mended) : rest.allSatisfy(\.leavesNames) ? .values : .names
        return .init(root: mended, faults: result.diagnostics + shown, trust: trust)
    }

    /// Takes misspelt keys for those that they resemble, as long as that finds new ones.
    ///
    /// - Returns: the value with the keys that were meant, every fault that was found on the way, and those that are left.
    private static func mend(
        _ root: Node, _ first: [Diagnostic], _ validate: (Node) -> [Diagnostic]
    ) -> (root: Node, faults: [Diagnostic], rest: [Diagnostic]) {
        var (root, rest, all) = (root, first, Diagnostics())
        all.report(contentsOf: first)
        var refused: Set<SourceSpan> = []
        for _ in 0..<4 where !rest.contains(where: { $0.id == "schema/more-faults" || $0.id == "schema/too-much-work" }) {
            var keys: [SourceSpan: String] = [:]
            for fault in rest where fault.id == "schema/unknown-key" {
                guard let fix = fault.fix, !refused.contains(fix.span) else { continue }
                keys[fix.span] = fix.replacement.hasPrefix("\"") ? String(fix.replacement.dropFirst().dropLast()) : fix.replacement
            }
            guard !keys.isEmpty else { break }
            var renamed: [SourceSpan: SourceSpan] = [:]
            var next = root.renaming(keys, values: &renamed)
            var after = validate(next)
            // Where the value does not fit, another key was meant.
            let wrong = Set(after.compactMap { $0.span.flatMap { renamed[$0] } })
            if !wrong.isEmpty {
                refused.formUnion(wrong)
                next = root.renaming(keys.filter { !wrong.contains($0.key) }, values: &renamed)
                after = validate(next)
            }
            (root, rest) = (next, after)
            all.report(contentsOf: after)
        }
        return (root, all.reported, rest)
    }
}

extension Node {
    /// A copy in which keys have other names, unless their map has those already.
    ///
    /// - Parameters:
    ///   - keys: the new name for the key at a place.
    ///   - values: the places of the keys' values, each with that of its key.
    fileprivate func renaming(_ keys: [SourceSpan: String], values: inout [SourceSpan: SourceSpan]) -> Node {
        switch value {
        case .map(let map):
            var pairs: [NodeMap.Pair] = []
            var names = Set(map.keys)
            for var pair in map.pairs {
                if let name = keys[pair.keySpan], names.insert(name).inserted {
                    values[pair.value.span] = pair.keySpan
                    pair.key = name
                }
                pair.value = pair.value.renaming(keys, values: &values)
                pairs.append(pair)
            }
            return Node(.map(NodeMap(pairs)), at: span)
        case .list(let items): return Node(.list(items.map { $0.renaming(keys, values: &values) }), at: span)
        default: return self
        }
    }
}

extension Diagnostic {
    /// Whether a fault of form is one of a single value, so that all keys are where they should be.
    fileprivate var leavesNames: Bool {
        severity != .error
            || [
                "schema/value", "schema/format", "schema/pattern", "schema/length", "schema/range", "schema/multiple-of", "schema/type",
                "schema/missing-key",
            ]
            .contains(id)
    }
}

extension SourceSpan {
    /// Whether two stretches have a character in common, or lie at the same place.
    func overlaps(_ other: SourceSpan) -> Bool {
        self == other || file == other.file && start < other.end && other.start < end
    }
}
