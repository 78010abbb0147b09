/// Reads a regular expression in the syntax of ECMA-262 (section 22.2.1, Unicode mode) without backreferences and lookaround.
struct PatternParser {
    static let deepest = 100

    let scalars: [UInt32]
    private var position = 0
    private var depth = 0

    init(_ source: String) { scalars = source.unicodeScalars.map(\.value) }

    mutating func parse() throws(PatternError) -> PatternNode {
        let node = try choice()
        if position < scalars.count { throw .unopenedGroup(position..<position + 1) }
        return node
    }

    private func peek(_ character: Unicode.Scalar, at offset: Int = 0) -> Bool {
        position + offset < scalars.count && scalars[position + offset] == character.value
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard peek(character) else { return false }
        position += 1
        return true
    }

    func text(_ range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        for value in scalars[range] { if let scalar = Unicode.Scalar(value) { text.append(scalar) } }
        return String(text)
    }

    private mutating func choice() throws(PatternError) -> PatternNode {
        var options = [try sequence()]
        while take("|") { options.append(try sequence()) }
        return options.count == 1 ? options[0] : .choice(options)
    }

    private mutating func sequence() throws(PatternError) -> PatternNode {
        var parts: [PatternNode] = []
        while position < scalars.count && !peek("|") && !peek(")") { parts.append(try term()) }
        return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .sequence(parts)
    }

    private mutating func term() throws(PatternError) -> PatternNode {
        let start = position
        let value = scalars[position]
        position += 1
        var atom: PatternNode
        switch Unicode.Scalar(value) {
        case "^": atom = .assertion(.start)
        case "$": atom = .assertion(.end)
        case ".": atom = .set(ScalarSet(ScalarSet.complement(ScalarSet.lineTerminators)))
        case "(": atom = try group(from: start)
        case "[": atom = .set(try characterClass(from: start))
        case "\\": atom = try escape(from: start)
        case "*", "+", "?": throw .nothingToRepeat(start..<position)
        case "{", "}", "]": throw .loneBracket(text(start..<position), start..<position)
        default: atom = .set(ScalarSet(scalar: value))
        }
        guard let (least, most) = try quantifier() else { return atom }
        if case .assertion = atom { throw .nothingToRepeat(start..<position) }
        atom = .repeated(atom, least: least, most: most)
        if peek("*") || peek("+") || peek("?") { throw .nothingToRepeat(position..<position + 1) }
        return atom
    }

    /// A quantifier, greedy or lazy; which of the two makes no difference to whether a text matches.
    private mutating func quantifier() throws(PatternError) -> (Int, Int?)? {
        let start = position
        var bounds: (Int, Int?)
        if take("*") {
            bounds = (0, nil)
        } else if take("+") {
            bounds = (1, nil)
        } else if take("?") {
            bounds = (0, 1)
        } else if take("{") {
            guard let least = number() else { throw .loneBracket("{", start..<start + 1) }
            bounds = (least, least)
            if take(",") { bounds.1 = number() }
            guard take("}") else { throw .loneBracket("{", start..<start + 1) }
            if let most = bounds.1, most < least { throw .repetitionOrder(start..<position) }
        } else {
            return nil
        }
        _ = take("?")
        return bounds
    }

    /// A decimal number; one too large for any pattern becomes a number that is too large.
    private mutating func number() -> Int? {
        let start = position
        var value = 0
        while position < scalars.count, case 0x30...0x39 = scalars[position] {
            value = min(1_000_000_000, value * 10 + Int(scalars[position] - 0x30))
            position += 1
        }
        return position > start ? value : nil
    }

    private mutating func group(from start: Int) throws(PatternError) -> PatternNode {
        depth += 1
        defer { depth -= 1 }
        if depth > Self.deepest { throw .tooDeep(start..<start + 1) }
        if take("?") {
            if peek("=") || peek("!") || (peek("<") && (peek("=", at: 1) || peek("!", at: 1))) {
                throw .lookaround(start..<min(scalars.count, position + (peek("<") ? 2 : 1)))
            }
            if take("<") {
                try groupName(from: start)
            } else if !take(":") {
                throw .unknownGroup(start..<min(scalars.count, position + 1))
            }
        }
        let node = try choice()
        guard take(")") else { throw .unclosedGroup(start..<start + 1) }
        return node
    }

    private mutating func groupName(from start: Int) throws(PatternError) {
        let first = position
        while position < scalars.count, let scalar = Unicode.Scalar(scalars[position]),
            scalar == "_" || scalar == "$" || scalar.properties.isIDContinue
        {
            position += 1
        }
        let beginsWithDigit = first < position && Unicode.Scalar(scalars[first])?.properties.numericType != nil
        guard position > first, !beginsWithDigit, take(">") else { throw .unknownGroup(start..<position) }
    }

    // MARK: Escapes

    private mutating func escape(from start: Int) throws(PatternError) -> PatternNode {
        if take("b") { return .assertion(.boundary) }
        if take("B") { return .assertion(.notBoundary) }
        if position < scalars.count, case 0x31...0x39 = scalars[position] {
            _ = number()
            throw .backreference(start..<position)
        }
        if peek("k") { throw .backreference(start..<position + 1) }
        return .set(try escapedSet(from: start))
    }

