import Kernel

/// Each question of an instrument has a name of its own and belongs to a subscale that the instrument has.
///
/// A survey refuses such an instrument too; here it is told before anybody makes one, with its place.
struct InstrumentsRule: VariantRule {
    func findings(in inspection: VariantInspection) -> [Finding] {
        ["instruments", "licensed-instruments"].flatMap { key in
            (inspection.settings?[key]?.map?.pairs ?? []).flatMap { findings(in: $0.value, called: $0.key) }
        }
    }

    private func findings(in instrument: Node, called name: String) -> [Finding] {
        let (subscales, items) = (instrument["subscales"]?.list ?? [], instrument["items"]?.list ?? [])
        let known = subscales.compactMap { $0["subscale"]?.string }
        let names = known.joined(separator: ", ")
        let unknown = items.compactMap { item -> Finding? in
            guard let node = item["subscale"], let subscale = node.string, !known.contains(subscale) else { return nil }
            let question = item["item"]?.string ?? ""
            return Finding(
                Text(
                    nb: "spørsmålet «\(question)» i «\(name)» hører til underskalaen «\(subscale)», som skjemaet ikke har",
                    nn: "spørsmålet «\(question)» i «\(name)» høyrer til underskalaen «\(subscale)», som skjemaet ikkje har",
                    en: "question '\(question)' of '\(name)' belongs to the subscale '\(subscale)', which the instrument does not have"),
                at: node.span,
                help: Text(
                    nb: "underskalaer i skjemaet: \(names)", nn: "underskalaer i skjemaet: \(names)",
                    en: "subscales of the instrument: \(names)"), meant: MeantName(subscale) { known })
        }
        return unknown + twice("subscale", in: subscales, of: name) + twice("item", in: items, of: name)
    }

    /// The second and every further one of a name.
    private func twice(_ key: String, in list: [Node], of name: String) -> [Finding] {
        var first: [String: SourceSpan] = [:]
        return list.compactMap { entry in
            guard let node = entry[key], let id = node.string else { return nil }
            guard let before = first[id] else {
                first[id] = node.span
                return nil
            }
            let isItem = key == "item"
            return Finding(
                isItem
                    ? Text(
                        nb: "to spørsmål i «\(name)» heter «\(id)»", nn: "to spørsmål i «\(name)» heiter «\(id)»",
                        en: "two questions of '\(name)' are called '\(id)'")
                    : Text(
                        nb: "to underskalaer i «\(name)» heter «\(id)»", nn: "to underskalaer i «\(name)» heiter «\(id)»",
                        en: "two subscales of '\(name)' are called '\(id)'"),
                at: node.span,
                labels: [.init(before, Text(nb: "brukt her først", nn: "brukt her først", en: "used here first"))],
                help: isItem
                    ? Text(
                        nb: "svarene skilles på navnet: gi hvert spørsmål sitt eget",
                        nn: "svara blir skilde på namnet: gi kvart spørsmål sitt eige",
                        en: "answers are told apart by the name: give each question its own") : nil)
        }
    }
}
