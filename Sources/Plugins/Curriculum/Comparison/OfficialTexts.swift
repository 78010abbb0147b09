import Kernel

/// Every text of an object as it came, by the property that it stands under.
enum OfficialTexts {
    /// The texts in the order of their properties' names, which is the same in any two objects.
    ///
    /// - Parameters:
    ///   - raw: the object as JSON; what is no JSON has no texts.
    ///   - language: the language of texts that do not say theirs, as those of CASE.
    static func read(_ raw: String, language: String? = nil) -> [(property: String, text: LocalText)] {
        guard let value = try? JSONValue(parsing: Array(raw.utf8)) else { return [] }
        var found: [(property: String, text: LocalText)] = []
        if value["identifier"]?.string != nil, value["kode"] == nil {
            collect(case: value, at: "", language: language ?? "default", into: &found)
        } else {
            collect(value, at: "", into: &found)
        }
        return found.sorted { $0.property < $1.property }
    }

    private static let languages: Set<String> = ["default", "nb", "nn", "en", "se", "sma", "smj"]

    private static func collect(_ value: JSONValue, at path: String, into found: inout [(property: String, text: LocalText)]) {
        if let text = text(value) {
            if !text.isEmpty { found.append((path, text)) }
            return
        }
        // What a reference says is another object's text.
        if let object = value.object, !(path != "" && value["kode"] != nil) {
            for (key, inner) in object where key != "tekst" || text(inner) == nil {
                collect(inner, at: path.isEmpty ? key : "\(path).\(key)", into: &found)
            }
            if let inner = value["tekst"], let text = text(inner), !text.isEmpty { found.append((path, text)) }
        }
        for (index, inner) in (value.array ?? []).enumerated() { collect(inner, at: "\(path)[\(index)]", into: &found) }
    }

    /// The properties of CASE that hold words for people (package binding of 1.1); the others are names, addresses and numbers.
    private static let wordsOfCASE: Set<String> = [
        "title", "fullStatement", "abbreviatedStatement", "alternativeLabel", "description", "notes", "keywords", "conceptKeywords",
        "licenseText", "category", "quality", "feedback",
    ]

    private static func collect(
        case value: JSONValue, at path: String, language: String, into found: inout [(property: String, text: LocalText)]
    ) {
        for (key, inner) in value.object ?? [] where !key.hasSuffix("URI") && key != "extensions" {
            let place = path.isEmpty ? key : "\(path).\(key)"
            if wordsOfCASE.contains(key), let text = inner.string, !text.isEmpty { found.append((place, LocalText([(language, text)]))) }
            for (index, item) in (inner.array ?? []).enumerated() {
                if wordsOfCASE.contains(key), let text = item.string, !text.isEmpty {
                    found.append(("\(place)[\(index)]", LocalText([(language, text)])))
                }
                collect(case: item, at: "\(place)[\(index)]", language: language, into: &found)
            }
        }
    }

    /// The text in its languages, if the value is one: a list of `SpTekst`, or a map by language tag.
    private static func text(_ value: JSONValue) -> LocalText? {
        if let array = value.array, !array.isEmpty {
            let entries = array.compactMap { item -> (String, String)? in
                guard let language = item["spraak"]?.string, let text = item["verdi"]?.string else { return nil }
                return (GrepTexts.tag(language), GrepTexts.plain(text))
            }
            return entries.count == array.count ? LocalText(entries) : nil
        }
        guard let object = value.object, !object.isEmpty else { return nil }
        let entries = object.compactMap { pair in pair.value.string.map { (pair.key, $0) } }
        return entries.count == object.count && entries.allSatisfy { languages.contains($0.0) } ? LocalText(entries) : nil
    }
}
