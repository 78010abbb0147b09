import CLibYAML

/// Turns what libyaml stumbled over into what a person did.
extension YAMLBuilder {
    borrowing func syntaxFault(_ problem: YAMLEvents.Problem) -> Diagnostic {
        let at = offset(problem.mark)
        let from = offset(problem.contextMark)
        let here = span(at, at + width(at))
        let opening = span(from, from + width(from))
        let found = at < text.count ? text[at] : 0
        switch (problem.context, problem.problem) {
        case ("while scanning a quoted scalar", "found unexpected end of stream"),
            ("while scanning a quoted scalar", "found unexpected document indicator"):
            return .unclosedQuote(character(from), at: opening)
        case ("while parsing a flow sequence", _), ("while parsing a flow mapping", _):
            return bracketFault(at, opening: opening, from)
        case (_, "found character that cannot start any token"), (_, "found a tab character where an indentation space is expected"),
            (_, "found a tab character that violates indentation"):
            if found == UInt8(ascii: "\t") { return .tabIndentation(at: span(at, runEnd(at) { $0 == 0x09 || $0 == 0x20 })) }
            if let tab = leadingTab(at) { return .tabIndentation(at: tab) }
            return .reservedCharacter(character(at), at: here)
        case (_, "could not find expected ':'"):
            let line = span(from, lineEnd(from))
            let colon = text[from..<lineEnd(from)].firstIndex(of: UInt8(ascii: ":"))
            if let colon { return .missingSpace(at: span(from, colon + 1)) }
            return .missingColon(at: line)
        case (_, "mapping values are not allowed in this context"):
            if let tab = leadingTab(at) { return .tabIndentation(at: tab) }
            return colonFault(at, here)
        case (_, "block sequence entries are not allowed in this context"): return .misplacedDash(at: here)
        case (_, "mapping keys are not allowed in this context"): return .misplacedQuestionMark(at: here)
        case ("while parsing a block mapping", _), ("while parsing a block collection", _):
            if let tab = leadingTab(at) { return .tabIndentation(at: tab) }
            let rest = span(at, lineEnd(at))
            if indented(lineStart(at)) < at { return .textAfterValue(at: rest) }
            return .indentation(at: rest, above: lineAbove(at))
        case (_, "did not find expected node content"):
            let isCloser = found == UInt8(ascii: "]") || found == UInt8(ascii: "}")
            if let open = brackets.last, isCloser || at == text.count {
                return .unclosedBracket(character(open), at: span(open, open + 1), foundInstead: isCloser ? here : nil)
            }
            if isCloser { return .unopenedBracket(character(at), at: here) }
            return .missingValue(at: here, isColon: found == UInt8(ascii: ":"))
        case (_, "found unknown escape character"), (_, "did not find expected hexdecimal number"),
            (_, "found invalid Unicode character escape code"):
            return .invalidEscape(at: span(escapeStart(at), at + width(at)))
        case ("while scanning an anchor", _), ("while scanning an alias", _): return .invalidAnchor(at: opening)
        case (_, "found undefined tag handle"): return .unknownTag(word(from), at: span(from, wordEnd(from)))
        default: return .syntax(problem.problem, at: here)
        }
    }

    /// A `:` where no key can end.
    private borrowing func colonFault(_ at: Int, _ here: SourceSpan) -> Diagnostic {
        let start = lineStart(at)
        let first = indented(start)
        // An implicit key is at most 1024 characters long (YAML 1.2.2, 7.4.2).
        if at - first > 1024 { return .longKey(at: span(first, at)) }
        let hasKey = text[first..<at].indices.contains { text[$0] == UInt8(ascii: ":") && $0 + 1 < at && text[$0 + 1] <= 0x20 }
        if hasKey { return .secondColon(at: here) }
        if first > start { return .unexpectedIndentation(at: span(first, at + 1)) }
        guard let above = lineAbove(at) else { return .secondColon(at: here) }
        return .missingColon(at: above)
    }

