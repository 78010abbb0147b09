import Kernel

/// What reports ask of the frameworks; only current revisions and their links.
extension ReportReading where Self: ~Copyable {
    func items(_ conditions: [RecordQuery.FieldCondition], words: String = "", limit: Int? = nil) throws -> [CurriculumItem] {
        var query = Self.current(conditions, words)
        query.limit = limit
        return try records(query).map(CurriculumItem.init)
    }

    /// The last revisions of the elements that the publisher took back, under some conditions.
    func withdrawn(_ conditions: [RecordQuery.FieldCondition], words: String = "") throws -> [CurriculumItem] {
        var query = RecordQuery("curriculum.revision", CurriculumItem.fields + ["until"], conditions + [.init("until", .isPresent)])
        query.words = words
        var last: [String: CurriculumItem] = [:]
        for item in try records(query).map(CurriculumItem.init) where item.revision > last[item.name]?.revision ?? 0 {
            last[item.name] = item
        }
        for item in try items(named: last.keys) { last[item.name] = nil }
        return last.values.sorted { $0.revision < $1.revision }.map { item in
            var item = item
            item.isWithdrawn = true
            return item
        }
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

    /// The type that a word means: the code that the publisher has for it, or its name in any language.
    ///
    /// - Throws: `UnknownWord` where nothing current is of it.
    func type(_ word: String) throws -> String {
        if try has(word, in: "type") { return word }
        if let type = TypeWord.type(named: word), try has(type, in: "type") { return type }
        throw UnknownWord(sort: .type, word: word, known: try all("type") + TypeWord.names, shown: try all("type"))
    }

    /// The statuses that a word means: the publisher's code, or its name in any language.
    ///
    /// - Throws: `UnknownWord` where nothing current has any of them.
    func statuses(_ word: String) throws -> Set<String> {
        if try word == CurriculumItem.withdrawn || has(word, in: "status") { return [word] }
        let named = try StatusWord.statuses(named: word).filter { try $0 == CurriculumItem.withdrawn || has($0, in: "status") }
        guard named.isEmpty else { return Set(named) }
        let known = try all("status") + [CurriculumItem.withdrawn]
        throw UnknownWord(sort: .status, word: word, known: known + StatusWord.names, shown: known)
    }

    private func has(_ word: String, in field: String) throws -> Bool { try !items([.init(field, .oneOf([word]))], limit: 1).isEmpty }

    private func all(_ field: String) throws -> [String] {
        let records = try records(RecordQuery("curriculum.revision", [field], [.init("until", .isEmpty)]))
        return Set(records.compactMap { $0[field]?.string }).sorted()
    }

    /// Holds the name of a framework against those that have been read in.
    ///
    /// - Throws: `UnknownWord`.
    func requireFramework(_ name: String) throws {
        let known = try records(RecordQuery("curriculum.framework", ["name"])).compactMap { $0["name"]?.string }
        if !known.contains(name) { throw UnknownWord(sort: .framework, word: name, known: known) }
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
    /// What may be the name of an element, `<framework>/<code>`, in a word; none where it has no slash.
    static func names(_ text: String) -> [String] {
        guard let slash = text.firstIndex(of: "/") else { return [] }
        return [text, "\(text[..<slash])/\(normal(String(text[text.index(after: slash)...])))"]
    }

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
