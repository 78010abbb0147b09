/// What an edit does to a file, line by line: the lines that go and those that come.
public enum TextEdit {
    /// A row for each line that is not the same in both; an edit is one stretch of lines.
    public static func table(_ path: String, from before: [UInt8], to after: [UInt8]) -> Table {
        let (old, new) = (lines(before), lines(after))
        var first = 0
        while first < min(old.count, new.count), old[first] == new[first] { first += 1 }
        var last = 0
        while last < min(old.count, new.count) - first, old[old.count - 1 - last] == new[new.count - 1 - last] { last += 1 }
        func rows(_ lines: [String], _ change: String) -> [[Table.Cell]] {
            (first..<(lines.count - last)).map { [.text(path), .integer($0 + 1), .text(change), .text(lines[$0])] }
        }
        return Table(
            "kernel.edit", title: Text(nb: "Endringer i \(path)", nn: "Endringar i \(path)", en: "Changes in \(path)"),
            columns: [
                .init("path", .text, Text(nb: "Fil", nn: "Fil", en: "File")),
                .init("line", .integer, Text(nb: "Linje", nn: "Linje", en: "Line")),
                .init("change", .code, Text(nb: "Endring", nn: "Endring", en: "Change")),
                .init("text", .text, Text(nb: "Tekst", nn: "Tekst", en: "Text")),
            ], rows: rows(old, "removed") + rows(new, "added"))
    }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
        }
    }
}
