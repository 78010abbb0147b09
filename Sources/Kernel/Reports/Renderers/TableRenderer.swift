/// A table for people: aligned columns, no lines to trip a screen reader.
public struct TableRenderer: Sendable {
    public var language: Language
    /// For screen readers: one `column: value` a line instead of aligned columns.
    public var plain: Bool
    /// Whether the headings may be bold.
    public var color: Bool

    /// How wide the columns before the last may be together; where they are wider, their long cells are cut.
    private static let bound = 200
    /// How wide a cell is at most that is cut.
    private static let cellLimit = 80

    public init(language: Language, plain: Bool, color: Bool) {
        self.language = language
        self.plain = plain
        self.color = color
    }

    public func render(_ table: Table) -> String {
        let body =
            table.rows.isEmpty ? Text(nb: "(ingen)", nn: "(ingen)", en: "(none)")(language) + "\n" : plain ? records(table) : aligned(table)
        let notes = table.footnotes.map { Self.visible($0(language)) + "\n" }
        return notes.isEmpty ? body : body + "\n" + notes.joined()
    }

    private func records(_ table: Table) -> String {
        table.rows.map { row in
            zip(table.columns, row).map { column, cell in "\(heading(column)): \(Self.visible(cell.text(language, in: table.zone)))\n" }
                .joined()
        }.joined(separator: "\n")
    }

    private func heading(_ column: Table.Column) -> String { Self.visible(column.text(language)) }

    private func aligned(_ table: Table) -> String {
        let headings = table.columns.map(heading)
        let texts = bounded(
            table.columns.indices.map { table.cells($0).map { Self.visible($0.text(language, in: table.zone)) } })
        let cells = table.rows.indices.map { row in texts.map { $0[row] } }
        let widths = zip(headings, texts).map { heading, column in ([heading] + column).map(TextWidth.of).max() ?? 0 }
        let rightAligned = table.columns.map { [.integer, .number].contains($0.type) }
        func line(_ texts: [String]) -> String {
            var parts: [String] = []
            for (column, text) in texts.enumerated() {
                let padding = String(repeating: " ", count: widths[column] - TextWidth.of(text))
                let last = column == texts.count - 1
                parts.append(rightAligned[column] ? padding + text : last ? text : text + padding)
            }
            var joined = parts.joined(separator: "  ")
            while joined.hasSuffix(" ") { joined.removeLast() }
            return joined
        }
        let heading = line(headings)
        return ([color ? "\u{1B}[1m\(heading)\u{1B}[0m" : heading] + cells.map(line)).map { $0 + "\n" }.joined()
    }

    /// The columns, long cells cut if one of them would push the others too far to the right.
    ///
    /// The last column pushes nothing, and is whole.
    private func bounded(_ columns: [[String]]) -> [[String]] {
        let before = columns.dropLast()
        let width = before.map { column in (column.map(TextWidth.of).max() ?? 0) + 2 }.reduce(0, +)
        guard width > Self.bound else { return columns }
        return before.map { column in column.map { Self.cut($0) } } + columns.suffix(1)
    }

    /// The text, with a mark where it goes on, if it is wider than a cell may be.
    private static func cut(_ text: String) -> String {
        guard TextWidth.of(text) > cellLimit else { return text }
        var (kept, width) = ("", 0)
        for character in text {
            width += TextWidth.of(String(character))
            guard width < cellLimit else { break }
            kept.append(character)
        }
        return kept + "…"
    }

    /// A cell on one line, with nothing in it that steers a terminal.
    static func visible(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control || $0.properties.generalCategory == .format })
        else {
            return text
        }
        return text.unicodeScalars.map { scalar in
            switch scalar.properties.generalCategory {
            case .control where scalar == "\n" || scalar == "\t": " "
            // The joiners are part of words and emoji, and harmless.
            case .format where scalar == "\u{200C}" || scalar == "\u{200D}": String(scalar)
            case .control, .format: "\u{FFFD}"
            default: String(scalar)
            }
        }.joined()
    }
}
