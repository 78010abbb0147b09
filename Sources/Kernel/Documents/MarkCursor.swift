import CLibYAML

/// Turns libyaml's marks, which count Unicode scalars, into places in all four units.
///
/// The cursor walks the text beside the parser, so that a whole file costs one pass. In a file of ASCII alone it does not walk at all.
struct MarkCursor {
    /// What libyaml was given.
    private let text: UnsafeBufferPointer<UInt8>
    /// The place of the text's first byte, at the start of a line.
    private let base: SourcePosition
    private let isASCII: Bool
    private let hasAstral: Bool

    /// Where the cursor stands: the scalar, its byte, and the characters above U+FFFF before it in its line.
    private var index = 0
    private var byte = 0
    private var astral = 0
    /// Bytes around the cursor that are known to be ASCII, where it moves at once.
    private var run = 0..<0

    init(_ text: UnsafeBufferPointer<UInt8>, base: SourcePosition, scan: TextScan) {
        self.text = text
        self.base = base
        isASCII = scan.isASCII
        hasAstral = scan.hasAstral
    }

    mutating func position(_ mark: yaml_mark_t) -> SourcePosition {
        if isASCII {
            byte = mark.index
        } else {
            move(to: mark.index)
        }
        return SourcePosition(
            line: Int(base.line) + mark.line, column: mark.column + 1, byte: Int(base.byte) + byte, utf16: mark.column + 1 + astral)
    }

    /// The end of a block scalar: of its last line that is not blank; libyaml's own mark lies after the blank lines that follow.
    ///
    /// - Parameters:
    ///   - start: the place of the `|` or `>`, or of the tag or anchor before it.
    ///   - mark: libyaml's end of the scalar.
    mutating func blockScalarEnd(start: SourcePosition, _ mark: yaml_mark_t) -> SourcePosition {
        let after = position(mark)
        let (first, last) = (Int(start.byte - base.byte), byte)
        var end = last
        while end > first, Self.isBlank(text[end - 1]) { end -= 1 }
        while end < last, !Self.isBreak(text[end]) { end += 1 }
        var breaks = 0
        for at in end..<last where text[at] == 0x0A || text[at] == 0x0D && !(at + 1 < text.count && text[at + 1] == 0x0A) { breaks += 1 }
        let line = Int(after.line) - breaks
        guard line > Int(start.line) else { return headerEnd(start) }
        var lineStart = end
        while lineStart > first, !Self.isBreak(text[lineStart - 1]) { lineStart -= 1 }
        let (scalars, wide) = count(lineStart..<end)
        return SourcePosition(line: line, column: scalars + 1, byte: Int(base.byte) + end, utf16: scalars + wide + 1)
    }

    /// The end of the header of a block scalar without a line: after its indicators.
    private func headerEnd(_ start: SourcePosition) -> SourcePosition {
        let first = Int(start.byte - base.byte)
        var end = first
        while end < text.count, !Self.isBreak(text[end]), text[end] != UInt8(ascii: "|"), text[end] != UInt8(ascii: ">") { end += 1 }
        while end < text.count, !Self.isBlank(text[end]) { end += 1 }
        let (scalars, wide) = count(first..<end)
        return SourcePosition(
            line: Int(start.line), column: Int(start.column) + scalars, byte: Int(start.byte) + end - first,
            utf16: Int(start.utf16) + scalars + wide)
    }

    private mutating func move(to target: Int) {
        if hasAstral { step(to: target) } else { jump(to: target) }
    }

    /// Moves from one run of ASCII to the next; only where no line has characters above U+FFFF to count.
    private mutating func jump(to target: Int) {
        while index != target {
            let wanted = byte + target - index
            if wanted >= run.lowerBound && wanted <= run.upperBound {
                byte = wanted
                index = target
                return
            }
            guard wanted > run.upperBound, run.upperBound < text.count else {
                step(to: target)
                run = byte..<byte
                return
            }
            index += run.upperBound - byte + 1
            byte = run.upperBound + Self.length(text[run.upperBound])
            run = byte..<endOfASCII(from: byte)
        }
    }

    private func endOfASCII(from start: Int) -> Int {
        let bytes = UnsafeRawBufferPointer(text)
        var end = start
        while end + 8 <= bytes.count, bytes.loadUnaligned(fromByteOffset: end, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 { end += 8 }
        while end < bytes.count, bytes[end] < 0x80 { end += 1 }
        return end
    }

    /// How many bytes the character takes that begins with this one.
    private static func length(_ unit: UInt8) -> Int { unit < 0x80 ? 1 : unit < 0xE0 ? 2 : unit < 0xF0 ? 3 : 4 }

    private mutating func step(to target: Int) {
        while index < target, byte < text.count {
            let unit = text[byte]
            if unit < 0x80 {
                if unit == 0x0A || unit == 0x0D { astral = 0 }
                byte += 1
            } else if unit < 0xE0 {
                byte += 2
            } else if unit < 0xF0 {
                byte += 3
            } else {
                byte += 4
                astral += 1
            }
            index += 1
        }
        guard index > target else { return }
        while index > target, byte > 0 {
            repeat { byte -= 1 } while byte > 0 && text[byte] & 0xC0 == 0x80
            index -= 1
        }
        guard hasAstral else { return }
        var lineStart = byte
        while lineStart > 0, !Self.isBreak(text[lineStart - 1]) { lineStart -= 1 }
        astral = count(lineStart..<byte).astral
    }

    private func count(_ range: Range<Int>) -> (scalars: Int, astral: Int) {
        var (scalars, astral) = (0, 0)
        for unit in text[range] where unit & 0xC0 != 0x80 {
            scalars += 1
            if unit >= 0xF0 { astral += 1 }
        }
        return (scalars, astral)
    }

    private static func isBreak(_ unit: UInt8) -> Bool { unit == 0x0A || unit == 0x0D }
    private static func isBlank(_ unit: UInt8) -> Bool { isBreak(unit) || unit == 0x20 || unit == 0x09 }
}
