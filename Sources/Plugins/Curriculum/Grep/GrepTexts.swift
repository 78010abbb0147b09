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

    /// A text without the tags of HTML, for searching.
    static func plain(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        var isTag = false
        for byte in text.utf8 {
            if byte == UInt8(ascii: "<") {
                isTag = true
                result.append(0x20)
            } else if byte == UInt8(ascii: ">"), isTag {
                isTag = false
            } else if !isTag {
                result.append(byte)
            }
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
