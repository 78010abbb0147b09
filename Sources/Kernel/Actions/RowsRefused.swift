/// That rows of a list were refused, and with them the whole list.
struct RowsRefused: ExplainedError {
    /// In the order of the list; at least one.
    var rows: [RowRefused]
    /// How many more were refused.
    var untold = 0
    /// How many after them were not tried.
    var untried = 0

    var kind: ErrorKind { rows.first?.error.kind ?? .refused }
    var message: Text {
        var rest: [Text] = []
        if untold > 0 {
            rest.append(
                Text(
                    nb: "og \(untold) til, ikke vist", nn: "og \(untold) til, ikkje vist", en: "and \(untold) more, not shown"))
        }
        if untried > 0 { rest.append(.rowsNotTried(untried)) }
        func lines(_ language: Language) -> String {
            (rows.map { $0.message(language) } + rest.map { $0(language) }).joined(separator: "\n  ")
        }
        return Text(nb: lines(.nb), nn: lines(.nn), en: lines(.en))
    }
    var help: Text? { rows.first?.error.help }
}

/// That one row was refused.
struct RowRefused {
    var row: Int
    /// Where it stands in the file.
    var span: SourceSpan
    var error: any ExplainedError

    func message(_ language: Language) -> String {
        let line = span.start.line
        return Text(nb: "linje \(line): ", nn: "linje \(line): ", en: "line \(line): ")(language) + error.message(language)
    }

    /// The refusal among the faults of other rows.
    var diagnostic: Diagnostic { Diagnostic("input/row-refused", .error, error.message, at: span, help: error.help) }
}
