/// What a measure gives: a number or the reason why there is none, and how many values it stands on.
public struct MeasureValue: Sendable, Hashable {
    /// A number as exact as its values are.
    public enum Result: Sendable, Hashable {
        case integer(Int)
        case number(Double)
        /// There is no such number; the reason, in a clause without a full stop.
        case undefined(Text)
    }

    public var result: Result
    /// How many values it stands on.
    public var n: Int
    /// What the number is.
    public var definition: Text

    public init(_ result: Result, n: Int, definition: Text) {
        self.result = result
        self.n = n
        self.definition = definition
    }

    /// The value as a cell of a table.
    public var cell: Table.Cell {
        switch result {
        case .integer(let value): .integer(value)
        case .number(let value): .number(value)
        case .undefined(let reason): .undefined(reason)
        }
    }

    /// The definition as a note below a table, under the name of its column.
    public func note(_ column: Text) -> Text {
        func line(_ language: Language) -> String { "\(column(language)): \(definition(language))." }
        return Text(nb: line(.nb), nn: line(.nn), en: line(.en))
    }
}
