/// Fields: their types, limits, defaults, and what is said of personal data.
extension DeclarationReader {
    mutating func field(_ pair: NodeMap.Pair) -> Field {
        let node = pair.value
        let type = type(node)
        let fallback = node["default"]
        if let fallback { checkDefault(fallback, of: type) }
        let seal = node["sealed"].map { seal -> Field.Seal in
            let until = state(seal["until"]?.string ?? "")
            return Field.Seal(record: until.record, state: until.state, except: seal["except"].names)
        }
        return Field(
            name: pair.key, title: node["title"].text, description: node["description"].text, type: type,
            isRequired: node["required"]?.bool ?? false, fallback: fallback,
            personal: Self.personal(node["personal"] ?? node["of"]?["personal"]), seal: seal, was: node["was"].names, span: pair.keySpan,
            isDecided: node["decided"]?.bool ?? (node["decided"]?["setting"] != nil), setting: node["decided"]?["setting"]?.string,
            isFixed: node["fixed"]?.bool ?? false)
    }

    mutating func fields(_ node: Node?) -> [Field] { node.pairs.map { field($0) } }

    private static func personal(_ node: Node?) -> Field.Personal {
        guard let purpose = node?["purpose"]?.string, let retention = node?["retention"]?.string, let source = node?["source"]?.string
        else {
            return .no
        }
        return .yes(purpose: purpose, retention: retention, source: source)
    }

    static func codeValues(_ node: Node) -> [FieldType.CodeValue] {
        if let list = node.list { return list.compactMap(\.string).map { FieldType.CodeValue(id: $0, title: Text(verbatim: $0)) } }
        return node.pairs.map { pair in
            let title = pair.value["title"].flatMap { $0.map == nil ? nil : $0 }
            return FieldType.CodeValue(id: pair.key, title: Text(node: title ?? pair.value), was: pair.value["was"].names)
        }
    }

    private mutating func type(_ node: Node) -> FieldType {
        switch node["type"]?.string {
        case "integer": return .integer(minimum: minimum(node), maximum: node["maximum"]?.number?.double)
        case "number": return .number(minimum: minimum(node), maximum: node["maximum"]?.number?.double)
        case "boolean": return .boolean
        case "date": return .date
        case "instant": return .instant
        case "duration": return .duration
        case "code": return .code(codeSet(node["of"]))
        case "localized": return .localized
        case "json": return .json(schema: node["schema"])
        case "list": return .list(item(node["of"]))
        case "file": return .file(FieldType.FileLimits(maximum: size(node["max"]), types: node["types"].names))
        case "alias": return .alias(scope: node["scope"]?.string ?? "")
        case "reference":
            return .reference(
                FieldType.Reference(
                    target: full(node["to"]?.string ?? ""), by: node["by"]?.string, keepsDangling: node["dangling"]?.string == "kept"))
        default: return text(node)
        }
    }

    private mutating func item(_ node: Node?) -> FieldType {
        guard let node else { return .text(FieldType.TextLimits()) }
        guard let word = node.string else { return type(node) }
        return type(Node(.map(NodeMap([.init(key: "type", keySpan: node.span, value: Node(.string(word), at: node.span))])), at: node.span))
    }

    private mutating func codeSet(_ node: Node?) -> [FieldType.CodeValue] {
        guard let node else { return [] }
        guard let name = node.string else { return Self.codeValues(node) }
        guard let values = codes[name] else {
            faults.append(.unknownName(name, kind: .codes, among: codes.keys.sorted(), at: node.span))
            return []
        }
        return values
    }

    private mutating func text(_ node: Node) -> FieldType {
        let limits = FieldType.TextLimits(
            minimum: node["min-length"]?.integer, maximum: node["max-length"]?.integer, pattern: node["pattern"]?.string,
            words: codeSet(node["words"]))
        if let minimum = limits.minimum, let maximum = limits.maximum, minimum > maximum {
            faults.append(.limitsReversed("min-length", "max-length", at: node["min-length"]?.span ?? node.span))
        }
        if let pattern = node["pattern"], let source = limits.pattern {
            do { _ = try Pattern(source) } catch { faults.append(.badPattern(error, in: source, at: pattern.span)) }
        }
        return .text(limits)
    }

    private mutating func minimum(_ node: Node) -> Double? {
        guard let minimum = node["minimum"]?.number?.double else { return nil }
        if let maximum = node["maximum"]?.number?.double, minimum > maximum {
            faults.append(.limitsReversed("minimum", "maximum", at: node["minimum"]?.span ?? node.span))
        }
        return minimum
    }

    /// The most bytes of a file, from `20MB`: a number and a decimal unit.
    private mutating func size(_ node: Node?) -> Int {
        guard let node else { return FieldType.FileLimits.defaultMaximum }
        let text = node.string ?? ""
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let units = ["B": 1, "kB": 1_000, "MB": 1_000_000, "GB": 1_000_000_000]
        if let number = Int(digits), let unit = units[String(text.dropFirst(digits.count))] {
            let (bytes, overflow) = number.multipliedReportingOverflow(by: unit)
            if !overflow, bytes > 0, bytes <= FieldType.FileLimits.largest { return bytes }
        }
        faults.append(.badSize(at: node.span))
        return FieldType.FileLimits.defaultMaximum
    }
}

extension FieldType.FileLimits {
    /// No file may be declared larger: 10 GB.
    static let largest = 10_000_000_000
}
