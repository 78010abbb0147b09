import Kernel

/// A set of questions with one scale, as a workspace declares it and a survey keeps it.
struct Instrument {
    struct Item {
        var id: String
        var subscale: String
        /// Whether agreeing means less of what the subscale is about.
        var isReversed: Bool
        var text: Text
    }

    var title: Text
    /// Who owns the questions; nil for own ones.
    var holder: String?
    /// The values that an answer may have.
    var scale: ClosedRange<Int>
    var labels: [Text]
    var subscales: [(id: String, title: Text)]
    var items: [Item]
    /// How many answers Cronbach's alpha takes.
    var alphaFrom: Int

    /// - Parameter json: of the form that the settings of the module describe.
    init(_ json: JSONValue) {
        func list(_ value: JSONValue?) -> [JSONValue] { value?.array ?? [] }
        title = Text(json["title"], else: "")
        holder = json["licence"]?["holder"]?.string
        labels = list(json["scale"]?["labels"]).map { Text($0, else: "") }
        let low = json["scale"]?["low"]?.integer ?? 1
        scale = low...(low + max(1, labels.count) - 1)
        subscales = list(json["subscales"]).compactMap { entry in
            entry["subscale"]?.string.map { ($0, Text(entry["title"], else: $0)) }
        }
        items = list(json["items"]).compactMap { entry in
            guard let id = entry["item"]?.string, let subscale = entry["subscale"]?.string else { return nil }
            return Item(id: id, subscale: subscale, isReversed: entry["reversed"] == .bool(true), text: Text(entry["text"], else: id))
        }
        alphaFrom = json["alpha-from"]?.integer ?? 30
    }

    /// What is asked: the scale, and of each item its name, its subscale, whether it is turned, and its words.
    var asks: [String] {
        let scale = ["\(scale.lowerBound)-\(scale.upperBound)"] + labels.map { $0(.nb) }
        return scale + items.flatMap { [$0.id, $0.subscale, String($0.isReversed), $0.text(.nb)] }
    }

    /// What an answer counts in the subscale: turned round where the item is.
    func turned(_ value: Int, of item: Item) -> Int { item.isReversed ? scale.lowerBound + scale.upperBound - value : value }

    /// What is wrong with it beyond its form; nil where nothing is.
    var fault: Text? {
        let known = Set(subscales.map(\.id))
        if let item = items.first(where: { !known.contains($0.subscale) }) {
            return Text(
                nb: "spørsmålet «\(item.id)» hører til underskalaen «\(item.subscale)», som ikke finnes",
                nn: "spørsmålet «\(item.id)» høyrer til underskalaen «\(item.subscale)», som ikkje finst",
                en: "the question '\(item.id)' belongs to the subscale '\(item.subscale)', which is not there")
        }
        guard Set(items.map(\.id)).count == items.count else {
            return Text(nb: "to spørsmål har samme navn", nn: "to spørsmål har same namn", en: "two questions have the same name")
        }
        return nil
    }
}

extension Text {
    /// A text by language from settings; the word where there is none.
    init(_ json: JSONValue?, else word: String) {
        let texts = (json?.object ?? []).compactMap { pair in pair.value.string.map { (pair.key, $0) } }
        self = texts.isEmpty ? Text(verbatim: word) : Text(Dictionary(texts) { first, _ in first })
    }
}
