/// Values that paths are compared with, in grants of reading and in reports.
extension DeclarationCheck {
    /// Each value is one that may stand where the path ends.
    mutating func check(values node: Node, at route: RecordRoute) {
        // A map is no value: it names the parameter that gives one.
        for value in node.list ?? [node] where value.map == nil { check(value, at: route.end) }
    }

    private mutating func check(_ value: Node, at end: RecordRoute.End) {
        switch end {
        case .state(let record): code(value, among: catalog.index.types[record]?.workflow?.states.map(\.name) ?? [])
        case .record: _ = isOf([.string, .integer], value)
        case .value(_, let type?), .list(let type): check(value, of: type)
        case .value("integer", nil): _ = isOf(.integer, value)
        case .value("date", nil): form(.date, value)
        case .value("instant", nil): form(.dateTime, value)
        case .value("localized", nil): faults.append(.notCompared("localized", at: value.span))
        case .value: _ = isOf(.string, value)
        }
    }

    private mutating func check(_ value: Node, of type: FieldType) {
        switch type {
        case .code(let codes): code(value, among: codes.map(\.id))
        case .text: _ = isOf(.string, value)
        case .integer, .alias: _ = isOf(.integer, value)
        case .number: _ = isOf(.number, value)
        case .boolean: _ = isOf(.boolean, value)
        case .date: form(.date, value)
        case .instant: form(.dateTime, value)
        case .duration: form(.duration, value)
        case .reference: _ = isOf([.string, .integer], value)
        case .localized, .json, .file, .list: faults.append(.notCompared(type.word, at: value.span))
        }
    }

    private mutating func code(_ value: Node, among known: [String]) {
        guard isOf(.string, value) else { return }
        one(value, among: known, .value)
    }

    private mutating func form(_ format: StringFormat, _ value: Node) {
        guard isOf(.string, value), let text = value.string, !format.accepts(text) else { return }
        faults.append(.wrongFormat(format, found: value))
    }

    private mutating func isOf(_ types: ValueTypes, _ value: Node) -> Bool {
        if types.allows(value) { return true }
        faults.append(.wrongType(types, [], found: value))
        return false
    }
}

extension Diagnostic {
    /// - Parameter type: the word that manifests use for the type of the field.
    static func notCompared(_ type: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/not-compared", .error,
            Text(
                nb: "et felt av typen \(type) kan ikke sammenlignes med noen verdi",
                nn: "eit felt av typen \(type) kan ikkje samanliknast med nokon verdi",
                en: "a field of type \(type) cannot be compared with any value"), at: span,
            help: Text(
                nb: "velg etter en tilstand, en kode, et tall, en dato eller en tekst",
                nn: "vel etter ein tilstand, ein kode, eit tal, ein dato eller ein tekst",
                en: "choose by a state, a code, a number, a date or a text"))
    }
}

extension Text {
    fileprivate static let value = Text(nb: "verdien", nn: "verdien", en: "value")
}
