import Kernel

/// Columns that reports on the curriculum share.
extension Table.Column {
    static let code = Table.Column("code", .text, Text(nb: "Kode", nn: "Kode", en: "Code"))
    static let type = Table.Column("type", .code, Text(nb: "Type", nn: "Type", en: "Type"))
    static let count = Table.Column("count", .integer, Text(nb: "Antall", nn: "Tal på", en: "Number"))
    static let text = Table.Column("text", .text, Text(nb: "Tekst", nn: "Tekst", en: "Text"))
    static let language = Table.Column("language", .code, Text(nb: "Vises på", nn: "Blir vist på", en: "Shown in"))
    static let binding = Table.Column("binding", .boolean, Text(nb: "Forskrift", nn: "Forskrift", en: "Binding"))
    static let plan = Table.Column("plan", .text, Text(nb: "Læreplan", nn: "Læreplan", en: "Plan"))
    static let set = Table.Column("set", .text, Text(nb: "Sett", nn: "Sett", en: "Set"))
    static let status = Table.Column("status", .code, Text(nb: "Status", nn: "Status", en: "Status"))
    static let replacedBy = Table.Column("replaced-by", .text, Text(nb: "Erstattet av", nn: "Erstatta av", en: "Replaced by"))
}

extension Table.Cell {
    static func optional(_ text: String?) -> Table.Cell { text.map(Table.Cell.text) ?? .empty }
}
