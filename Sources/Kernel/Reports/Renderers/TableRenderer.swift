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
        if table.rows.isEmpty { return Text(nb: "(ingen)", nn: "(ingen)", en: "(none)")(language) + "\n" }
        return plain ? records(table) : aligned(table)
    }

    private func records(_ table: Table) -> String {
        table.rows.map { row in
            zip(table.columns, row).map { "\($0.text(language)): \(Self.visible($1.text(language)))\n" }.joined()
        }.joined(separator: "\n")
    }

    private func aligned(_ table: Table) -> String {
        let headings = table.columns.map { $0.text(language) }
        let cells = table.rows.map { row in row.map { Self.visible($0.text(language)) } }
        let widths = table.columns.indices.map { column in
            ([headings[column]] + cells.map { $0[column] }).map(TextWidth.of).max() ?? 0
        }
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
            case .control, .format: "\u{FFFD}"
            default: String(scalar)
            }
        }.joined()
    }
}
