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
    /// The line of the file.
    var line: Int
    var error: any ExplainedError

    func message(_ language: Language) -> String {
        Text(nb: "linje \(line): ", nn: "linje \(line): ", en: "line \(line): ")(language) + error.message(language)
    }
}
