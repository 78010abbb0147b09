/// A table for people: aligned columns, no lines to trip a screen reader.
public struct TableRenderer: Sendable {
    public var language: Language
    /// For screen readers: one `column: value` a line instead of aligned columns.
    public var plain: Bool
    /// Whether the headings may be bold.
    public var color: Bool

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
        let texts = table.columns.indices.map { table.cells($0).map { Self.visible($0.text(language, in: table.zone)) } }
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
