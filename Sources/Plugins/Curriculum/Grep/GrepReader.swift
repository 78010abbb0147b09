import Kernel

/// Reads one object of Grep: what the project works with, its references and its texts, and what is odd in it.
struct GrepReader {
    var element: Element
    private(set) var oddities: [Oddity] = []
    private let view: JSONView
    private let file: String
    private var positions: [Link.Kind: Int] = [:]
    private var words: [String] = []

    /// - Parameters:
    ///   - folder: the folder that the file lies in, where that names a type.
    /// - Throws: `GrepShapeFault`.
    init(_ view: JSONView, file: String, folder: String?) throws(GrepShapeFault) {
        self.view = view
        self.file = file
        guard let code = view["kode"]?.string, !code.isEmpty else { throw GrepShapeFault(path: "$.kode", expected: .code) }
        let word = view["grep-type"]?.string?.split(separator: "/").last.map(String.init)
        let plural = word.flatMap(GrepType.plural)
        element = Element(code: code, type: plural ?? folder ?? word ?? "")
        guard !element.type.isEmpty else { throw GrepShapeFault(path: "$.grep-type", expected: .grepType) }
        if plural == nil { note(.unknownType, "$.grep-type", word) }
        try readHead()
        try readPlace()
        try checkReferences()
        walk(view, property: nil, path: "$", depth: 0)
        element.words = words.joined(separator: "\n")
        checkAddress(folder)
        checkTitle()
        checkKeys()
    }

    private mutating func note(_ kind: OddityKind, _ path: String?, _ found: String?) {
        oddities.append(Oddity(kind: kind, type: element.type, code: element.code, file: file, path: path, found: found))
    }

    private mutating func readHead() throws(GrepShapeFault) {
        if let given = view.present("status") {
            guard let status = given.string else { throw GrepShapeFault(path: "$.status", expected: .address) }
            element.status = status.split(separator: "/").last.map { $0.hasPrefix("status_") ? String($0.dropFirst(7)) : String($0) }
        }
        if let given = view.present("sist-endret") {
            // What cannot be compared would keep out every later state of the object.
            guard let moment = given.string, Self.isDay(String(moment.prefix(10))), (try? Day(String(moment.prefix(10)))) != nil,
                moment.utf8.count == 10 || moment.dropFirst(10).first == "T"
            else { throw GrepShapeFault(path: "$.sist-endret", expected: .timestamp) }
            element.modified = moment
        }
        if view["tittel"]?.isNull == true { throw GrepShapeFault(path: "$.tittel", expected: Text.textForm) }
        if let title = view.present("tittel") ?? view.present("beskrivelse") {
            let path = view.present("tittel") == nil ? "$.beskrivelse" : "$.tittel"
            (element.title, element.isBinding) = try GrepTexts.read(title, path: path)
            if element.title.entries.isEmpty { note(.emptyText, path, nil) }
        }
        let period = view.present("gyldighetsperiode")
        for (name, isEnd) in [("gyldig-fra" as StaticString, false), ("gyldig-til", true)] {
            var path = "$.\(name)"
            var value = view[name]
            if let part = period?[name] {
                path = "$.gyldighetsperiode.\(name).dato"
                value = part["dato"]
            }
            guard let value, !value.isNull else { continue }
            guard let day = value.string.map({ String($0.prefix(10)) }), Self.isDay(day) else {
                throw GrepShapeFault(path: path, expected: .timestamp)
            }
            if isEnd { element.validTo = day } else { element.validFrom = day }
        }
        if let position = view.present("rekkefoelge") {
            guard let number = position.integer else { throw GrepShapeFault(path: "$.rekkefoelge", expected: .wholeNumber) }
            element.position = number
            if position.kind == .string { note(.numberAsText, "$.rekkefoelge", position.string) }
        }
    }

    private static func isDay(_ text: String) -> Bool {
        text.utf8.count == 10
            && text.utf8.enumerated().allSatisfy {
                $0 == 4 || $0 == 7 ? $1 == UInt8(ascii: "-") : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($1)
            }
    }

    /// The plan, the set and the years that it belongs to.
    private mutating func readPlace() throws(GrepShapeFault) {
        let older = first(view["laereplan-referanser"])
        element.plan = try code(view.present("tilhoerer-laereplan") ?? older, "$.tilhoerer-laereplan")
        element.set = try code(
            view.present("tilhoerer-kompetansemaalsett") ?? first(older?["tilhoerende-kompetansemaalsett"]),
            "$.tilhoerer-kompetansemaalsett")
        if element.type == GrepType.plan || element.type == "laereplaner" { element.plan = element.code }
        if element.type == GrepType.set || element.type == "kompetansemaalsett" { element.set = element.code }
        for (name, list) in [
            ("etter-aarstrinn", view.present("etter-aarstrinn")), ("benyttes-paa-aarstrinn", view.present("benyttes-paa-aarstrinn")),
        ] {
            guard let list else { continue }
            guard list.kind == .array else { throw GrepShapeFault(path: "$.\(name)", expected: .referenceList) }
            list.forEachItem { item in
                if let code = item["kode"]?.string, !element.years.contains(code) { element.years.append(code) }
            }
        }
        if element.type == GrepType.set, element.years.isEmpty { note(.setWithoutYear, "$.benyttes-paa-aarstrinn", nil) }
    }

