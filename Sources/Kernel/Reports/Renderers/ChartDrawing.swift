/// Pieces that both kinds of chart are made of.
struct ChartDrawing {
    /// What has been drawn so far, in the order in which it lies.
    var svg = ""
    /// Pixels.
    var height = 0

    /// Pixels from one line of text to the next.
    static let line = 18
    /// About how many columns of text fit across the narrowest screen.
    static let columns = 36

    /// Adds a text.
    ///
    /// - Parameters:
    ///   - x: per cent of the width.
    ///   - y: pixels from the top to the foot of the letters.
    mutating func text(_ text: String, x: Double, y: Int, anchor: String = "start") {
        svg +=
            "<text x=\"\(Self.percent(x))\" y=\"\(y)\"\(anchor == "start" ? "" : " text-anchor=\"\(anchor)\"")>\(HTMLText.inPicture(text))</text>\n"
    }

    /// Adds a line of an axis.
    mutating func axis(x1: Double, y1: Int, x2: Double, y2: Int) {
        svg += "<line class=\"axis\" x1=\"\(Self.percent(x1))\" y1=\"\(y1)\" x2=\"\(Self.percent(x2))\" y2=\"\(y2)\"/>\n"
    }

    /// A share of the width, to two decimals.
    static func percent(_ value: Double) -> String { NumberText.exact((value * 100).rounded() / 100) + "%" }

    /// The text in lines of at most that many columns, broken at blanks where there are some; the last ends in an ellipsis if more is left.
    static func wrapped(_ text: String, columns: Int = columns, lines limit: Int = 3) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in TableRenderer.visible(text).split(separator: " ") {
            var rest = String(word)
            if !line.isEmpty, TextWidth.of(line) + 1 + TextWidth.of(rest) <= columns {
                line += " " + rest
                continue
            }
            if !line.isEmpty { lines.append(line) }
            while TextWidth.of(rest) > columns {
                let head = prefix(rest, columns: columns)
                lines.append(head)
                rest = String(rest.dropFirst(head.count))
            }
            line = rest
        }
        if !line.isEmpty { lines.append(line) }
        guard lines.count > limit else { return lines.isEmpty ? ["–"] : lines }
        return lines.prefix(limit - 1) + [prefix(lines[limit - 1], columns: columns - 1) + "…"]
    }

    /// The beginning of a text that fits, of at least one character.
    static func prefix(_ text: String, columns: Int) -> String {
        var width = 0
        var result = ""
        for character in text {
            width += TextWidth.of(String(character))
            if width > columns, !result.isEmpty { break }
            result.append(character)
        }
        return result
    }

    /// What stands where there is no number to draw.
    static func value(_ cell: Table.Cell, _ language: Language) -> String {
        switch cell {
        case .suppressed, .undefined: cell.text(language)
        case .integer, .number: cell.double == nil ? missing(language) : cell.text(language)
        default: missing(language)
        }
    }

    private static func missing(_ language: Language) -> String {
        Text(nb: "ingen verdi", nn: "ingen verdi", en: "no value")(language)
    }
}
