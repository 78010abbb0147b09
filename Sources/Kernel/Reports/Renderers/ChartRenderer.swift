/// Charts as SVG within a page.
///
/// Widths are percentages and heights are pixels, so that texts keep their size on every screen.
struct ChartRenderer {
    var language: Language

    /// The chart of a table as a figure; empty where there is no chart or nothing to draw.
    func figure(_ table: Table, id: String) -> String {
        guard let chart = table.chart, let labels = table.columns.firstIndex(where: { $0.id == chart.labels }) else { return "" }
        let columns = chart.values.compactMap { name in table.columns.firstIndex { $0.id == name } }
        let series = columns.enumerated().map { number, column in
            ChartSeries(number: number, name: name(table.columns[column]), cells: table.cells(column))
        }
        guard !table.rows.isEmpty, !series.isEmpty else { return "" }
        let details = chart.details.flatMap { id in table.columns.firstIndex { $0.id == id } }
        let names = table.cells(labels).enumerated().map { row, cell in
            let detail = details.map { table.cells($0)[row].text(language, in: table.zone) } ?? ""
            return cell.text(language, in: table.zone) + (detail.isEmpty ? "" : ", \(detail)")
        }
        let drawing =
            switch chart.kind {
            case .bar: BarChart(language: language, id: id, labels: names, series: series).drawing
            case .line: LineChart(language: language, id: id, labels: names, series: series).drawing
            case .cycle: CycleChart(labels: names, reached: series[0].cells.map { ($0.double ?? 0) > 0 }).drawing
            }
        let title = "\(kind(chart.kind)): \(table.title(language))"
        let fallback = Text(
            nb: "Tallene i figuren står i tabellen ved siden av.", nn: "Tala i figuren står i tabellen ved sida av.",
            en: "The numbers of the chart are in the table beside it.")
        let description = chart.description.map { "\($0(language)) " } ?? ""
        return """
            <figure>
            <svg role="img" aria-labelledby="\(id)-title \(id)-desc" height="\(drawing.height)">
            <title id="\(id)-title">\(HTMLText.inPicture(title))</title>
            <desc id="\(id)-desc">\(HTMLText.inPicture(description + fallback(language)))</desc>
            <defs>\(series.prefix(ChartSeries.styles).map { $0.pattern(id) }.joined())</defs>
            \(drawing.svg)</svg>
            <figcaption>\(HTMLText.escaped(chart.description?(language) ?? title))</figcaption>
            </figure>

            """
    }

    private func kind(_ kind: Chart.Kind) -> String {
        switch kind {
        case .bar: Text(nb: "Søylediagram", nn: "Søylediagram", en: "Bar chart")(language)
        case .line: Text(nb: "Linjediagram", nn: "Linjediagram", en: "Line chart")(language)
        case .cycle: Text(nb: "Syklus", nn: "Syklus", en: "Cycle")(language)
        }
    }

    private func name(_ column: Table.Column) -> String { column.text(language) + (column.unit.map { " (\($0))" } ?? "") }
}