    /// What refers to others stands as a list, or as one object, by its name.
    private func checkReferences() throws(GrepShapeFault) {
        var fault: GrepShapeFault?
        view.forEachMember { key, value in
            guard fault == nil, !value.isNull, let name = key.string else { return }
            if GrepLinks.areMany(name), value.kind != .array { fault = GrepShapeFault(path: "$.\(name)", expected: .referenceList) }
            if GrepLinks.isOne(name), value.kind != .object { fault = GrepShapeFault(path: "$.\(name)", expected: .object) }
        }
        if let fault { throw fault }
    }

    private func first(_ list: JSONView?) -> JSONView? {
        var found: JSONView?
        list?.forEachItem { item in found = found ?? item }
        return found
    }

    private func code(_ reference: JSONView?, _ path: String) throws(GrepShapeFault) -> String? {
        guard let reference else { return nil }
        guard let code = reference["kode"]?.string, !code.isEmpty else { throw GrepShapeFault(path: "\(path).kode", expected: .code) }
        return code
    }

    /// Gathers references and texts, wherever they stand.
    private mutating func walk(_ value: JSONView, property: JSONView?, path: @autoclosure () -> String, depth: Int) {
        switch value.kind {
        case .array:
            var last: String?
            value.forEachItem { item in
                if let text = item["verdi"]?.string, item["spraak"] != nil {
                    // What was enacted stands once as "default" and once under its language.
                    if text.isEmpty {
                        note(.emptyText, path(), item["spraak"]?.string)
                    } else if text != last {
                        words.append(GrepTexts.plain(text))
                    }
                    last = text
                } else {
                    walk(item, property: property, path: path(), depth: depth + 1)
                }
            }
        case .object:
            if depth > 0, let code = value["kode"]?.string, value["uri"] != nil || value["url-data"] != nil { add(code, property) }
            value.forEachMember { key, member in
                guard member.kind == .object || member.kind == .array else {
                    if member.kind == .string, !member.bytes.isEmpty, Self.isNumeric(key), member.integer != nil {
                        note(.numberAsText, "\(path()).\(key.string ?? "")", member.string)
                    }
                    return
                }
                walk(
                    member, property: key.isWord("referanse") ? property : key, path: "\(path()).\(key.string ?? "")", depth: depth + 1)
            }
        default: break
        }
    }

    /// Whether a property holds a number by its name.
    private static func isNumeric(_ key: JSONView) -> Bool {
        key.bytes.starts(with: "omfang-".utf8) || key.isWord("numerisk-verdi")
    }

    private mutating func add(_ code: String, _ property: JSONView?) {
        let kind = GrepLinks.kind(property)
        guard !code.isEmpty, !element.links.contains(where: { $0.kind == kind && $0.to == code }) else { return }
        element.links.append(Link(kind: kind, to: code, position: positions[kind, default: 0]))
        positions[kind, default: 0] += 1
    }

    // MARK: Oddities

    private mutating func checkAddress(_ folder: String?) {
        guard let address = view.present("url-data")?.string else { return }
        let parts = address.split(separator: "/")
        guard parts.count >= 2, parts[parts.count - 2] != element.type else { return }
        note(.wrongAddress, "$.url-data", address)
    }

    /// Whether a small letter follows a digit and a full stop, as in "7.trinn".
    ///
    /// By hand, since it is asked of every title in every language, and a pattern would be read anew each time.
    private static func lacksSpace(_ text: String) -> Bool {
        var (beforeLast, last): (UnicodeScalar, UnicodeScalar) = (" ", " ")
        for scalar in text.unicodeScalars {
            if last == ".", "0"..."9" ~= beforeLast, "a"..."z" ~= scalar || "æøå".unicodeScalars.contains(scalar) { return true }
            (beforeLast, last) = (last, scalar)
        }
        return false
    }

    private mutating func checkTitle() {
        for (language, text) in element.title.entries where language != "default" {
            let isUntidy =
                text.first?.isWhitespace == true || text.last?.isWhitespace == true || text.contains("\u{A0}")
                || Self.lacksSpace(text)
            if isUntidy { note(.untidyTitle, "$.tittel", "\(language): «\(text)»") }
        }
        if element.type == GrepType.plan {
            for language in ["nb", "nn", "en"] where element.title[language] == nil { note(.missingLanguage, "$.tittel", language) }
        }
        guard element.type == GrepType.set, let title = (element.title["nb"] ?? element.title["default"]),
            let match = title.firstMatch(of: /([0-9]+)\.? ?\u{A0}?trinn/)
        else { return }
        let after = element.links.filter { $0.kind == .afterYear }.map(\.to)
        if !after.isEmpty, !after.contains("aarstrinn\(match.1)") {
            note(.yearAndTitleDiffer, "$.etter-aarstrinn", "«\(title)»: \(after.joined(separator: ", "))")
        }
    }

    private mutating func checkKeys() {
        guard let known = GrepKeys.known(element.type) else { return }
        view.forEachMember { key, _ in
            let name = key.string ?? ""
            if !known.contains(name) { note(.unknownProperty, "$.\(name)", nil) }
        }
    }
}

extension Text {
    static let address = Text(nb: "en adresse", nn: "ei adresse", en: "an address")
    static let code = Text(nb: "en kode", nn: "ein kode", en: "a code")
    static let grepType = Text(nb: "en Grep-type", nn: "ein Grep-type", en: "a type of Grep")
    static let timestamp = Text(nb: "et tidspunkt eller null", nn: "eit tidspunkt eller null", en: "a timestamp or null")
    static let wholeNumber = Text(nb: "et heltall", nn: "eit heiltal", en: "a whole number")
    static let referenceList = Text(nb: "en liste av referanser", nn: "ei liste av referansar", en: "a list of references")
    static let object = Text(nb: "et objekt", nn: "eit objekt", en: "an object")
}