    /// The text of the nearest line above that is not blank.
    private borrowing func lineAbove(_ at: Int) -> SourceSpan? {
        var end = lineStart(at)
        while end > 0, text[end - 1] <= 0x20 { end -= 1 }
        return end > 0 ? span(indented(lineStart(end - 1)), end) : nil
    }

    /// Something in a flow list or map that is neither its next item nor its end.
    private borrowing func bracketFault(_ at: Int, opening: SourceSpan, _ from: Int) -> Diagnostic {
        let bracket = character(from)
        guard at < text.count else { return .unclosedBracket(bracket, at: opening) }
        let here = span(at, at + width(at))
        let found = text[at]
        let isCloser = found == UInt8(ascii: "]") || found == UInt8(ascii: "}")
        let isMarker = text[at...].starts(with: Array("---".utf8)) || text[at...].starts(with: Array("...".utf8))
        if isCloser || isMarker && lineStart(at) == at { return .unclosedBracket(bracket, at: opening, foundInstead: here) }
        // `key: [a, b` without its bracket takes the next line for another item, until its colon.
        let line = lineStart(at)
        if found == UInt8(ascii: ":"), line > from {
            if indented(line) == at { return .splitKey(at: here, opening: opening) }
            return .unclosedBracket(bracket, at: opening, foundInstead: span(indented(line), at + 1))
        }
        return .missingComma(at: here, bracket, opening: opening)
    }

    /// The offset in `text` of a mark, counted from the start.
    private borrowing func offset(_ mark: yaml_mark_t) -> Int {
        var left = mark.index
        var at = 0
        while left > 0, at < text.count {
            at += width(at)
            left -= 1
        }
        return at
    }

    private borrowing func width(_ at: Int) -> Int {
        guard at < text.count else { return 0 }
        let unit = text[at]
        return unit < 0x80 ? 1 : unit < 0xE0 ? 2 : unit < 0xF0 ? 3 : 4
    }

    private borrowing func span(_ start: Int, _ end: Int) -> SourceSpan {
        file.span(fromByte: Int(base.byte) + start, toByte: Int(base.byte) + end)
    }

    private borrowing func character(_ at: Int) -> String { String(decoding: text[at..<at + width(at)], as: UTF8.self) }

    private borrowing func runEnd(_ at: Int, while isPart: (UInt8) -> Bool) -> Int {
        var end = at
        while end < text.count, isPart(text[end]) { end += 1 }
        return end
    }

    private borrowing func lineStart(_ at: Int) -> Int {
        var start = at
        while start > 0, text[start - 1] != 0x0A, text[start - 1] != 0x0D { start -= 1 }
        return start
    }

    /// The end of the line without blanks.
    private borrowing func lineEnd(_ at: Int) -> Int {
        var end = runEnd(at) { $0 != 0x0A && $0 != 0x0D }
        while end > at, text[end - 1] == 0x20 || text[end - 1] == 0x09 { end -= 1 }
        return end
    }

    private borrowing func indented(_ lineStart: Int) -> Int { runEnd(lineStart) { $0 == 0x20 || $0 == 0x09 } }

    private borrowing func wordEnd(_ at: Int) -> Int { runEnd(at) { $0 > 0x20 } }
    private borrowing func word(_ at: Int) -> String { String(decoding: text[at..<wordEnd(at)], as: UTF8.self) }

    private borrowing func escapeStart(_ at: Int) -> Int {
        var start = min(at, text.count - 1)
        while start > 0, at - start < 12, text[start] != UInt8(ascii: "\\") { start -= 1 }
        return text[start] == UInt8(ascii: "\\") ? start : at
    }

    /// The tab among the blanks that begin the line of `at`, if there is one.
    private borrowing func leadingTab(_ at: Int) -> SourceSpan? {
        let start = lineStart(at)
        guard let tab = text[start..<indented(start)].firstIndex(of: 0x09) else { return nil }
        return span(tab, runEnd(tab) { $0 == 0x09 })
    }
}
