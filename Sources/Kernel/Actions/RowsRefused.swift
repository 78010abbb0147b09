/// That rows of a list were refused, and with them the whole list.
struct RowsRefused: ExplainedError {
    /// In the order of the list; at least one.
    var rows: [RowRefused]

    var kind: ErrorKind { rows.first?.error.kind ?? .refused }
    var message: Text {
        func lines(_ language: Language) -> String { rows.map { $0.message(language) }.joined(separator: "\n  ") }
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
