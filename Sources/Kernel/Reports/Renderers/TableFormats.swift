/// The formats of a table that programs read.
extension Table {
    /// `kjerne.report/1` of the command line's contract.
    public func json(_ language: Language) -> JSONValue {
        .object([
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
        ])
    }

    /// CSV as RFC 4180 has it: column ids first, fields quoted where they must be, lines ended by CR LF.
    ///
    /// A text that a spreadsheet would run as a formula is preceded by an apostrophe.
    public func csv(_ language: Language) -> String {
        let heading = columns.map { Self.quoted($0.id) }.joined(separator: ",")
        let lines = rows.map { row in
            row.map { cell in
                let text = cell.text(language)
                if case .text = cell { return Self.quoted(Self.harmless(text)) }
                return Self.quoted(text)
            }.joined(separator: ",")
        }
        return ([heading] + lines).map { $0 + "\r\n" }.joined()
    }

    private static func harmless(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, ["=", "+", "-", "@", "\t", "\r"].contains(first), Double(text) == nil else {
            return text
        }
        return "'" + text
    }

    private static func quoted(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 10 || $0 == 13 }) else {
            return text
        }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
