/// Parameters of reports, held against the fields that they are compared with.
extension DeclarationCheck {
    /// A parameter of another type than the field would fit no record, whatever is asked for.
    mutating func check(parameter: (name: String, span: SourceSpan), _ schema: Node, at route: RecordRoute, _ path: String) {
        // Several values are compared one by one.
        let value = schema["items"] ?? schema
        let given = Self.words(value["type"])
        let formats = value["format"]?.string
        guard let wanted = self.wanted(route.end) else {
            faults.append(.notCompared(Self.word(route.end), at: parameter.span))
            return
        }
        let fitting = given.filter {
            $0 == wanted.type || $0 == "integer" && ["number", "key"].contains(wanted.type) || $0 == "string" && wanted.type == "key"
        }
        let isOther = !given.isEmpty && fitting.isEmpty || formats != nil && wanted.format != nil && formats != wanted.format
        if isOther {
            faults.append(.otherParameter(parameter.name, formats ?? given.joined(separator: ", "), path, wanted.word, at: parameter.span))
            return
        }
        let possible = (value["enum"]?.list ?? []).filter { !$0.isNull }
        let isClosed =
            switch route.end {
            case .state, .value(_, .code?), .list(.code): true
            default: false
            }
        if isClosed { for word in possible { check(values: word, at: route) } }
    }

    private static func words(_ node: Node?) -> [String] {
        (node?.list ?? node.map { [$0] } ?? []).compactMap(\.string).filter { $0 != "null" }
    }

    /// What a parameter must be to be compared with what stands at the end of a path; nil where nothing can.
    private func wanted(_ end: RecordRoute.End) -> (type: String, format: String?, word: String)? {
        switch end {
        case .state: ("string", nil, "code")
        case .record: ("key", nil, "reference")
        case .value(_, let type?), .list(let type): Self.wanted(type)
        case .value("integer", nil): ("integer", nil, "integer")
        case .value("date", nil): ("string", "date", "date")
        case .value("instant", nil): ("string", "date-time", "instant")
        case .value("localized", nil): nil
        case .value(let word, nil): ("string", nil, word)
        }
    }

    private static func wanted(_ type: FieldType) -> (type: String, format: String?, word: String)? {
        switch type {
        case .code, .text: ("string", nil, type.word)
        case .integer, .alias: ("integer", nil, type.word)
        case .number: ("number", nil, type.word)
        case .boolean: ("boolean", nil, type.word)
        case .date: ("string", "date", type.word)
        case .instant: ("string", "date-time", type.word)
        case .duration: ("string", "duration", type.word)
        case .reference: ("key", nil, type.word)
        case .localized, .json, .file, .list: nil
        }
    }

    private static func word(_ end: RecordRoute.End) -> String {
        switch end {
        case .value(_, let type?), .list(let type): type.word
        case .value(let word, nil): word
        case .state: "code"
        case .record: "reference"
        }
    }
}

extension Diagnostic {
    static func otherParameter(_ name: String, _ given: String, _ path: String, _ wanted: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "report/parameter-type", .error,
            Text(
                nb: "parameteren «\(name)» er av typen \(given), og «\(path)», som den sammenlignes med, er av typen \(wanted)",
                nn: "parameteren «\(name)» er av typen \(given), og «\(path)», som han blir samanlikna med, er av typen \(wanted)",
                en: "the parameter '\(name)' is of type \(given), and '\(path)', which it is compared with, is of type \(wanted)"),
            at: span,
            help: Text(
                nb: "gi parameteren samme type som feltet", nn: "gi parameteren same type som feltet",
                en: "give the parameter the type of the field"))
    }
}
