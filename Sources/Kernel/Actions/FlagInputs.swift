/// Reads the fields of an action from the words of a command line: `--field value`, `--field=value`, `--flag`; a list by repeating it.
public struct FlagInputs {
    /// What the words were found to be.
    public struct Parsed {
        /// Words without a flag before them.
        public var positional: [String] = []
        public var values: Node
        /// Flags that the action does not have.
        public var unknown: [String] = []
        /// Flags that are given more than once and take one value.
        public var repeated: [String] = []
        /// Flags without a value.
        public var incomplete: [String] = []
        /// What is wrong with values that are written as JSON.
        public var faults: [Diagnostic] = []

        /// - Throws: `DiagnosticsError` with the faults, if there are any.
        public func requireSound() throws(DiagnosticsError) {
            var all = Diagnostics()
            all.report(contentsOf: faults)
            if all.hasErrors { throw DiagnosticsError(all) }
        }
    }

    /// What a flag may begin with to mean a field and nothing else: `--field.at` where the command has an option `--at`.
    public static let fieldPrefix = "field."

    /// - Parameters:
    ///   - words: what the parser of options left.
    ///   - schema: of the action's input.
    ///   - sources: takes the words as a source of its own, so that faults can point at them.
    public static func parse(_ words: [String], schema: JSONValue, into sources: inout SourceMap) -> Parsed {
        let text = InputText(schema: schema)
        var flags: [(name: String, value: String?)] = []
        var parsed = Parsed(values: Node(.map(NodeMap()), at: SourceSpan(startOf: .init(0))))
        var rest = words[...]
        while let word = rest.popFirst() {
            guard word.hasPrefix("--"), word.count > 2 else {
                parsed.positional.append(word)
                continue
            }
            var body = word.dropFirst(2)
            if body.hasPrefix(fieldPrefix) { body = body.dropFirst(fieldPrefix.count) }
            if let equals = body.firstIndex(of: "=") {
                flags.append((String(body[..<equals]), String(body[body.index(after: equals)...])))
            } else if text.isBoolean(String(body)), rest.first.map({ $0 != "true" && $0 != "false" }) ?? true {
                flags.append((String(body), "true"))
            } else if let value = rest.first, !value.hasPrefix("--") || Int(value) != nil {
                flags.append((String(body), rest.removeFirst()))
            } else {
                flags.append((String(body), nil))
            }
        }
        parsed.unknown = flags.map(\.name).filter { !text.names.contains($0) }
        let counts = Dictionary(grouping: flags.map(\.name)) { $0 }
        parsed.repeated = text.names.filter { !text.isList($0) && (counts[$0]?.count ?? 0) > 1 }
        parsed.incomplete = flags.filter { $0.value == nil && text.names.contains($0.name) }.map(\.name)
        parsed.values = node(flags.filter { text.names.contains($0.name) }, text, into: &sources, &parsed.faults)
        return parsed
    }

    /// The values with places in a source that shows the flags one a line.
    private static func node(
        _ flags: [(name: String, value: String?)], _ text: InputText, into sources: inout SourceMap, _ faults: inout [Diagnostic]
    ) -> Node {
        var lines: [UInt8] = []
        var places: [(name: String, value: String, key: Range<Int>, range: Range<Int>)] = []
        for (name, value) in flags {
            guard let value else { continue }
            let start = lines.count
            lines += Array("--\(name) ".utf8)
            let begin = lines.count
            // A value of several lines is shown as one.
            lines += Array(value.replacing("\n", with: " ").utf8)
            places.append((name, value, start..<(begin - 1), begin..<lines.count))
            lines.append(UInt8(ascii: "\n"))
        }
        let file = sources.add(path: "command line", bytes: lines)
        var map = NodeMap()
        for name in text.names {
            let found = places.filter { $0.name == name }
            guard let first = found.first else { continue }
            let words = found.map { (text: $0.value, span: file.span(fromByte: $0.range.lowerBound, toByte: $0.range.upperBound)) }
            guard let value = text.value(name, words, &faults) else { continue }
            let key = file.span(fromByte: first.key.lowerBound, toByte: first.key.upperBound)
            map.set(.init(key: name, keySpan: key, value: value))
        }
        return Node(.map(map), at: SourceSpan(startOf: file.id))
    }
}
