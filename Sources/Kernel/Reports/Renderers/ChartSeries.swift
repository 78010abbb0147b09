/// One column of values of a chart, with the marks that tell it from the others without colour.
struct ChartSeries {
    /// How many series differ in mark; more repeat the marks, and the texts tell them apart.
    static let styles = 4

    var number: Int
    var name: String
    var cells: [Table.Cell]

    /// The class that gives the colour.
    var tone: String { "s\(number % Self.styles)" }

    /// The dashes of a line.
    var dashes: String { ["none", "7 4", "2 4", "9 3 2 3"][number % Self.styles] }

    /// The mark at a point of a line, about the origin of its own small drawing.
    var marker: String {
        ["M-4 0A4 4 0 1 0 4 0A4 4 0 1 0 -4 0Z", "M-4 -4H4V4H-4Z", "M0 -5L5 4H-5Z", "M0 -5L5 0L0 5L-5 0Z"][number % Self.styles]
    }

    /// The pattern that fills a bar.
    func pattern(_ id: String) -> String {
        let drawings = [
            "<rect width=\"8\" height=\"8\" class=\"mark\"/>",
            "<path d=\"M-2 2L2 -2M0 8L8 0M6 10L10 6\" class=\"path\"/>",
            "<circle cx=\"4\" cy=\"4\" r=\"2\" class=\"mark\"/>",
            "<path d=\"M0 4H8M4 0V8\" class=\"path\"/>",
        ]
        let drawing = drawings[number % Self.styles]
        return
            "<pattern id=\"\(id)-p\(number)\" class=\"\(tone)\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">\(drawing)</pattern>"
    }
}
