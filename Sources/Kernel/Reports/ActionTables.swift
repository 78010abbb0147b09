/// Actions as tables: which there are, and what one takes.
public enum ActionTables {
    public static func list(_ catalog: ActionCatalog) -> Table {
        Table(
            "kernel.actions", title: Text(nb: "Handlinger", nn: "Handlingar", en: "Actions"),
            columns: [
                .init("action", .code, Text(nb: "Handling", nn: "Handling", en: "Action")),
                .init("title", .localized, Text(nb: "Hva", nn: "Kva", en: "What")),
                .init("by", .text, Text(nb: "Hvem har lov", nn: "Kven har lov", en: "Who may")),
            ],
            rows: catalog.all.map { action in
                [.text(action.name), .localized(action.declaration.title), .text(action.by.joined(separator: ", "))]
            })
    }

    public static func fields(_ action: any NamedAction) -> Table {
        let schema = action.schema
        let required = Set((schema["required"]?.array ?? []).compactMap(\.string))
        var rows: [[Table.Cell]] = []
        if let about = action.about {
            rows.append([
                .text("ID"), .text(about.id), .boolean(true), .localized(Text(nb: "Hvilken post", nn: "Kva post", en: "Which record")),
            ])
        }
        for property in schema["properties"]?.object ?? [] {
            let field = action.fields.first { $0.name == property.key }
            rows.append([
                .text("--\(property.key)"), .text(field.map { word($0.type) } ?? property.value["type"]?.string ?? ""),
                .boolean(required.contains(property.key)), title(field, property.value),
            ])
        }
        return Table(
            "kernel.action", title: action.declaration.title, parameters: [("action", .string(action.name))],
            columns: [
                .init("field", .code, Text(nb: "Felt", nn: "Felt", en: "Field")),
                .init("type", .code, Text(nb: "Type", nn: "Type", en: "Type")),
                .init("required", .boolean, Text(nb: "Må gis", nn: "Må givast", en: "Required")),
                .init("title", .localized, Text(nb: "Hva", nn: "Kva", en: "What")),
            ], rows: rows, notes: action.explanation.map { [$0] } ?? [])
    }

    private static func word(_ type: FieldType) -> String {
        switch type {
        case .code(let values): values.map(\.id).joined(separator: " | ")
        case .list(let item): "\(word(item)), …"
        case .reference(let reference): reference.target
        default: type.word
        }
    }

    private static func title(_ field: Field?, _ schema: JSONValue) -> Table.Cell {
        if let title = field?.title { return .localized(title) }
        guard let texts = schema["title"]?.object else { return .empty }
        let byLanguage = Dictionary(texts.compactMap { pair in pair.value.string.map { (pair.key, $0) } }) { first, _ in first }
        return byLanguage.isEmpty ? .empty : .localized(Text(byLanguage))
    }
}
