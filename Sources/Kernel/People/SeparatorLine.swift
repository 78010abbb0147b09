/// The line `sep=;` that spreadsheets write and read before the header of a CSV file.
struct SeparatorLine {
    /// What the line names: a comma, a semicolon, a tab or a bar.
    let delimiter: UInt8
    /// The byte after the line.
    let end: Int

    /// - Returns: nil where the file begins with another line.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        let start = CSVReader.byteOrderMark(bytes)
        let line = bytes[start...].prefix { $0 != 0x0A }
        var words = line[...]
        if words.last == 0x0D { words.removeLast() }
        guard words.count == 5, words.dropLast().elementsEqual("sep=".utf8), let delimiter = words.last, ",;\t|".utf8.contains(delimiter)
        else { return nil }
        self.delimiter = delimiter
        end = min(line.endIndex + 1, bytes.count)
    }
}
