extension SchemaCompiler {
    /// Takes over the value of a keyword other than `properties`, `patternProperties` and `$defs`.
    mutating func take(_ keyword: SchemaKeyword, _ pair: NodeMap.Pair, to number: Int) {
        switch keyword {
        case .not, .condition, .then, .otherwise, .allOf, .anyOf, .oneOf: takeBranch(keyword, of: number)
        case .items, .contains, .prefixItems, .minItems, .maxItems, .uniqueItems: takeList(keyword, pair, to: number)
        case .additionalProperties, .propertyNames, .required, .dependentRequired, .minProperties, .maxProperties:
            takeMap(keyword, pair, to: number)
        case .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf: takeNumber(keyword, pair, to: number)
        case .minLength, .maxLength, .pattern, .format: takeText(keyword, pair, to: number)
        case .type, .enumeration, .const: takeValue(keyword, pair, to: number)
        case .reference:
            if pair.value.string == nil {
                report(.keywordValue(pair, .text))
            } else {
                references.append(.init(rule: number, node: pair.value))
            }
        case .schema, .id: takeIdentity(keyword, pair, of: number)
        case .definitions, .properties, .patternProperties: break
        case .comment, .title, .description, .examples, .deprecated, .defaultValue, .identity, .running, .unit, .atomic, .was:
            takeAnnotation(keyword, pair, to: number)
        }
    }

    private func only(_ keyword: SchemaKeyword, of number: Int) -> Int? {
        if case .one(let rule)? = members(keyword, of: number) { rule } else { nil }
    }

    private func all(_ keyword: SchemaKeyword, of number: Int) -> [Int] {
        if case .list(let rules)? = members(keyword, of: number) { rules } else { [] }
    }

    private mutating func takeBranch(_ keyword: SchemaKeyword, of number: Int) {
        let (rule, list) = (only(keyword, of: number), all(keyword, of: number))
        rules[number].branches.edit(.init()) { branches in
            switch keyword {
            case .not: branches.not = rule
            case .condition: branches.condition = rule
            case .then: branches.then = rule
            case .otherwise: branches.otherwise = rule
            case .allOf: branches.all = list
            case .anyOf: branches.any = list
            default: branches.one = list
            }
        }
    }

    private mutating func takeList(_ keyword: SchemaKeyword, _ pair: NodeMap.Pair, to number: Int) {
        let (rule, list) = (only(keyword, of: number), all(keyword, of: number))
        var count = 0
        if keyword == .minItems || keyword == .maxItems {
            guard let value = self.count(pair) else { return }
            count = value
        }
        if keyword == .uniqueItems, pair.value.bool == nil { report(.keywordValue(pair, .trueOrFalse)) }
        rules[number].list.edit(.init()) { checks in
            switch keyword {
            case .items: checks.items = rule
            case .contains: checks.contains = rule
            case .prefixItems: checks.prefix = list
            case .minItems: checks.least = count
            case .maxItems: checks.most = count
            default: checks.isUnique = pair.value.bool ?? false
            }
        }
    }

    private mutating func takeMap(_ keyword: SchemaKeyword, _ pair: NodeMap.Pair, to number: Int) {
        let rule = only(keyword, of: number)
        switch keyword {
        case .additionalProperties: rules[number].map.edit(.init()) { $0.additional = rule }
        case .propertyNames: rules[number].map.edit(.init()) { $0.propertyNames = rule }
        case .minProperties: if let count = count(pair) { rules[number].map.edit(.init()) { $0.least = count } }
        case .maxProperties: if let count = count(pair) { rules[number].map.edit(.init()) { $0.most = count } }
        case .required: for name in names(pair, pair.value) { rules[number].property(name) { $0.isRequired = true } }
        default:
            guard let map = pair.value.map else {
                report(.keywordValue(pair, .keyLists))
                return
            }
            for inner in map.pairs {
                let needs = names(pair, inner.value)
                if !needs.isEmpty { rules[number].map.edit(.init()) { $0.dependent.append((inner.key, needs)) } }
            }
        }
    }

