/// The formats of a table that programs read.
extension Table {
    /// `kjerne.report/1` of the command line's contract.
    ///
    /// A suppressed cell is null, and `suppressed` names its row, counted from 0, and its column; `undefined` does the same for numbers
    /// that are not defined, with the reason.
    public func json(_ language: Language) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("format", .string("kjerne.report/1")),
            ("report", .string(report)),
            ("parameters", .object(parameters)),
            (
                "columns",
                .array(
                    columns.map { column in
                        .object([
                            ("id", .string(column.id)), ("type", .string(column.type.rawValue)),
                            ("unit", column.unit.map(JSONValue.string) ?? .null),
                            ("text", .string(column.text(language))),
                        ])
                    })
            ),
            ("rows", .array(rows.map { .array($0.map(\.json)) })),
        ]
        if hasSuppressedCells { members.append(("suppressed", .array(suppressedPlaces))) }
        let undefined = undefinedPlaces(language)
        if !undefined.isEmpty { members.append(("undefined", .array(undefined))) }
        if !footnotes.isEmpty { members.append(("notes", .array(footnotes.map { .string($0(language)) }))) }
        return .object(members)
    }

    private var suppressedPlaces: [JSONValue] {
        rows.enumerated().flatMap { index, row in
            zip(columns, row).filter { $0.1 == .suppressed }.map { column, _ in
                .object([("row", .integer(index)), ("column", .string(column.id))])
            }
        }
    }

    private func undefinedPlaces(_ language: Language) -> [JSONValue] {
        rows.enumerated().flatMap { index, row in
            zip(columns, row).compactMap { column, cell in
                guard case .undefined(let reason) = cell else { return nil }
                return .object([("row", .integer(index)), ("column", .string(column.id)), ("reason", .string(reason(language)))])
            }
        }
    }

    /// CSV as RFC 4180 has it: column ids first, fields quoted where they must be, lines ended by CR LF, in UTF-8.
    ///
    /// Numbers have a decimal point and every digit. Where cells are suppressed, their fields are empty, and a last column
    /// `suppressed` holds the ids of those columns, parted by spaces. A text that a spreadsheet would run as a formula has an
    /// apostrophe before it; a text that is a number has not.
    public func csv(_ language: Language) -> String {
        let marks = hasSuppressedCells
        let heading = columns.map { CSVText.quoted($0.id) } + (marks ? ["suppressed"] : [])
        let lines = rows.map { row in
            var fields = row.map { cell in
                switch cell {
                case .text, .localized, .coded, .spoken: CSVText.quoted(CSVText.harmless(cell.field(language)))
                default: CSVText.quoted(cell.field(language))
                }
            }
            if marks {
                fields.append(zip(columns, row).filter { $0.1 == .suppressed }.map { CSVText.quoted($0.0.id) }.joined(separator: " "))
            }
            return fields
        }
        return ([heading] + lines).map { $0.joined(separator: ",") + "\r\n" }.joined()
    }
}
