/// Turns byte offsets of a CSV file into places, counted only when a fault needs them.
struct CSVPlaces {
    let file: SourceFile.ID
    let bytes: UnsafeBufferPointer<UInt8>

    /// The stretch from `start` to `end`, both within or at the end of `record`.
    func span(_ start: Int, _ end: Int, in record: CSVRecord) -> SourceSpan {
        SourceSpan(file: file, start: position(start, in: record), end: position(end, in: record))
    }

    /// A field, its quotes not counted.
    func span(_ field: CSVField, in record: CSVRecord) -> SourceSpan {
        span(field.start, field.end, in: record)
    }

    /// The whole record, up to the end of its first line where it has several.
    func span(_ record: CSVRecord) -> SourceSpan {
        let end = bytes[record.start..<max(record.start, record.end)].firstIndex(of: 0x0A) ?? record.end
        return span(record.start, end, in: record)
    }

    /// The end of the file.
    func end(after record: CSVRecord) -> SourceSpan {
        span(bytes.count, bytes.count, in: record)
    }

    private func position(_ offset: Int, in record: CSVRecord) -> SourcePosition {
        var (line, column, utf16) = (record.line, 1, 1)
        for at in record.start..<max(record.start, min(offset, bytes.count)) {
            let byte = bytes[at]
            if byte == 0x0A || byte == 0x0D && !(at + 1 < bytes.count && bytes[at + 1] == 0x0A) {
                line += 1
                (column, utf16) = (1, 1)
            } else if byte & 0xC0 != 0x80 {
                column += 1
                utf16 += byte >= 0xF0 ? 2 : 1
            }
        }
        return SourcePosition(line: line, column: column, byte: offset, utf16: utf16)
    }
}
