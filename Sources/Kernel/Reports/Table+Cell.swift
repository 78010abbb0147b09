extension Table.Cell {
    /// An optional text; nil is an empty cell.
    public init(_ text: String?) { self = text.map { .text($0) } ?? .empty }

    /// An optional moment; nil is an empty cell.
    public init(_ instant: Instant?) { self = instant.map { .instant($0) } ?? .empty }

    /// The cell as people read it: a decimal comma in Norwegian, and at most four decimals.
    ///
    /// - Parameter zone: the clock of moments; nil for UTC as programs read it.
    public func text(_ language: Language, in zone: TimeZoneRules? = nil) -> String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .integer(let value): String(value)
        case .number(let value): NumberText.forPeople(value, language)
        case .boolean(true): Text(nb: "ja", nn: "ja", en: "yes")(language)
        case .boolean(false): Text(nb: "nei", nn: "nei", en: "no")(language)
        case .localized(let text), .coded(_, let text): text(language)
        case .spoken(let text, _): text
        case .instant(let instant): zone.map { DateText.cell(instant, in: $0) } ?? instant.description
        case .suppressed: Suppression.mark(language)
        case .undefined: Self.undefinedMark(language)
        }
    }

    /// What it is called in each language; nil where it holds no such text.
    var label: Text? {
        switch self {
        case .localized(let text), .coded(_, let text): text
        default: nil
        }
    }

    private static let undefinedMark = Text(nb: "ikke definert", nn: "ikkje definert", en: "undefined")

    /// Why a number is not defined, as a note below the table.
    static func undefinedNote(_ reason: Text) -> Text {
        func line(_ language: Language) -> String { "\(undefinedMark(language)): \(reason(language))." }
        return Text(nb: line(.nb), nn: line(.nn), en: line(.en))
    }

    /// The cell as programs read it in CSV: a decimal point, every digit, nothing where the value is suppressed.
    func field(_ language: Language) -> String {
        switch self {
        case .number(let value): NumberText.exact(value)
        case .suppressed, .undefined: ""
        case .coded(let code, _): code
        default: text(language)
        }
    }

    var json: JSONValue {
        switch self {
        case .empty, .suppressed, .undefined: .null
        case .text(let text): .string(text)
        case .integer(let value): .integer(value)
        case .number(let value): value.isFinite ? .number(value) : .null
        case .boolean(let value): .bool(value)
        case .localized(let text): text.json
        case .coded(let code, _): .string(code)
        case .spoken(let text, _): .string(text)
        case .instant(let instant): .string(instant.description)
        }
    }

    /// The language that the text is in, where it is not the one asked for: because it is missing in that, or because it is in its own.
    func otherLanguage(_ language: Language) -> String? {
        if case .spoken(_, let tag) = self { return tag == language.rawValue ? nil : tag }
        guard case .localized(let text) = self, text.byLanguage[language.rawValue] == nil else { return nil }
        let shown = text(language)
        return text.byLanguage.filter { $0.value == shown }.map(\.key).min()
    }

    /// The value of a chart, if the cell is a number.
    var double: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value) where value.isFinite: value
        default: nil
        }
    }
}
