/// Lines over the rows in their order, broken where a value is missing, with a mark at each value.
struct LineChart {
    var language: Language
    var id: String
    var labels: [String]
    var series: [ChartSeries]

    private static let plotHeight = 180
    /// How many rows are named below the axis; all of them are in the table.
    private static let namedRows = 4

    var drawing: ChartDrawing {
        var drawing = ChartDrawing()
        drawing.height = 4
        legend(&drawing)
        let ticks = Self.ticks(series.flatMap { $0.cells.compactMap(\.double) })
        let texts = ticks.map { NumberText.forPeople($0, language) }
        let left = min(40, Double(texts.map(TextWidth.of).max() ?? 0) * 2.7 + 2)
        let top = drawing.height + 8
        let (low, high) = (ticks[0], ticks[ticks.count - 1])
        // Halves, so that the span of the greatest numbers is finite.
        let span = high / 2 - low / 2
        func y(_ value: Double) -> Int {
            top + (span > 0 ? Int(((high / 2 - value / 2) / span * Double(Self.plotHeight)).rounded()) : Self.plotHeight / 2)
        }
        func x(_ row: Int) -> Double {
            labels.count < 2 ? (left + 96) / 2 : left + 2 + Double(row) / Double(labels.count - 1) * (94 - left)
        }
        for (tick, text) in zip(ticks, texts) {
            drawing.axis(x1: left, y1: y(tick), x2: 100, y2: y(tick))
            drawing.text(text, x: left - 1.5, y: y(tick) + 4, anchor: "end")
        }
        for one in series { line(one, x: x, y: y, in: &drawing) }
        drawing.height = top + Self.plotHeight + 4
        names(x: x, in: &drawing)
        return drawing
    }

    private func line(_ one: ChartSeries, x: (Int) -> Double, y: (Double) -> Int, in drawing: inout ChartDrawing) {
        var previous: (row: Int, value: Double)?
        var marks = ""
        for (row, cell) in one.cells.enumerated() {
            guard let value = cell.double else {
                previous = nil
                continue
            }
            let (px, py) = (ChartDrawing.percent(x(row)), y(value))
            if let previous {
                drawing.svg +=
                    "<line class=\"path \(one.tone)\" stroke-dasharray=\"\(one.dashes)\" x1=\"\(ChartDrawing.percent(x(previous.row)))\" y1=\"\(y(previous.value))\" x2=\"\(px)\" y2=\"\(py)\"/>\n"
            }
            marks += "<svg x=\"\(px)\" y=\"\(py)\" width=\"1\" height=\"1\"><path class=\"mark \(one.tone)\" d=\"\(one.marker)\"/></svg>\n"
            previous = (row, value)
        }
        drawing.svg += marks
    }

    /// The first and the last row, and some between, named below the axis.
    private func names(x: (Int) -> Double, in drawing: inout ChartDrawing) {
        let last = labels.count - 1
        let step = max(1, (last + Self.namedRows - 2) / (Self.namedRows - 1))
        let rows = (0...last).filter { $0 == last || $0 % step == 0 && last - $0 >= step }
        let count = rows.count
        var lines = 0
        for (place, row) in rows.enumerated() {
            let anchor = count < 2 ? "middle" : place == 0 ? "start" : place == count - 1 ? "end" : "middle"
            let wrapped = ChartDrawing.wrapped(labels[row], columns: ChartDrawing.columns / count - 2, lines: 3)
            for (number, line) in wrapped.enumerated() {
                drawing.text(line, x: x(row), y: drawing.height + ChartDrawing.line * (number + 1) - 4, anchor: anchor)
            }
            lines = max(lines, wrapped.count)
        }
        drawing.height += lines * ChartDrawing.line + 4
    }

    private func legend(_ drawing: inout ChartDrawing) {
        for one in series {
            let wrapped = ChartDrawing.wrapped(one.name, columns: ChartDrawing.columns - 4, lines: 2)
            let y = drawing.height + 9
            drawing.svg +=
                "<line class=\"path \(one.tone)\" stroke-dasharray=\"\(one.dashes)\" x1=\"0\" y1=\"\(y)\" x2=\"24\" y2=\"\(y)\"/><svg x=\"12\" y=\"\(y)\" width=\"1\" height=\"1\"><path class=\"mark \(one.tone)\" d=\"\(one.marker)\"/></svg>\n"
            for line in wrapped {
                drawing.height += ChartDrawing.line
                drawing.svg += "<text x=\"30\" y=\"\(drawing.height - 4)\">\(HTMLText.inPicture(line))</text>\n"
            }
        }
    }

    /// Round numbers that span the values and zero where it is near, at even steps.
    static func ticks(_ values: [Double]) -> [Double] {
        guard var low = values.min(), var high = values.max() else { return [0, 1] }
        if low > 0, low < high / 2 || low == high { low = 0 }
        if high < 0, high > low / 2 || low == high { high = 0 }
        if low == high { high = low + 1 }
        let raw = (high / 4 - low / 4).magnitude
        guard raw.isNormal else { return [low, high == low ? low.nextUp : high] }
        var power = 1.0
        while power <= raw / 10 { power *= 10 }
        while power > raw { power /= 10 }
        let step = [1, 2, 2.5, 5, 10].map { $0 * power }.first { $0 >= raw } ?? raw
        let (first, last) = ((low / step).rounded(.down), (high / step).rounded(.up))
        guard last - first >= 1, last - first <= 12, (last * step).isFinite, (first * step).isFinite else { return [low, high] }
        // Divided rather than multiplied where the step is a fraction, so that 3 steps of 0.1 are 0.3.
        return (Int(first)...Int(last)).map { step < 1 ? (Double($0) / (1 / step).rounded()) : Double($0) * step }
    }
}
