extension SourceFile {
    /// The place of a byte, found by counting from the start of the file (from `from`, where the caller knows a nearer place).
    ///
    /// Lines end with LF, CR LF or CR. A byte order mark takes no column. Bytes that are not UTF-8 count one column each.
    ///
    /// - Parameters:
    ///   - byte: an offset from 0 to the size of the file.
    ///   - from: a place at or before `byte`.
    public func position(ofByte byte: Int, from: SourcePosition = .start) -> SourcePosition {
        let end = min(byte, bytes.count)
        var (line, column, utf16) = (Int(from.line), Int(from.column), Int(from.utf16))
        var at = Int(from.byte)
        if at == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
        while at < end {
            let unit = bytes[at]
            if unit == 0x0A || unit == 0x0D && !(at + 1 < bytes.count && bytes[at + 1] == 0x0A) {
                line += 1
                (column, utf16) = (1, 1)
            } else if unit & 0xC0 != 0x80 {
                column += 1
                utf16 += unit >= 0xF0 ? 2 : 1
            }
            at += 1
        }
        return SourcePosition(line: line, column: column, byte: end, utf16: utf16)
    }

    /// The span from one byte up to, not including, another.
    public func span(fromByte start: Int, toByte end: Int) -> SourceSpan {
        let first = position(ofByte: start)
        return SourceSpan(file: id, start: first, end: position(ofByte: max(end, start), from: first))
    }
}
