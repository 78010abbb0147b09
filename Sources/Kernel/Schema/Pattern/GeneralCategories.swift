/// Unicode's general categories by the names that `\p{…}` takes.
enum GeneralCategories {
    static let count = 30

    /// Short and long names (PropertyValueAliases.txt), in the order of `index`.
    private static let names: [(String, String)] = [
        ("Lu", "Uppercase_Letter"), ("Ll", "Lowercase_Letter"), ("Lt", "Titlecase_Letter"), ("Lm", "Modifier_Letter"),
        ("Lo", "Other_Letter"), ("Mn", "Nonspacing_Mark"), ("Mc", "Spacing_Mark"), ("Me", "Enclosing_Mark"),
        ("Nd", "Decimal_Number"), ("Nl", "Letter_Number"), ("No", "Other_Number"), ("Pc", "Connector_Punctuation"),
        ("Pd", "Dash_Punctuation"), ("Ps", "Open_Punctuation"), ("Pe", "Close_Punctuation"), ("Pi", "Initial_Punctuation"),
        ("Pf", "Final_Punctuation"), ("Po", "Other_Punctuation"), ("Sm", "Math_Symbol"), ("Sc", "Currency_Symbol"),
        ("Sk", "Modifier_Symbol"), ("So", "Other_Symbol"), ("Zs", "Space_Separator"), ("Zl", "Line_Separator"),
        ("Zp", "Paragraph_Separator"), ("Cc", "Control"), ("Cf", "Format"), ("Cs", "Surrogate"), ("Co", "Private_Use"),
        ("Cn", "Unassigned"),
    ]

    private static let groups = [
        "L": "L", "Letter": "L", "M": "M", "Mark": "M", "N": "N", "Number": "N", "P": "P", "Punctuation": "P", "S": "S", "Symbol": "S",
        "Z": "Z", "Separator": "Z", "C": "C", "Other": "C",
    ]

    /// The bits of the category of that name, with or without `General_Category=` or `gc=`; nil for an unknown name.
    static func mask(named full: String) -> UInt32? {
        var name = full
        for prefix in ["General_Category=", "gc="] where full.hasPrefix(prefix) { name = String(full.dropFirst(prefix.count)) }
        if name == "Any" { return (1 << UInt32(count)) - 1 }
        if name == "LC" || name == "Cased_Letter" { return 0b111 }
        if let group = groups[name] {
            return names.enumerated().reduce(0) { $1.element.0.hasPrefix(group) ? $0 | 1 << UInt32($1.offset) : $0 }
        }
        return names.firstIndex { $0.0 == name || $0.1 == name }.map { 1 << UInt32($0) }
    }

    static func index(of scalar: UInt32) -> Int {
        guard let scalar = Unicode.Scalar(scalar) else { return 27 }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter: 0
        case .lowercaseLetter: 1
        case .titlecaseLetter: 2
        case .modifierLetter: 3
        case .otherLetter: 4
        case .nonspacingMark: 5
        case .spacingMark: 6
        case .enclosingMark: 7
        case .decimalNumber: 8
        case .letterNumber: 9
        case .otherNumber: 10
        case .connectorPunctuation: 11
        case .dashPunctuation: 12
        case .openPunctuation: 13
        case .closePunctuation: 14
        case .initialPunctuation: 15
        case .finalPunctuation: 16
        case .otherPunctuation: 17
        case .mathSymbol: 18
        case .currencySymbol: 19
        case .modifierSymbol: 20
        case .otherSymbol: 21
        case .spaceSeparator: 22
        case .lineSeparator: 23
        case .paragraphSeparator: 24
        case .control: 25
        case .format: 26
        case .surrogate: 27
        case .privateUse: 28
        case .unassigned: 29
        @unknown default: 29
        }
    }
}
