import GRDB

/// The order of a table's rows, as a declaration says it: columns, a leading `-` for the greatest first.
struct RowOrder {
    /// What a cell is sorted by; nothing comes last.
    enum Key: Comparable {
        case number(Double)
        case text(String)
        case nothing
    }

    let columns: [(id: String, isDescending: Bool)]

    init(_ words: [String]) {
        columns = words.map { $0.hasPrefix("-") ? (String($0.dropFirst()), true) : ($0, false) }
    }

    /// - Parameters:
    ///   - rank: what the store sorts it by; null for the value itself.
    ///   - words: the closed set that the value is of, whose order counts.
    static func key(_ cell: Table.Cell, rank: DatabaseValue, value: JSONValue, words: [String]?, language: Language) -> Key {
        if let position = words?.firstIndex(of: value.string ?? value.compact) { return .number(Double(position)) }
        if let number = Double.fromDatabaseValue(rank), case .int64 = rank.storage { return .number(number) }
        if let text = String.fromDatabaseValue(rank) { return .text(text) }
        switch cell {
        case .integer(let integer): return .number(Double(integer))
        case .number(let number): return number.isNaN ? .nothing : .number(number)
        case .boolean(let bool): return .number(bool ? 1 : 0)
        case .text(let text), .spoken(let text, _): return .text(text)
        case .localized(let text), .coded(_, let text): return .text(text(language))
        case .instant(let instant): return .text(instant.description)
        case .empty, .suppressed, .undefined: return .nothing
        }
    }

    /// The rows in order; rows that sort alike keep theirs.
    func sorted(_ rows: [(cells: [Table.Cell], keys: [Key])]) -> [[Table.Cell]] {
        guard !columns.isEmpty else { return rows.map(\.cells) }
        return rows.enumerated().sorted { a, b in
            for (index, column) in columns.enumerated() {
                let (x, y) = (a.element.keys[index], b.element.keys[index])
                if x == y { continue }
                // Nothing comes last either way.
                if x == .nothing || y == .nothing { return y == .nothing }
                return column.isDescending ? x > y : x < y
            }
            return a.offset < b.offset
        }.map(\.element.cells)
    }
}
