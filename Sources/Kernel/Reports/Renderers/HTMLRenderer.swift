/// Tables as one HTML page that needs nothing beside it: no script, no outside resource, readable on paper and on a phone.
///
/// Made to meet WCAG 2.1 AA: languages are marked, tables have captions and headers with scope, nothing is said by colour alone, and
/// each picture stands beside the table that it shows.
/// ```swift
/// let page = HTMLRenderer(language: .nn).render(table)
/// ```
public struct HTMLRenderer: Sendable {
    public var language: Language

    public init(language: Language) { self.language = language }

    /// A page for one table, under its title.
    public func render(_ table: Table) -> String {
        page(title: table.title(language), body: section(table, number: 1, headed: false))
    }

    /// A page for several tables, each under a heading of its own, with a list of them first.
    public func render(_ tables: [Table], title: Text) -> String {
        let numbered = tables.enumerated().map { (number: $0.offset + 1, table: $0.element) }
        let contents = numbered.map { number, table in
            "<li><a href=\"#t\(number)\">\(HTMLText.escaped(table.title(language)))</a></li>"
        }.joined(separator: "\n")
        let name = Text(nb: "Innhold", nn: "Innhald", en: "Contents")(language)
        let list = tables.count < 2 ? "" : "<nav aria-label=\"\(name)\">\n<ul>\n\(contents)\n</ul>\n</nav>\n"
        return page(title: title(language), body: list + numbered.map { section($0.table, number: $0.number, headed: true) }.joined())
    }

    private func page(title: String, body: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="\(language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>\(HTMLText.escaped(title))</title>
        <style>
        \(Self.style)
        </style>
        </head>
        <body>
        <main>
        <h1>\(HTMLText.escaped(title))</h1>
        \(body)</main>
        </body>
        </html>

        """
    }

    private func section(_ table: Table, number: Int, headed: Bool) -> String {
        let heading = headed ? "<h2>\(HTMLText.escaped(table.title(language)))</h2>\n" : ""
        let picture = ChartRenderer(language: language).figure(table, id: "c\(number)")
        let notes = table.footnotes.map { "<li>\(HTMLText.escaped($0(language)))</li>\n" }.joined()
        let label = Text(nb: "Merknader", nn: "Merknader", en: "Notes")(language)
        return """
            <section id="t\(number)">
            \(heading)\(parameters(table))<div class="beside">
            \(picture)\(self.table(table, number: number))</div>
            \(notes.isEmpty ? "" : "<ul class=\"notes\" aria-label=\"\(label)\">\n\(notes)</ul>\n")</section>

            """
    }

    /// The parameters that the report was asked for with; a list without any has none.
    private func parameters(_ table: Table) -> String {
        let given = table.parameters.filter { !$0.1.isNull }
        guard !given.isEmpty else { return "" }
        let pairs = given.map { name, value in
            let title = table.parameterTitles[name].map { $0(language) } ?? name
            return "<div><dt>\(HTMLText.escaped(title))</dt><dd>\(HTMLText.escaped(value.string ?? value.compact))</dd></div>\n"
        }.joined()
        return "<dl>\n\(pairs)</dl>\n"
    }

    private func table(_ table: Table, number: Int) -> String {
        let headings = table.columns.map { column in
            let unit = column.unit.map { " (\(HTMLText.escaped($0)))" } ?? ""
            return "<th scope=\"col\"\(mark(column))>\(HTMLText.escaped(column.text(language)))\(unit)</th>"
        }.joined()
        let rows = table.rows.map { row in
            "<tr>" + zip(table.columns, row).enumerated().map { self.cell($1.1, in: $1.0, heads: $0 == 0, zone: table.zone) }.joined()
                + "</tr>\n"
        }.joined()
        let count = table.rows.count
        let rowsText =
            count == 1
            ? Text(nb: "1 rad", nn: "1 rad", en: "1 row") : Text(nb: "\(count) rader", nn: "\(count) rader", en: "\(count) rows")
        return """
            <div class="scroll" role="region" aria-labelledby="t\(number)-caption" tabindex="0">
            <table>
            <caption id="t\(number)-caption">\(HTMLText.escaped(table.title(language))) (\(rowsText(language)))</caption>
            <thead>
            <tr>\(headings)</tr>
            </thead>
            <tbody>
            \(rows)</tbody>
            </table>
            </div>

            """
    }

    private func cell(_ cell: Table.Cell, in column: Table.Column, heads: Bool, zone: TimeZoneRules?) -> String {
        let tongue = cell.otherLanguage(language).map { " lang=\"\(HTMLText.escaped($0))\"" } ?? ""
        var content = HTMLText.escaped(cell.text(language, in: zone))
        if case .instant(let instant) = cell { content = "<time datetime=\"\(instant.description)\">\(content)</time>" }
        if heads { return "<th scope=\"row\"\(mark(column))\(tongue)>\(content)</th>" }
        return cell == .suppressed ? "<td\(mark(column))><i>\(content)</i></td>" : "<td\(mark(column))\(tongue)>\(content)</td>"
    }

    private func mark(_ column: Table.Column) -> String { [.integer, .number].contains(column.type) ? " class=\"n\"" : "" }
}
