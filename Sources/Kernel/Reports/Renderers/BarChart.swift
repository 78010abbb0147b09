/// Bars that lie, one below the other, each under its label and with its number at the end of its line.
struct BarChart {
    var language: Language
    var id: String
    var labels: [String]
    var series: [ChartSeries]

    private static let barHeight = 16

    var drawing: ChartDrawing {
        var drawing = ChartDrawing()
        drawing.height = 4
        let values = series.flatMap { $0.cells.compactMap(\.double) }
        let (low, high) = (min(0, values.min() ?? 0), max(0, values.max() ?? 0))
        let texts = series.flatMap { $0.cells.map { ChartDrawing.value($0, language) } }
        // Numbers stand at the right; the bars have what is left.
        let width = 98 - min(50, Double(texts.map(TextWidth.of).max() ?? 0) * 2.7)
        // Halves, so that the span of the greatest numbers is finite.
        let span = high / 2 - low / 2
        func place(_ value: Double) -> Double { span > 0 ? (value / 2 - low / 2) / span * width : 0 }
        if series.count > 1 { legend(&drawing) }
        for (row, label) in labels.enumerated() {
            for line in ChartDrawing.wrapped(label) {
                drawing.height += ChartDrawing.line
                drawing.text(line, x: 0, y: drawing.height - 4)
            }
            let top = drawing.height
            for one in series {
                let cell = one.cells[row]
                if let value = cell.double {
                    let (from, to) = (place(min(0, value)), place(max(0, value)))
                    drawing.svg +=
                        "<rect class=\"edge \(one.tone)\" x=\"\(ChartDrawing.percent(from))\" y=\"\(drawing.height + 2)\" width=\"\(ChartDrawing.percent(to - from))\" height=\"\(Self.barHeight - 4)\" fill=\"url(#\(id)-p\(one.number % ChartSeries.styles))\"/>\n"
                }
                drawing.text(ChartDrawing.value(cell, language), x: 100, y: drawing.height + 13, anchor: "end")
                drawing.height += Self.barHeight
            }
            drawing.axis(x1: place(0), y1: top, x2: place(0), y2: drawing.height)
            drawing.height += 8
        }
        return drawing
    }

    private func legend(_ drawing: inout ChartDrawing) {
        for one in series {
            for (number, line) in ChartDrawing.wrapped(one.name, columns: ChartDrawing.columns - 4, lines: 2).enumerated() {
                if number == 0 {
                    drawing.svg +=
                        "<rect class=\"edge \(one.tone)\" x=\"1\" y=\"\(drawing.height + 3)\" width=\"20\" height=\"12\" fill=\"url(#\(id)-p\(one.number % ChartSeries.styles))\"/>\n"
                }
                drawing.height += ChartDrawing.line
                drawing.svg += "<text x=\"30\" y=\"\(drawing.height - 4)\">\(HTMLText.inPicture(line))</text>\n"
            }
        }
        drawing.height += 8
    }
}
