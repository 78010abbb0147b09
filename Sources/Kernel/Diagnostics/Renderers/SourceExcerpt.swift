/// The line of a file that a span begins in, cut around the span where the line is long.
struct SourceExcerpt: Equatable {
    /// What is shown of the line: before the span, the span as far as it lies in this line, and after it.
    let before: String
    let marked: String
    let after: String

    /// How much of a line is looked at on either side, in bytes, so that a line of many megabytes costs no more than another.
    private static let reach = 400
    /// How many columns are shown at most: before the span, of the span, and in all.
    private static let (most, mostMarked, mostInAll) = (50, 80, 120)

    init(_ span: SourceSpan, in file: SourceFile) {
        let bytes = file.bytes
        let start = min(max(Int(span.start.byte), 0), bytes.count)
        var first = start
        while first > 0, start - first < Self.reach, !Self.isBreak(bytes[first - 1]) { first -= 1 }
        let isCutBefore = first > 0 && !Self.isBreak(bytes[first - 1])
        if first == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { first = min(3, start) }
        if isCutBefore { while first < start, bytes[first] & 0xC0 == 0x80 { first += 1 } }
        var last = start
        while last < bytes.count, last - start < Self.reach, !Self.isBreak(bytes[last]) { last += 1 }
        let isCutAfter = last < bytes.count && !Self.isBreak(bytes[last])
        if isCutAfter { while last > start, bytes[last] & 0xC0 == 0x80 { last -= 1 } }
        let end = min(max(Int(span.end.byte), start), last)

        func text(_ range: Range<Int>) -> String { VisibleText.escape(String(decoding: bytes[range], as: UTF8.self)) }
        let all = (before: text(first..<start), marked: text(start..<end), after: text(end..<last))
        before = Self.cutStart(all.before, to: Self.most, isCut: isCutBefore)
        let marked = Self.cutEnd(all.marked, to: Self.mostMarked, isCut: false)
        self.marked = marked
        let rest = Self.mostInAll - VisibleText.width(before) - VisibleText.width(marked)
        after = marked == all.marked ? Self.cutEnd(all.after, to: max(rest, 10), isCut: isCutAfter) : ""
    }

    /// The whole line, without blanks at its end.
    var line: String {
        var line = Substring(before + marked + after)
        while line.last == " " { line.removeLast() }
        return String(line)
    }

    private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    private static func cutEnd(_ text: String, to width: Int, isCut: Bool) -> String {
        var result = String.UnicodeScalarView()
        var used = 0
        for scalar in text.unicodeScalars {
            used += VisibleText.width(scalar)
            if used > width { return String(result) + "…" }
            result.append(scalar)
        }
        return isCut ? text + "…" : text
    }

    private static func cutStart(_ text: String, to width: Int, isCut: Bool) -> String {
        var kept = text.unicodeScalars[...]
        var used = VisibleText.width(text)
        guard used > width || isCut else { return text }
        while used > width || kept.first.map({ VisibleText.width($0) == 0 }) == true, let first = kept.popFirst() {
            used -= VisibleText.width(first)
        }
        return "…" + String(kept)
    }
}
