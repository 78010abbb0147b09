/// One pass over a JSON text.
struct JSONParser {
    let file: SourceFile.ID
    let text: UnsafeBufferPointer<UInt8>
    var faults: ReaderFaults
    private let limits: ReaderLimits
    private let base: Int
    private var nodes = 0

    /// The next byte, and what is needed for its place: where its line begins, how many bytes of the line before it continue a
    /// character, and how many characters of the line before it take two UTF-16 code units.
    var at = 0
    private var line = 1
    private var lineStart = 0
    private var continuing = 0
    private var astral = 0

    init(_ file: SourceFile.ID, _ text: SourceText, _ limits: ReaderLimits, _ faults: ReaderFaults) {
        self.file = file
        self.text = text.bytes
        self.limits = limits
        self.faults = faults
        base = Int(text.start.byte)
    }

    mutating func document() throws(ReadingStopped) -> Node {
        skipBlanks()
        guard at < text.count else {
            if !limits.allowEmpty { try faults.report(.emptyDocument(at: SourceSpan(startOf: file))) }
            return Node(.null, at: SourceSpan(startOf: file))
        }
        var pairs = BuildStack<NodeMap.Pair>()
        let root = try value(0, &pairs)
        skipBlanks()
        guard at == text.count else { throw faults.stop(endFault(after: root)) }
        return root
    }

    // MARK: Values

    /// - Parameter pairs: what belongs to the objects that are open.
    private mutating func value(_ depth: Int, _ pairs: inout BuildStack<NodeMap.Pair>) throws(ReadingStopped) -> Node {
        nodes += 1
        if nodes > limits.nodes { throw faults.stop(.tooManyNodes(limit: limits.nodes, at: spanHere())) }
        guard at < text.count else { throw faults.stop(.jsonEnd(at: spanHere())) }
        let start = position
        let value: Node.Value
        switch text[at] {
        case UInt8(ascii: "{"): return try object(depth, &pairs)
        case UInt8(ascii: "["): return try array(depth, &pairs)
        case UInt8(ascii: "\""): value = .string(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): value = .number(try number())
        case UInt8(ascii: "t") where word("true"): value = .bool(true)
        case UInt8(ascii: "f") where word("false"): value = .bool(false)
        case UInt8(ascii: "n") where word("null"): value = .null
        default: throw faults.stop(valueFault())
        }
        return Node(value, at: SourceSpan(file: file, start: start, end: position))
    }

    private mutating func open(_ depth: Int) throws(ReadingStopped) -> SourceSpan {
        let start = position
        at += 1
        let opening = SourceSpan(file: file, start: start, end: position)
        if depth >= limits.depth { throw faults.stop(.tooDeep(limit: limits.depth, at: opening)) }
        skipBlanks()
        return opening
    }

    private mutating func array(_ depth: Int, _ pairs: inout BuildStack<NodeMap.Pair>) throws(ReadingStopped) -> Node {
        let opening = try open(depth)
        var items: [Node] = []
        if !skip("]") {
            repeat {
                skipBlanks()
                guard at < text.count else { throw faults.stop(.jsonUnclosed("[", at: opening)) }
                if text[at] == UInt8(ascii: "]") { throw faults.stop(.jsonTrailingComma(at: spanHere())) }
                items.append(try value(depth + 1, &pairs))
                skipBlanks()
            } while skip(",")
            if !skip("]") { throw faults.stop(separatorFault("[", opening)) }
        }
        return Node(.list(items), at: SourceSpan(file: file, start: opening.start, end: position))
    }

