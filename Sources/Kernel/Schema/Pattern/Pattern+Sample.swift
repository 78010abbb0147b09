extension Pattern {
    /// A short text that matches, made the simplest way; nil where that does not come to one.
    ///
    /// ```swift
    /// try Pattern("^https?://").sample   // "http://"
    /// ```
    var sample: String? {
        var parser = PatternParser(source)
        guard let node = try? parser.parse(), let text = Self.sample(node), matches(text) else { return nil }
        return text
    }

    private static func sample(_ node: PatternNode) -> String? {
        switch node {
        case .empty, .assertion: return ""
        case .set(let set): return set.sample.map { String(Character($0)) }
        case .sequence(let parts):
            var text = ""
            for part in parts {
                guard let piece = sample(part) else { return nil }
                text += piece
            }
            return text
        case .choice(let parts): return parts.lazy.compactMap(sample).first
        case .repeated(let part, let least, _):
            guard least > 0 else { return "" }
            return sample(part).map { String(repeating: $0, count: min(least, 1_000)) }
        }
    }
}

extension ScalarSet {
    /// A scalar of the set, one that people can read where there is one.
    fileprivate var sample: Unicode.Scalar? {
        let readable = Array("aA0-_ .,:;/@".unicodeScalars) + (0x21...0x7E).compactMap { Unicode.Scalar($0 as UInt32) }
        let others = ranges.lazy.compactMap { Unicode.Scalar($0.lowerBound) } + "åøßж中".unicodeScalars
        return (readable + others).first { contains($0.value, category: GeneralCategories.index(of: $0.value)) }
    }
}
