/// A table as one HTML page that needs nothing beside it: no script, headings marked as such, readable on paper.
public struct HTMLRenderer: Sendable {
    public var language: Language

    public init(language: Language) { self.language = language }

    public func render(_ table: Table) -> String {
        let title = Self.escaped(table.title(language))
        let headings = table.columns.map { column in
            "<th scope=\"col\"\(number(column))>\(Self.escaped(column.text(language)))\(column.unit.map { " (\(Self.escaped($0)))" } ?? "")</th>"
        }.joined()
        let rows = table.rows.map { row in
            "<tr>" + zip(table.columns, row).map { "<td\(number($0))>\(Self.escaped($1.text(language)))</td>" }.joined() + "</tr>\n"
        }.joined()
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            <style>\(Self.style)</style>
            </head>
            <body>
            <main>
            <h1>\(title)</h1>
            <table>
            <caption>\(Text(nb: "\(table.rows.count) rader", nn: "\(table.rows.count) rader", en: "\(table.rows.count) rows")(language))</caption>
            <thead><tr>\(headings)</tr></thead>
            <tbody>
            \(rows)</tbody>
            </table>
            </main>
            </body>
            </html>

            """
    }

    private func number(_ column: Table.Column) -> String { [.integer, .number].contains(column.type) ? " class=\"n\"" : "" }

    private static let style = """
        body{font:1rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff;margin:2rem auto;max-width:72rem;padding:0 1rem}
        table{border-collapse:collapse;width:100%}caption{text-align:left;color:#444;margin-bottom:.5rem}
        th,td{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #767676;vertical-align:top}th{border-bottom-width:2px}
        .n{text-align:right;font-variant-numeric:tabular-nums}
        @media print{body{margin:0;max-width:none}thead{display:table-header-group}tr{break-inside:avoid}}
        """

    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