    private mutating func object(_ depth: Int, _ pairs: inout BuildStack<NodeMap.Pair>) throws(ReadingStopped) -> Node {
        let opening = try open(depth)
        var collector = PairCollector(pairs)
        if !skip("}") {
            repeat {
                skipBlanks()
                guard at < text.count else { throw faults.stop(.jsonUnclosed("{", at: opening)) }
                if text[at] == UInt8(ascii: "}") { throw faults.stop(.jsonTrailingComma(at: spanHere())) }
                nodes += 1
                let start = position
                guard text[at] == UInt8(ascii: "\"") else { throw faults.stop(keyFault()) }
                let key = try string()
                let span = SourceSpan(file: file, start: start, end: position)
                skipBlanks()
                guard skip(":") else { throw faults.stop(.jsonMissingColon(at: span)) }
                skipBlanks()
                let value = try value(depth + 1, &pairs)
                if let first = collector.add(key, span, value, to: &pairs) {
                    try faults.report(.duplicateKey(key, at: span, first: first))
                }
                skipBlanks()
            } while skip(",")
            if !skip("}") { throw faults.stop(separatorFault("{", opening)) }
        }
        return Node(.map(collector.map(&pairs)), at: SourceSpan(file: file, start: opening.start, end: position))
    }

    private mutating func number() throws(ReadingStopped) -> Number {
        let start = at
        var isInteger = true
        if text[at] == UInt8(ascii: "-") { at += 1 }
        let first = at
        skipDigits()
        var isSound = at > first && (text[first] != UInt8(ascii: "0") || at == first + 1)
        if isSound, at < text.count, text[at] == UInt8(ascii: ".") {
            isInteger = false
            at += 1
            let fraction = at
            skipDigits()
            isSound = at > fraction
        }
        if isSound, at < text.count, text[at] | 0x20 == UInt8(ascii: "e") {
            isInteger = false
            at += 1
            if at < text.count, text[at] == UInt8(ascii: "+") || text[at] == UInt8(ascii: "-") { at += 1 }
            let exponent = at
            skipDigits()
            isSound = at > exponent
        }
        let digits = UnsafeBufferPointer(rebasing: text[start..<at])
        if isSound, let number = isInteger ? YAMLCoreSchema.integer(digits) : Number(decimal: String(decoding: digits, as: UTF8.self)) {
            return number
        }
        throw faults.stop(.jsonNumber(at: wordSpan(start)))
    }

    private mutating func skipDigits() { while at < text.count, text[at] &- UInt8(ascii: "0") <= 9 { at += 1 } }

    // MARK: Strings

    private mutating func string() throws(ReadingStopped) -> String {
        let opening = position
        at += 1
        let start = at
        while at < text.count {
            let byte = text[at]
            if byte == UInt8(ascii: "\"") {
                defer { at += 1 }
                return String(decoding: UnsafeBufferPointer(rebasing: text[start..<at]), as: UTF8.self)
            }
            if byte == UInt8(ascii: "\\") { return try stringWithEscapes(start, opening) }
            if byte < 0x20 { throw faults.stop(.jsonControlCharacter(byte, at: spanHere())) }
            pass(byte)
        }
        throw faults.stop(.jsonUnclosedString(at: SourceSpan(file: file, start: opening, end: after(opening))))
    }

    private mutating func stringWithEscapes(_ start: Int, _ opening: SourcePosition) throws(ReadingStopped) -> String {
        var result = Array(text[start..<at])
        while at < text.count {
            let byte = text[at]
            if byte == UInt8(ascii: "\"") {
                at += 1
                return String(decoding: result, as: UTF8.self)
            }
            if byte < 0x20 { throw faults.stop(.jsonControlCharacter(byte, at: spanHere())) }
            if byte == UInt8(ascii: "\\") {
                try escape(into: &result)
            } else {
                result.append(byte)
                pass(byte)
            }
        }
        throw faults.stop(.jsonUnclosedString(at: SourceSpan(file: file, start: opening, end: after(opening))))
    }

