import Foundation

/// Stations around a ring, clockwise from the top; a full disc is reached, a ring around it is where one stands, an empty one lies ahead.
///
/// Its name stands at each station, and its number in it, so that nothing is said by form alone.
struct CycleChart {
    var labels: [String]
    /// Which stations are reached.
    var reached: [Bool]

    /// Pixels.
    private static let (radius, station, centre) = (110.0, 14, 150)

    var drawing: ChartDrawing {
        var drawing = ChartDrawing()
        drawing.height = 2 * Self.centre
        let current = reached.lastIndex(of: true)
        // A drawing of its own about the middle: angles need the same measure in both directions.
        drawing.svg += "<svg x=\"50%\" y=\"\(Self.centre)\" overflow=\"visible\">\n"
        drawing.svg += "<circle class=\"axis\" cx=\"0\" cy=\"0\" r=\"\(Int(Self.radius))\" fill=\"none\"/>\n"
        for (index, label) in labels.enumerated() {
            let angle = 2 * Double.pi * Double(index) / Double(max(1, labels.count))
            let (x, y) = (Self.pixel(Self.radius * sin(angle)), Self.pixel(-Self.radius * cos(angle)))
            let isReached = index < reached.count && reached[index]
            if index == current { drawing.svg += circle(x, y, Self.station + 5, "edge s0", fill: "none") }
            drawing.svg += circle(x, y, Self.station, isReached ? "edge mark s0" : "edge s0", fill: isReached ? nil : "none")
            // The names stand inside the ring, where there is room on the narrowest screen, each from its own side and clear of the discs. Of two
            // that lie side by side below the middle, the right one stands higher, so that neither runs into the other.
            let lines = ChartDrawing.wrapped(label, columns: 14, lines: 2)
            let isRaised = x > Self.station && y > Self.station
            let (inner, below) = (Self.pixel(0.77 * Double(x)), Self.pixel(0.66 * Double(y)) - (isRaised ? 2 * ChartDrawing.line : 0))
            let anchor = abs(x) <= Self.station ? "middle" : x > 0 ? "end" : "start"
            for (number, line) in lines.enumerated() {
                let text = number == 0 ? "\(index + 1). \(line)" : line
                let height = below + 5 + number * ChartDrawing.line - (lines.count - 1) * ChartDrawing.line / 2
                drawing.svg += "<text x=\"\(inner)\" y=\"\(height)\" text-anchor=\"\(anchor)\">\(HTMLText.inPicture(text))</text>\n"
            }
        }
        drawing.svg += "</svg>\n"
        return drawing
    }

    private func circle(_ x: Int, _ y: Int, _ radius: Int, _ style: String, fill: String?) -> String {
        "<circle class=\"\(style)\" cx=\"\(x)\" cy=\"\(y)\" r=\"\(radius)\"\(fill.map { " fill=\"\($0)\"" } ?? "")/>\n"
    }

    private static func pixel(_ value: Double) -> Int { Int(value.rounded()) }
}
