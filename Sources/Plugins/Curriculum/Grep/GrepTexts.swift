import Kernel

/// Grep's texts: `Forskriftstekst`, lists of `SpTekst`, and plain strings.
enum GrepTexts {
    /// The language tags (BCP 47) of Grep's three-letter codes; others stay as they are.
    static func tag(_ code: String) -> String {
        switch code {
        case "nob": "nb"
        case "nno": "nn"
        case "eng": "en"
        case "sme": "se"
        case "deu": "de"
        case "fra": "fr"
        case "ita": "it"
        case "spa": "es"
        default: code
        }
    }

    /// A text in any of its three forms, and whether it is a regulation.
    static func read(_ view: JSONView, path: String) throws(GrepShapeFault) -> (text: LocalText, isBinding: Bool) {
        switch view.kind {
        case .string: return (LocalText([("default", view.string ?? "")]), false)
        case .array: return (try list(view, path: path), false)
        case .object:
            guard let texts = view["tekst"], texts.kind == .array else {
                throw GrepShapeFault(path: "\(path).tekst", expected: Text.textList)
            }
            return (try list(texts, path: "\(path).tekst"), view["forskrift"]?.isTrue ?? false)
        default: throw GrepShapeFault(path: path, expected: Text.textForm)
        }
    }

    private static func list(_ view: JSONView, path: String) throws(GrepShapeFault) -> LocalText {
        var entries: [(String, String)] = []
        var fault: GrepShapeFault?
        var index = 0
        view.forEachItem { item in
            if let language = item["spraak"]?.string, let text = item["verdi"]?.string {
                entries.append((tag(language), text))
            } else if fault == nil {
                fault = GrepShapeFault(path: "\(path)[\(index)]", expected: Text.languageText)
            }
            index += 1
        }
        if let fault { throw fault }
        return LocalText(entries)
    }

    /// Where a tag of HTML ends that begins there; nil where "less than" stands in a text.
    private static func endOfTag(_ bytes: [UInt8], from start: Int) -> Int? {
        guard start + 1 < bytes.count else { return nil }
        let next = bytes[start + 1] | 0x20
        guard
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next) || bytes[start + 1] == UInt8(ascii: "/")
                || bytes[start + 1] == UInt8(ascii: "!")
        else { return nil }
        guard let end = bytes[(start + 1)...].firstIndex(where: { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") }),
            bytes[end] == UInt8(ascii: ">")
        else { return nil }
        return end
    }

    /// A text without the tags of HTML, for searching.
    static func plain(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        let bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "<"), let end = endOfTag(bytes, from: index) {
                result.append(0x20)
                index = end
            } else {
                result.append(bytes[index])
            }
            index += 1
        }
        return String(decoding: result, as: UTF8.self)
    }
}

extension Text {
    static let textList = Text(nb: "en liste av tekster", nn: "ei liste av tekstar", en: "a list of texts")
    static let textForm = Text(
        nb: "en tekst, en liste av tekster eller en forskriftstekst", nn: "ein tekst, ei liste av tekstar eller ein forskriftstekst",
        en: "a text, a list of texts or the text of a regulation")
    static let languageText = Text(
        nb: "en tekst med spraak og verdi", nn: "ein tekst med spraak og verdi", en: "a text with spraak and verdi")
}
