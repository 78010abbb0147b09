extension SchemaCompiler {
    /// Finds what every `$ref` names, which must lie in the same document.
    mutating func resolveReferences(rootID: String?) {
        for reference in references {
            let text = reference.node.string ?? ""
            guard let pointer = pointer(text, rootID: rootID, at: reference.node.span) else { continue }
            guard let target = target(pointer, of: reference) else { continue }
            rules[reference.rule].branches.edit(.init()) { $0.reference = target }
        }
    }

    /// The steps of the JSON pointer (RFC 6901) in a reference; nil, and a fault, for one that leads out of the document.
    private mutating func pointer(_ text: String, rootID: String?, at span: SourceSpan) -> [String]? {
        if rootID == nil, let name = Self.plainDefinition(text) { return ["$defs", name] }
        var fragment = Substring(text)
        if let rootID, text == rootID || text.hasPrefix(rootID + "#") { fragment = text.dropFirst(rootID.count) }
        if fragment.isEmpty && !text.isEmpty { return [] }
        guard fragment.first == "#" else {
            report(.foreignReference(text, at: span))
            return nil
        }
        guard let decoded = Self.percentDecoded(fragment.dropFirst()) else {
            report(.malformedReference(text, at: span))
            return nil
        }
        if decoded.isEmpty { return [] }
        guard decoded.first == "/" else {
            report(.anchorReference(text, at: span))
            return nil
        }
        var steps: [String] = []
        for part in decoded.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            guard let step = Self.unescaped(part) else {
                report(.malformedReference(text, at: span))
                return nil
            }
            steps.append(step)
        }
        return steps
    }

    /// The name in a reference of the most common form, `#/$defs/name`, with nothing in it to decode.
    private static func plainDefinition(_ text: String) -> String? {
        guard text.hasPrefix("#/$defs/") else { return nil }
        let name = text.utf8.dropFirst(8)
        let isPlain = name.allSatisfy { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "~") && $0 != UInt8(ascii: "%") }
        return isPlain ? String(Substring(name)) : nil
    }

    private static func percentDecoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == 0x25 else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap({ Unicode.Scalar($0).hexadecimalValue }),
                let low = rest.popFirst().flatMap({ Unicode.Scalar($0).hexadecimalValue })
            else { return nil }
            bytes.append(UInt8(high * 16 + low))
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func unescaped(_ step: Substring) -> String? {
        guard step.utf8.contains(0x7E) else { return String(step) }
        var bytes: [UInt8] = []
        var rest = step.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == 0x7E else {
                bytes.append(byte)
                continue
            }
            switch rest.popFirst() {
            case 0x30: bytes.append(0x7E)
            case 0x31: bytes.append(0x2F)
            default: return nil
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private mutating func target(_ pointer: [String], of reference: Reference) -> Int? {
        var rule = 0
        var steps = pointer[...]
        let text = reference.node.string ?? ""
        while let step = steps.popFirst() {
            guard let keyword = SchemaKeyword(rawValue: step), let found = members(keyword, of: rule) else {
                let isData = SchemaKeyword(rawValue: step)?.shape == .data && !steps.isEmpty
                report(isData ? .referenceToData(text, at: reference.node.span) : missing(text, step, in: rule, at: reference.node.span))
                return nil
            }
            switch found {
            case .one(let next): rule = next
            case .list(let list):
                guard let step = steps.popFirst() else { break }
                guard let index = Int(step), list.indices.contains(index), String(index) == step else {
                    report(missing(text, step, in: nil, at: reference.node.span))
                    return nil
                }
                rule = list[index]
                continue
            case .named(let named):
                guard let step = steps.popFirst() else { break }
                guard let next = named[Name(step)] else {
                    report(missing(text, step, among: named.keys.map(\.text), at: reference.node.span))
                    return nil
                }
                rule = next
                continue
            }
            if case .one = found { continue }
            report(.referenceToData(text, at: reference.node.span))
            return nil
        }
        return rule
    }

    private func missing(_ text: String, _ step: String, in rule: Int?, at span: SourceSpan) -> Diagnostic {
        missing(text, step, among: rule.map { members[$0].map(\.keyword.rawValue) } ?? [], at: span)
    }

    private func missing(_ text: String, _ step: String, among names: [String], at span: SourceSpan) -> Diagnostic {
        .missingReference(text, step: step, nearest: NearestName.suggestion(for: step, among: names), at: span)
    }

    /// The place of a schema in its document, as `$ref` would name it.
    func place(of rule: Int) -> String {
        var steps: [String] = []
        var rule = rule
        while rule > 0 {
            steps.insert(contentsOf: origins[rule].steps, at: 0)
            rule = origins[rule].parent
        }
        let escaped = steps.map { step in
            step.unicodeScalars.reduce(into: "") { $0 += $1 == "~" ? "~0" : $1 == "/" ? "~1" : String($1) }
        }
        return "#" + escaped.map { "/" + $0 }.joined()
    }

    // MARK: Loops

    /// Refuses schemas that lead back to themselves on the same value: checking one would never end.
    mutating func findLoops() {
        var isDone = [Bool](repeating: false, count: rules.count)
        var positionOnPath = [Int](repeating: -1, count: rules.count)
        for start in rules.indices where !isDone[start] {
            var path: [(rule: Int, rest: ArraySlice<Int>)] = [(start, rules[start].inPlace[...])]
            positionOnPath[start] = 0
            while let (rule, rest) = path.last {
                guard let next = rest.first else {
                    isDone[rule] = true
                    positionOnPath[rule] = -1
                    path.removeLast()
                    continue
                }
                path[path.count - 1].rest = rest.dropFirst()
                if isDone[next] { continue }
                if positionOnPath[next] >= 0 {
                    let loop = path[positionOnPath[next]...].map(\.rule)
                    report(.endlessReference(loop.prefix(8).map(place), at: loopSpan(loop)))
                    continue
                }
                positionOnPath[next] = path.count
                path.append((next, rules[next].inPlace[...]))
            }
        }
    }

    /// A `$ref` of the loop; there is one in every loop.
    private func loopSpan(_ loop: [Int]) -> SourceSpan {
        let last = loop.last { rules[$0].branches?.reference != nil } ?? loop[0]
        return references.first { $0.rule == last }?.node.span ?? rules[last].span
    }
}

extension SchemaRule {
    /// The schemas that hold for the same value, whether always or in some case.
    var inPlace: [Int] {
        guard let branches else { return [] }
        let single = [branches.reference, branches.not, branches.condition, branches.then, branches.otherwise].compactMap(\.self)
        return single + branches.all + branches.any + branches.one
    }
}
