import Kernel

extension GradeScale {
    /// The scale as a result carries it: the name of one that the Act knows, and of any other all its grades, so that the file is checked
    /// without the module that contributed it.
    var json: JSONValue {
        if isStatutory { return .string(id) }
        return .object([
            ("id", .string(id)),
            (
                "grades",
                .array(
                    grades.map { grade in
                        .object([
                            ("id", .string(grade.id)), ("passes", .bool(grade.passes)),
                            ("title", .object(Self.languages.map { ($0.rawValue, .string(grade.title($0))) })),
                            ("value", grade.value.map(JSONValue.integer) ?? .null),
                        ])
                    })
            ),
        ])
    }

    private static let languages: [Language] = [.en, .nb, .nn]

    /// Reads what `json` writes; nil where it is no scale, or a faulty one.
    init?(reading value: JSONValue) {
        if let name = value.string {
            guard let known = Self.statutory.first(where: { $0.id == name }) else { return nil }
            self = known
            return
        }
        guard let id = value["id"]?.string, let list = value["grades"]?.array else { return nil }
        var grades: [Grade] = []
        for entry in list {
            guard let name = entry["id"]?.string, let passes = entry["passes"]?.bool else { return nil }
            let titles = (entry["title"]?.object ?? []).compactMap { pair in pair.value.string.map { (pair.key, $0) } }
            let title = titles.isEmpty ? Text(verbatim: name) : Text(Dictionary(titles) { first, _ in first })
            grades.append(Grade(name, title, passes: passes, value: entry["value"]?.integer))
        }
        self.init(grades)
        self.id = id
        // What calls itself one of the Act's is that one.
        guard fault == nil, !Self.statutory.contains(where: { $0.id == id }) else { return nil }
    }
}
