/// Prints as they are kept.
extension ReportPrint {
    /// The print as JSON; `init(json:)` reads it back.
    public var json: JSONValue {
        .object([
            ("instant", .string(instant.description)), ("parameters", parameters), ("columns", .array(columns.map { .string($0) })),
            (
                "sets",
                .array(sets.map { .array([.string($0.name), .bool($0.isShown), .bool($0.hasSomeone)]) })
            ),
            (
                "members",
                .array(members.map { .array([.string($0.token), .string($0.person), .array($0.sets.map { .integer($0) })]) })
            ),
            ("empties", .array(empties.map { .array($0.map { .integer($0) }) })),
            ("rows", .array(rows.map { .array($0.map(Self.stored)) })),
        ])
    }

    /// A print that was kept; nil if the value is not one.
    public init?(json: JSONValue) {
        guard let text = json["instant"]?.string, let instant = try? Instant(text), let parameters = json["parameters"],
            let columns = Self.all(json["columns"]?.array, \.string), let sets = Self.all(json["sets"]?.array, Self.set),
            let members = Self.all(json["members"]?.array, Self.member),
            let empties = Self.all(json["empties"]?.array, { Self.all($0.array, \.integer) }),
            let rows = Self.all(json["rows"]?.array, { Self.all($0.array, Self.cell) })
        else { return nil }
        guard (members.map(\.sets) + empties).joined().allSatisfy(sets.indices.contains) else { return nil }
        self.init(
            instant: instant, parameters: parameters, columns: columns, sets: sets, members: members, empties: empties, rows: rows)
    }

    private static func all<T>(_ values: [JSONValue]?, _ read: (JSONValue) -> T?) -> [T]? {
        guard let values else { return nil }
        let read = values.compactMap(read)
        return read.count == values.count ? read : nil
    }

    private static func set(_ json: JSONValue) -> CountedSet? {
        guard let parts = json.array, parts.count == 3, let name = parts[0].string, let shown = parts[1].bool, let someone = parts[2].bool
        else { return nil }
        return CountedSet(name: name, isShown: shown, hasSomeone: someone)
    }

    private static func member(_ json: JSONValue) -> Member? {
        guard let parts = json.array, parts.count == 3, let token = parts[0].string, let person = parts[1].string,
            let sets = all(parts[2].array, \.integer)
        else { return nil }
        return Member(token: token, person: person, sets: sets)
    }

    private static func stored(_ cell: Table.Cell) -> JSONValue {
        switch cell {
        case .suppressed: .object([("suppressed", .bool(true))])
        case .undefined(let reason): .object([("undefined", reason.json)])
        case .localized(let text): .object([("text", text.json)])
        case .coded(let code, let text): .object([("code", .string(code)), ("text", text.json)])
        case .spoken(let text, let language): .object([("spoken", .string(text)), ("language", .string(language))])
        case .number(let value): .object([("number", .number(value))])
        default: cell.json
        }
    }

    private static func cell(_ json: JSONValue) -> Table.Cell? {
        switch json {
        case .null: .empty
        case .bool(let value): .boolean(value)
        case .integer(let value): .integer(value)
        case .number(let value): .number(value)
        case .string(let value): .text(value)
        case .array: nil
        case .object(let members):
            switch members.first?.key {
            case "suppressed": .suppressed
            case "undefined": text(members.first?.value).map { .undefined($0) }
            case "text": text(members.first?.value).map { .localized($0) }
            case "code":
                json["code"]?.string.flatMap { code in text(json["text"]).map { .coded(code, $0) } }
            case "spoken":
                json["spoken"]?.string.flatMap { text in json["language"]?.string.map { .spoken(text, language: $0) } }
            case "number": members.first?.value.double.map { .number($0) }
            default: nil
            }
        }
    }

    private static func text(_ json: JSONValue?) -> Text? {
        guard let members = json?.object, !members.isEmpty else { return nil }
        let texts = members.compactMap { member in member.value.string.map { (member.key, $0) } }
        return texts.count == members.count ? Text(Dictionary(texts, uniquingKeysWith: { first, _ in first })) : nil
    }
}
