import Kernel

/// What reports ask of the frameworks; only current revisions and their links.
extension ReportReading where Self: ~Copyable {
    func items(_ conditions: [RecordQuery.FieldCondition], words: String = "", limit: Int? = nil) throws -> [CurriculumItem] {
        var query = Self.current(conditions, words)
        query.limit = limit
        return try records(query).map(CurriculumItem.init)
    }

    /// How many current revisions there are under some conditions.
    func count(_ conditions: [RecordQuery.FieldCondition], words: String) throws -> Int { try count(Self.current(conditions, words)) }

    private static func current(_ conditions: [RecordQuery.FieldCondition], _ words: String) -> RecordQuery {
        var query = RecordQuery("curriculum.revision", CurriculumItem.fields, conditions + [.init("until", .isEmpty)])
        query.words = words
        return query
    }

    func items(named names: some Collection<String>) throws -> [CurriculumItem] {
        try Array(Set(names)).sorted().chunks(of: 500).flatMap { try items([.init("name", .oneOf($0))]) }
    }

    /// The links under some conditions of the kinds named, as far as the revision that they belong to is among `items`; nil for any.
    func links(
        _ conditions: [RecordQuery.FieldCondition], _ kinds: [Link.Kind], of items: [CurriculumItem]? = nil
    ) throws -> [(from: String, kind: String, to: String)] {
        let query = RecordQuery(
            "curriculum.link", ["revision", "from", "kind", "to"], conditions + [.init("kind", .oneOf(kinds.map(\.rawValue)))])
        let current = items.map { Set($0.map(\.revision)) }
        return try records(query).compactMap { record in
            if let current, !current.contains(Int64(record["revision"]?.integer ?? -1)) { return nil }
            return (record["from"]?.string ?? "", record["kind"]?.string ?? "", record["to"]?.string ?? "")
        }
    }

    /// The current elements that point at one of those by a link of that kind.
    func items(pointingAt names: [String], _ kinds: [Link.Kind]) throws -> [(item: CurriculumItem, to: String)] {
        let all = try links([.init("to", .oneOf(names))], kinds)
        let items = try items(named: all.map(\.from))
        let current = try links([.init("to", .oneOf(names))], kinds, of: items)
        let byName = Dictionary(items.map { ($0.name, $0) }) { first, _ in first }
        return current.compactMap { link in byName[link.from].map { ($0, link.to) } }
    }

    /// What a person means by a code or a title among the elements of a type.
    func meant(_ word: String, type: String) throws -> [CurriculumItem] {
        let code = CurriculumCode.normal(word)
        let byCode = try items([.init("code", .oneOf([word, code])), .init("type", .oneOf([type]))])
        guard byCode.isEmpty else { return byCode }
        let wanted = word.lowercased()
        return try items([.init("type", .oneOf([type]))]).filter { item in
            item.title.entries.contains { $0.text.lowercased() == wanted }
        }
    }

    /// A cell with the text of an item in the reader's language.
    func text(_ item: CurriculumItem) -> (text: String, language: String) { item.title.shown(in: language) }

    /// The day of the report.
    var today: String { String(instant.description.prefix(10)) }

    /// The credit of the frameworks whose text is shown, and what binds.
    func notes(_ names: some Sequence<String>) throws -> [Text] {
        let shown = Set(names.map { String($0.prefix { $0 != "/" }) })
        return try records(RecordQuery("curriculum.framework", ["name", "credit"])).compactMap { record in
            guard shown.contains(record["name"]?.string ?? ""), let credit = record["credit"]?.object else { return nil }
            func text(_ tag: String) -> String { credit.first { $0.key == tag }?.value.string ?? credit.first?.value.string ?? "" }
            return Text(nb: text("nb") + ".", nn: text("nn") + ".", en: text("en") + ".")
        }
    }
}

/// Codes as people type them.
enum CurriculumCode {
    /// In capitals, with plain hyphens and no spaces around.
    static func normal(_ text: String) -> String {
        text.replacing("\u{2011}", with: "-").replacing("\u{2013}", with: "-").trimmingSpaces.uppercased()
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}

extension Array {
    func chunks(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
