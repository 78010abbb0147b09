/// What is wrong with the rows of a list: the first faults are told, the others counted.
struct RowFaults {
    /// How many are told: nobody reads more than so many at once.
    private static let mostTold = 100
    /// How many are found before what follows is left untried.
    private static let most = 10_000

    private var faults = Diagnostics()
    private var refused: [RowRefused] = []
    private var count = 0
    /// Whether any row cannot be read, and not all were refused.
    private var isFaulty = false
    /// How many rows were left when it was no use to try more.
    var untried = 0

    /// Whether there are so many that it is no use to find more.
    var isFull: Bool { count >= Self.most }

    mutating func report(_ found: Diagnostics, of input: ActionInput) {
        isFaulty = true
        for var fault in found.reported {
            count += 1
            guard count <= Self.mostTold else { continue }
            // A row whose record is not found has no place of its own.
            fault.span = fault.span ?? input.values.span
            faults.report(fault)
        }
    }

    mutating func report(_ refusal: RowRefused) {
        count += 1
        if count <= Self.mostTold { refused.append(refusal) }
    }

    /// - Parameter end: where the last row stands.
    /// - Throws: `RowsRefused` where all that is wrong was refused, otherwise `DiagnosticsError`.
    func requireNone(end: SourceSpan) throws {
        guard count > 0 else { return }
        let untold = max(0, count - Self.mostTold)
        guard isFaulty else { throw RowsRefused(rows: refused, untold: untold, untried: untried) }
        var all = faults
        // Rows that are refused are told beside those that cannot be read.
        all.report(contentsOf: refused.map(\.diagnostic))
        let place = SourceSpan(file: end.file, start: end.end, end: end.end)
        if untold > 0 { all.report(.moreRowFaults(untold, at: place)) }
        if untried > 0 { all.report(.rowsNotTried(untried, at: place)) }
        throw DiagnosticsError(all)
    }
}

extension Diagnostic {
    static func rowsNotTried(_ count: Int, at span: SourceSpan) -> Diagnostic {
        Diagnostic("input/rows-not-tried", .note, .rowsNotTried(count), at: span)
    }
}

extension Text {
    /// That rows of a list were left, since what failed before them may be why they would.
    static func rowsNotTried(_ count: Int) -> Text {
        Text(
            nb: "her stanset det, med \(Counted.text(count, "rad", "rader")) igjen",
            nn: "her stansa det, med \(Counted.text(count, "rad", "rader")) att",
            en: "it stopped here, with \(Counted.text(count, "row", "rows")) left")
    }
}