    private mutating func escape(into result: inout [UInt8]) throws(ReadingStopped) {
        let start = position
        at += 1
        let code = at < text.count ? text[at] : 0
        at += 1
        switch code {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(code)
        case UInt8(ascii: "b"): result.append(0x08)
        case UInt8(ascii: "f"): result.append(0x0C)
        case UInt8(ascii: "n"): result.append(0x0A)
        case UInt8(ascii: "r"): result.append(0x0D)
        case UInt8(ascii: "t"): result.append(0x09)
        case UInt8(ascii: "u"):
            guard let scalar = unicodeEscape() else {
                throw faults.stop(.jsonEscape(at: SourceSpan(file: file, start: start, end: position)))
            }
            result += UTF8.encode(scalar).map { Array($0) } ?? []
        default:
            at -= 1
            throw faults.stop(.jsonEscape(at: SourceSpan(file: file, start: start, end: spanHere().end)))
        }
    }

    /// The character of `\uXXXX`, or of the two that make a surrogate pair, after the first `u`; nil for anything else.
    private mutating func unicodeEscape() -> Unicode.Scalar? {
        guard let first = hexadecimal() else { return nil }
        guard first & 0xF800 == 0xD800 else { return Unicode.Scalar(first) }
        guard first < 0xDC00, at + 1 < text.count, text[at] == UInt8(ascii: "\\"), text[at + 1] == UInt8(ascii: "u") else { return nil }
        at += 2
        guard let second = hexadecimal(), second & 0xFC00 == 0xDC00 else { return nil }
        return Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF)
    }

    private mutating func hexadecimal() -> UInt32? {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard at < text.count, let digit = Character(Unicode.Scalar(text[at])).hexDigitValue, text[at] < 0x80 else { return nil }
            value = value << 4 | UInt32(digit)
            at += 1
        }
        return value
    }

    // MARK: Places

    var position: SourcePosition {
        let column = at - lineStart - continuing + 1
        return SourcePosition(line: line, column: column, byte: base + at, utf16: column + astral)
    }

    private func after(_ start: SourcePosition) -> SourcePosition {
        SourcePosition(line: Int(start.line), column: Int(start.column) + 1, byte: Int(start.byte) + 1, utf16: Int(start.utf16) + 1)
    }

    /// Moves past one byte of a string.
    private mutating func pass(_ byte: UInt8) {
        at += 1
        if byte < 0x80 { return }
        if byte < 0xC0 { continuing += 1 } else if byte >= 0xF0 { astral += 1 }
    }

    private mutating func skip(_ byte: Unicode.Scalar) -> Bool {
        guard at < text.count, text[at] == UInt8(ascii: byte) else { return false }
        at += 1
        return true
    }

    private mutating func word(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard at + count <= text.count else { return false }
        for offset in 0..<count where text[at + offset] != word.utf8Start[offset] { return false }
        if at + count < text.count, Self.isWord(text[at + count]) { return false }
        at += count
        return true
    }

    private mutating func skipBlanks() {
        while at < text.count {
            switch text[at] {
            case 0x20, 0x09: at += 1
            case 0x0A, 0x0D:
                at += text[at] == 0x0D && at + 1 < text.count && text[at + 1] == 0x0A ? 2 : 1
                line += 1
                (lineStart, continuing, astral) = (at, 0, 0)
            default: return
            }
        }
    }

    static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...,
            UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    /// The character at the next byte, or nothing at the end of a line or of the text.
    mutating func spanHere() -> SourceSpan {
        let start = position
        guard at < text.count, text[at] != 0x0A, text[at] != 0x0D else { return SourceSpan(file: file, start: start, end: start) }
        var copy = self
        repeat { copy.pass(text[copy.at]) } while copy.at < text.count && text[copy.at] & 0xC0 == 0x80
        return SourceSpan(file: file, start: start, end: copy.position)
    }

    /// The word or number that stands at `start`, in the present line.
    mutating func wordSpan(_ start: Int) -> SourceSpan {
        var copy = self
        copy.at = start
        let first = copy.position
        while copy.at < text.count, Self.isWord(text[copy.at]), copy.at - start < 200 || text[copy.at] & 0xC0 == 0x80 {
            copy.pass(text[copy.at])
        }
        return SourceSpan(file: file, start: first, end: copy.position)
    }
}
