/// What becomes of a value when its field becomes another: the SQL of the value that is kept, NULL where it does not fit.
///
/// Former words of a code become those that they are now.
struct CarriedValue {
    let before: FieldType
    let after: FieldType

    /// - Parameter column: the SQL of the value as it is.
    func sql(_ column: String) -> String {
        switch (before, after) {
        case (_, .code(let values)):
            switch before {
            case .code, .text: break
            default: return "NULL"
            }
            let renamed = Self.renamed(column, values)
            return "CASE WHEN \(renamed) IN (\(values.map { Self.quoted($0.id) }.joined(separator: ", "))) THEN \(renamed) END"
        case (.code, .text), (.date, .text), (.duration, .text), (.integer, .number), (.boolean, .integer): return column
        case (.number, .integer): return "CASE WHEN \(column) = CAST(\(column) AS INTEGER) THEN CAST(\(column) AS INTEGER) END"
        case (.integer, .boolean): return "CASE WHEN \(column) IN (0, 1) THEN \(column) END"
        case (.text, .date): return "CASE WHEN date(\(column)) = \(column) THEN \(column) END"
        case (.reference(let old), .reference(let new)): return old.target == new.target && old.by == new.by ? column : "NULL"
        case (.list, _), (_, .list): return "NULL"
        default: return before.word == after.word ? column : "NULL"
        }
    }

    private static func renamed(_ column: String, _ values: [FieldType.CodeValue]) -> String {
        let names = values.flatMap { value in value.was.map { (from: $0, to: value.id) } }
        guard !names.isEmpty else { return column }
        let cases = names.map { "WHEN \(quoted($0.from)) THEN \(quoted($0.to))" }.joined(separator: " ")
        return "(CASE \(column) \(cases) ELSE \(column) END)"
    }

    private static func quoted(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }
}