    /// A list of different texts.
    private mutating func names(_ pair: NodeMap.Pair, _ node: Node) -> [String] {
        guard let list = node.list else {
            report(.keywordValue(pair, .keyList, at: node.span))
            return []
        }
        var seen = NameTable()
        for item in list {
            guard let name = item.string else {
                report(.keywordValue(pair, .keyList, at: item.span))
                continue
            }
            let known = seen.names.count
            if seen.insert(name) < known { report(.keywordValue(pair, .twice(name), at: item.span)) }
        }
        return list.compactMap(\.string)
    }

    /// A whole number from 0; one beyond 64 bits limits nothing.
    private mutating func count(_ pair: NodeMap.Pair) -> Int? {
        guard let number = pair.value.number, let value = ExactDecimal(number), value.isInteger, !value.isNegative else {
            report(.keywordValue(pair, .count))
            return nil
        }
        return value.integer ?? .max
    }

    private mutating func takeNumber(_ keyword: SchemaKeyword, _ pair: NodeMap.Pair, to number: Int) {
        guard let value = pair.value.number, let bound = Bound(value) else {
            report(.keywordValue(pair, .number))
            return
        }
        let limit = SchemaRule.Limit(bound: bound, text: value.text)
        let divisor = keyword == .multipleOf ? Divisor(bound.decimal) : nil
        if keyword == .multipleOf && divisor == nil {
            report(.keywordValue(pair, .divisor))
            return
        }
        rules[number].number.edit(.init()) { checks in
            switch keyword {
            case .minimum: checks.minimum = limit
            case .maximum: checks.maximum = limit
            case .exclusiveMinimum: checks.exclusiveMinimum = limit
            case .exclusiveMaximum: checks.exclusiveMaximum = limit
            default:
                checks.divisor = divisor
                checks.divisorText = value.text
            }
        }
    }

    private mutating func takeText(_ keyword: SchemaKeyword, _ pair: NodeMap.Pair, to number: Int) {
        if keyword == .minLength || keyword == .maxLength {
            guard let count = count(pair) else { return }
            rules[number].text.edit(.init()) { if keyword == .minLength { $0.least = count } else { $0.most = count } }
            return
        }
        guard let text = pair.value.string else {
            report(.keywordValue(pair, .text))
            return
        }
        if keyword == .pattern {
            guard let pattern = pattern(text, at: pair.value.span) else { return }
            rules[number].text.edit(.init()) { $0.pattern = pattern }
        } else if let format = StringFormat(written: text, in: dialect) {
            rules[number].text.edit(.init()) { $0.format = format }
        } else {
            report(.keywordChoice(pair, pair.value, StringFormat.written.map(\.rawValue)))
        }
    }

    private mutating func takeValue(_ keyword: SchemaKeyword, _ pair: NodeMap.Pair, to number: Int) {
        switch keyword {
        case .type:
            let nodes = pair.value.list ?? [pair.value]
            if nodes.isEmpty { report(.keywordValue(pair, .types)) }
            var types: ValueTypes = []
            for node in nodes {
                guard let name = node.string, let type = ValueTypes.names.first(where: { $0.name == name })?.type else {
                    report(.keywordChoice(pair, node, ValueTypes.names.map(\.name)))
                    continue
                }
                if !types.insert(type).inserted { report(.keywordValue(pair, .twice(name), at: node.span)) }
            }
            rules[number].types = types
        case .const: restrict(to: [pair.value], number)
        default:
            guard let values = pair.value.list, !values.isEmpty else {
                report(.keywordValue(pair, .values))
                return
            }
            for value in repeated(values) { report(.repeatedValue(at: value.span)) }
            restrict(to: values, number)
        }
    }

    /// The values that stand earlier in the list already.
    private func repeated(_ values: [Node]) -> [Node] {
        if values.count <= 16 {
            return values.indices.filter { position in
                values[..<position].contains { NodeKey.equal($0, values[position]) }
            }.map { values[$0] }
        }
        var seen: Set<NodeKey> = []
        return values.filter { !seen.insert(NodeKey($0)).inserted }
    }