    private mutating func escapedSet(from start: Int) throws(PatternError) -> ScalarSet {
        guard position < scalars.count else { throw .unknownEscape("\\", start..<position) }
        let value = scalars[position]
        switch Unicode.Scalar(value) {
        case "d": position += 1; return ScalarSet(ScalarSet.digits)
        case "D": position += 1; return ScalarSet(ScalarSet.complement(ScalarSet.digits))
        case "w": position += 1; return ScalarSet(ScalarSet.word)
        case "W": position += 1; return ScalarSet(ScalarSet.complement(ScalarSet.word))
        case "s": position += 1; return ScalarSet(ScalarSet.space)
        case "S": position += 1; return ScalarSet(ScalarSet.complement(ScalarSet.space))
        case "p", "P": return try category(from: start)
        default: return ScalarSet(scalar: try escapedScalar(from: start))
        }
    }

    private mutating func category(from start: Int) throws(PatternError) -> ScalarSet {
        let isNegated = peek("P")
        position += 1
        let first = position + 1
        guard take("{"), let end = scalars[position...].firstIndex(of: 0x7D) else {
            throw .unknownEscape(text(start..<position), start..<position)
        }
        position = end + 1
        let name = text(first..<end)
        guard let mask = GeneralCategories.mask(named: name) else { throw .unknownProperty(name, start..<position) }
        var set = ScalarSet()
        set.categories = isNegated ? ~mask & ((1 << UInt32(GeneralCategories.count)) - 1) : mask
        return set
    }

    private mutating func escapedScalar(from start: Int) throws(PatternError) -> UInt32 {
        let value = scalars[position]
        position += 1
        switch Unicode.Scalar(value) {
        case "t": return 0x09
        case "n": return 0x0A
        case "v": return 0x0B
        case "f": return 0x0C
        case "r": return 0x0D
        case "0":
            if position < scalars.count, case 0x30...0x39 = scalars[position] { throw .backreference(start..<position + 1) }
            return 0
        case "c":
            if position < scalars.count, case 0x41...0x5A = scalars[position] & ~0x20, scalars[position] < 0x80 {
                position += 1
                return scalars[position - 1] & 0x1F
            }
        case "x": if let code = hexadecimal(2) { return code }
        case "u": if let code = unicodeEscape() { return code }
        default:
            // Marks need not be escaped, but may be; letters and digits are kept for meanings to come.
            if value < 0x80, let scalar = Unicode.Scalar(value), !scalar.properties.isAlphabetic, !(0x30...0x39).contains(value) {
                return value
            }
        }
        throw .unknownEscape(text(start..<position), start..<position)
    }

    private mutating func unicodeEscape() -> UInt32? {
        if take("{") {
            let start = position
            var code: UInt32 = 0
            while position < scalars.count, let digit = Unicode.Scalar(scalars[position])?.hexadecimalValue {
                code = code * 16 + digit
                if code > ScalarSet.last { return nil }
                position += 1
            }
            return position > start && take("}") ? code : nil
        }
        guard let high = hexadecimal(4) else { return nil }
        guard (0xD800...0xDBFF).contains(high), peek("\\"), peek("u", at: 1) else { return high }
        let saved = position
        position += 2
        if let low = hexadecimal(4), (0xDC00...0xDFFF).contains(low) { return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00) }
        position = saved
        return high
    }

    private mutating func hexadecimal(_ count: Int) -> UInt32? {
        guard position + count <= scalars.count else { return nil }
        var code: UInt32 = 0
        for value in scalars[position..<position + count] {
            guard let digit = Unicode.Scalar(value)?.hexadecimalValue else { return nil }
            code = code * 16 + digit
        }
        position += count
        return code
    }

    // MARK: Character classes

    private mutating func characterClass(from start: Int) throws(PatternError) -> ScalarSet {
        var set = ScalarSet()
        set.isNegated = take("^")
        while !take("]") {
            guard position < scalars.count else { throw .unclosedClass(start..<start + 1) }
            let first = position
            let low = try classItem()
            guard peek("-"), !peek("]", at: 1), position + 1 < scalars.count else {
                set.add(low.ranges)
                set.categories |= low.categories
                continue
            }
            position += 1
            let high = try classItem()
            guard let from = low.single, let to = high.single else { throw .classRange(first..<position) }
            if from > to { throw .classOrder(first..<position) }
            set.add([from...to])
        }
        set.normalise()
        return set
    }

    private mutating func classItem() throws(PatternError) -> ScalarSet {
        let start = position
        position += 1
        guard scalars[start] == 0x5C else { return ScalarSet(scalar: scalars[start]) }
        if take("b") { return ScalarSet(scalar: 0x08) }
        return try escapedSet(from: start)
    }
}

extension ScalarSet {
    /// The one scalar of a set that has just one.
    fileprivate var single: UInt32? {
        guard categories == 0, !isNegated, ranges.count == 1, ranges[0].count == 1 else { return nil }
        return ranges[0].lowerBound
    }
}

extension Unicode.Scalar {
    /// The value of an ASCII hexadecimal digit.
    var hexadecimalValue: UInt32? {
        switch self {
        case "0"..."9": value - 0x30
        case "a"..."f": value - 0x61 + 10
        case "A"..."F": value - 0x41 + 10
        default: nil
        }
    }
}
