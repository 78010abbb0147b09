/// Draws values for fields: such as a field takes, and such as no one should be able to do harm with.
struct ConformanceInputs {
    var randomness: Randomness

    /// Letters with marks, marks on their own, characters that are pairs in UTF-16, quotes, and white space that must not be trimmed.
    private static let words = [
        "Áššu ŋ đ ŧ č ž ø å æ", "e\u{301}\u{323}", "'\"; DROP TABLE kernel_person; --", "a\nb\tc", "👩‍🏫 𝄞", "  x  ", "%_\\", "<b>&amp;</b>",
        "{{name}}", "Ω", "null", "0", "ﷺ", "\u{200F}abc",
    ]

    /// A value that the type takes; nil where only the module's own rules say what fits.
    mutating func valid(_ type: FieldType) -> JSONValue? {
        switch type {
        case .text(let limits) where !limits.words.isEmpty: return .string(pick(limits.words.map(\.id)))
        case .text(let limits):
            let form = limits.pattern.flatMap { try? Pattern($0) }
            guard limits.pattern == nil || form != nil else { return nil }
            var scalars = Array(pick(Self.words).unicodeScalars)
            while scalars.count < limits.minimum ?? 1 { scalars.append("x") }
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars.prefix(max(1, limits.maximum ?? scalars.count)))
            guard let form else { return .string(String(text)) }
            guard let sample = form.sample else { return nil }
            let candidates = [String(text), sample + String(text), sample]
            return candidates.first { candidate in
                form.matches(candidate) && candidate.unicodeScalars.count <= limits.maximum ?? .max
                    && candidate.unicodeScalars.count >= limits.minimum ?? 0
            }.map(JSONValue.string)
        case .integer(let minimum, let maximum):
            let low = minimum.map { Int($0.rounded(.up)) } ?? -9_007_199_254_740_991
            let high = maximum.map { Int($0.rounded(.down)) } ?? 9_007_199_254_740_991
            return low <= high ? .integer(pick([low, high, min(high, max(low, 0)), min(high, max(low, 7))])) : nil
        case .number(let minimum, let maximum):
            let low = minimum ?? -1e12
            let high = maximum ?? 1e12
            return low <= high ? .number(pick([low, high, min(high, max(low, 0.1)), low + (high - low) / 3])) : nil
        case .boolean: return .bool(pick([true, false]))
        case .date: return .string(pick(["1999-12-31", "2024-02-29", "2027-07-01", "9999-12-31"]))
        case .instant: return .string(pick(["1970-01-01T00:00:00Z", "2027-03-28T01:30:00Z", "2027-07-01T08:00:00.25Z"]))
        case .duration: return .string(pick(["P1D", "PT90M", "P1Y2M", "P2W"]))
        case .code(let values): return values.isEmpty ? nil : .string(pick(values.map(\.id)))
        case .localized: return .object(["en", "nb", "nn"].map { ($0, .string(pick(Self.words))) })
        case .json(let schema):
            if let schema { return ConformanceValue(schema.json).values.first }
            return .object([("a", .array([.integer(1), .null, .string(pick(Self.words))])), ("b", .object([]))])
        case .list(let item):
            var items: [JSONValue] = []
            for _ in 0..<pick([1, 2, 3]) {
                guard let value = valid(item) else { return nil }
                items.append(value)
            }
            return .array(items)
        case .file, .alias, .reference: return nil
        }
    }

    /// Values of other types, out of bounds, cut off, much too long, or that mean something to a program further in.
    ///
    /// A field may take one of them; it must then come back as it was given.
    static func hostile(_ type: FieldType) -> [JSONValue] {
        var values: [JSONValue] = [
            .null, .bool(true), .integer(-1), .integer(Int.max), .number(1e308), .string(""), .string("ab\0cd"),
            .string("'; DROP TABLE kernel_person; --"), .string("\u{202E}\u{FEFF}e\u{301}"), .array([]), .object([]), .array([.null]),
        ]
        switch type {
        case .text(let limits): values += [.string(String(repeating: "å", count: (limits.maximum ?? 100_000) + 1)), .integer(1)]
        case .integer(let minimum, let maximum), .number(let minimum, let maximum):
            values += [.string("1"), .number(0.5), .integer(Int.min)]
            if let minimum { values.append(.number(minimum - 1)) }
            if let maximum { values.append(.number(maximum + 1)) }
        case .date: values += [.string("2027-02-30"), .string("2027-1-1"), .string("10000-01-01"), .string("0000-00-00")]
        case .instant: values += [.string("2027-02-30T08:00:00Z"), .string("2027-07-01T24:30:00Z"), .string("2027-07-01")]
        case .duration: values += [.string("P"), .string("P1.5D"), .string("P99999999999Y"), .string("-P1D")]
        case .code: values += [.string("no-such-code"), .string("NULL")]
        case .localized: values += [.object([("nb", .string(""))]), .object([("x y", .string("x"))]), .object([("nb", .integer(1))])]
        case .list(let item):
            values += [.string("x"), .object([("0", .string("x"))])] + hostile(item).prefix(8).map { .array([$0]) }
        case .file: values += [.string("../../../etc/passwd.pdf"), .string("/"), .string("a/b\nc.txt"), .string(".pdf")]
        case .reference: values += [.string("1 OR 1=1"), .string("no-such/one"), .string("-0"), .string(String(repeating: "9", count: 40))]
        case .json:
            var deep = JSONValue.array([])
            for _ in 0..<90 { deep = .array([deep]) }
            values.append(deep)
        case .boolean, .alias: values += [.string("true"), .integer(1)]
        }
        return values
    }

    mutating func chance() -> Bool { randomness.next() & 1 == 0 }

    private mutating func pick<T>(_ values: [T]) -> T { values[Int(randomness.next() % UInt64(values.count))] }
}