    /// Of both `enum` and `const`, what both allow.
    private mutating func restrict(to values: [Node], _ number: Int) {
        guard let earlier = rules[number].enumeration else {
            rules[number].enumeration = Enumeration(values)
            return
        }
        let later = Enumeration(values)
        rules[number].enumeration = Enumeration(earlier.values.filter { later.contains($0) })
    }

    private static let standardURI = "https://json-schema.org/draft/2020-12/schema"
    /// The edition before, in which every keyword of the subset but `prefixItems` means the same.
    private static let earlierURI = "https://json-schema.org/draft/2019-09/schema"

    /// Whether a schema says that it is written for the edition of 2019-09.
    static func isEarlier(_ root: Node) -> Bool { [earlierURI, earlierURI + "#"].contains(root["$schema"]?.string) }

    private mutating func takeIdentity(_ keyword: SchemaKeyword, _ pair: NodeMap.Pair, of number: Int) {
        guard number == 0 else {
            report(.keywordBelowRoot(pair))
            return
        }
        guard let text = pair.value.string else {
            report(.keywordValue(pair, .text))
            return
        }
        if keyword == .schema {
            let known = [Self.standardURI] + (dialect == .standard ? [Self.earlierURI] : [])
            if !known.contains(text), !known.contains(where: { text == $0 + "#" }) { report(.otherStandard(pair, Self.standardURI)) }
        } else if text.contains("#") {
            report(.keywordValue(pair, .noFragment))
        }
    }

    // MARK: Annotations

    private mutating func takeAnnotation(_ keyword: SchemaKeyword, _ pair: NodeMap.Pair, to number: Int) {
        let value = pair.value
        switch keyword {
        case .title: if let text = text(pair) { rules[number].annotations.edit(.init()) { $0.title = text } }
        case .description: if let text = text(pair) { rules[number].annotations.edit(.init()) { $0.description = text } }
        case .comment: if value.string == nil { report(.keywordValue(pair, .text)) }
        case .examples:
            guard let examples = value.list else { return report(.keywordValue(pair, .examples)) }
            rules[number].annotations.edit(.init()) { $0.examples = examples.compactMap(\.string) }
        case .deprecated: if value.bool == nil { report(.keywordValue(pair, .trueOrFalse)) }
        case .defaultValue: rules[number].annotations.edit(.init()) { $0.defaultValue = value }
        case .atomic:
            guard let atomic = value.bool else { return report(.keywordValue(pair, .trueOrFalse)) }
            rules[number].annotations.edit(.init()) { $0.atomic = atomic }
        case .was:
            guard let names = value.list?.map(\.string), !names.isEmpty, names.allSatisfy({ $0?.isEmpty == false }) else {
                return report(.keywordValue(pair, .examples))
            }
            rules[number].annotations.edit(.init()) { $0.was = names.compactMap { $0 } }
        case .running:
            guard let running = value.string.flatMap(RunningChange.init(rawValue:)) else {
                return report(.keywordChoice(pair, value, RunningChange.allCases.map(\.rawValue)))
            }
            rules[number].annotations.edit(.init()) { $0.running = running }
        default:
            guard let text = value.string, !text.isEmpty else { return report(.keywordValue(pair, .text)) }
            rules[number].annotations.edit(.init()) { if keyword == .unit { $0.unit = text } else { $0.identity = text } }
        }
    }

    private mutating func text(_ pair: NodeMap.Pair) -> Text? {
        if let text = pair.value.string { return Text(verbatim: text) }
        guard dialect == .project, let map = pair.value.map, !map.isEmpty else {
            report(.keywordValue(pair, dialect == .project ? .languages : .text))
            return nil
        }
        for inner in map.pairs {
            if !LanguageTag.isWellFormed(inner.key) { report(.keywordValue(pair, .languages, at: inner.keySpan)) }
            if inner.value.string == nil { report(.keywordValue(pair, .languages, at: inner.value.span)) }
        }
        if pair.keySpan.file == file {
            for language in languages where map[language] == nil { report(.missingKey(language, for: nil, at: pair.keySpan)) }
        }
        return Text(node: pair.value)
    }
}
