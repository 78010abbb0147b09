extension Text {
    /// What was expected and what was found.
    static func expected(_ expected: Text, found: Text) -> Text {
        Text(
            nb: "ventet \(expected(.nb)), fant \(found(.nb))", nn: "venta \(expected(.nn)), fann \(found(.nn))",
            en: "expected \(expected(.en)), found \(found(.en))")
    }

    /// A value as it is written, cut if it is long; a list or a map by its kind.
    static func shown(_ node: Node) -> Text {
        switch node.value {
        case .string(let text):
            let short = text.shortened
            return Text(nb: "«\(short)»", nn: "«\(short)»", en: "'\(short)'")
        case .number(let number): return Text(verbatim: number.text.shortened)
        case .bool(let bool): return Text(verbatim: String(bool))
        case .null: return Text(verbatim: "null")
        case .list(let items):
            return items.isEmpty
                ? Text(nb: "en tom liste", nn: "ei tom liste", en: "an empty list") : Text(nb: "en liste", nn: "ei liste", en: "a list")
        case .map(let map):
            return map.isEmpty
                ? Text(nb: "et tomt sett nøkler", nn: "eit tomt sett nøklar", en: "an empty map")
                : Text(nb: "et sett nøkler", nn: "eit sett nøklar", en: "a map")
        }
    }

    /// A value with its kind in front.
    static func described(_ node: Node) -> Text {
        let value = shown(node)
        return switch node.value {
        case .string: Text(nb: "teksten \(value(.nb))", nn: "teksten \(value(.nn))", en: "the text \(value(.en))")
        case .number: Text(nb: "tallet \(value(.nb))", nn: "talet \(value(.nn))", en: "the number \(value(.en))")
        case .null: Text(nb: "ingenting (null)", nn: "ingenting (null)", en: "nothing (null)")
        case .bool, .list, .map: value
        }
    }

    static func types(_ types: ValueTypes) -> [Text] {
        var names: [Text] = []
        if types.contains(.string) { names.append(Text(nb: "en tekst", nn: "ein tekst", en: "a text")) }
        if types.contains(.number) {
            names.append(Text(nb: "et tall", nn: "eit tal", en: "a number"))
        } else if types.contains(.integer) {
            names.append(Text(nb: "et heltall", nn: "eit heiltal", en: "a whole number"))
        }
        if types.contains(.boolean) { names.append(Text(nb: "true eller false", nn: "true eller false", en: "true or false")) }
        if types.contains(.array) { names.append(Text(nb: "en liste", nn: "ei liste", en: "a list")) }
        if types.contains(.object) { names.append(Text(nb: "et sett nøkler", nn: "eit sett nøklar", en: "a map")) }
        if types.contains(.null) { names.append(Text(verbatim: "null")) }
        return names
    }

    /// Alternatives in a sentence.
    static func either(_ options: [Text]) -> Text {
        func joined(_ language: Language, _ word: String) -> String {
            let words = options.map { $0(language) }
            guard let last = words.last, words.count > 1 else { return words.first ?? "" }
            return words.dropLast().joined(separator: ", ") + " \(word) " + last
        }
        return Text(nb: joined(.nb, "eller"), nn: joined(.nn, "eller"), en: joined(.en, "or"))
    }

    static func range(_ least: Int, _ most: Int) -> Text {
        if least == most { return Text(verbatim: String(least)) }
        if most == .max { return Text(nb: "minst \(least)", nn: "minst \(least)", en: "at least \(least)") }
        if least == 0 { return Text(nb: "høyst \(most)", nn: "høgst \(most)", en: "at most \(most)") }
        return Text(nb: "\(least) til \(most)", nn: "\(least) til \(most)", en: "\(least) to \(most)")
    }

    static func nearest(to node: Node, among values: [Node]) -> Text? {
        node.string.flatMap { NearestName.suggestion(for: $0, among: values.compactMap(\.string)) }.map(Text.didYouMean)
    }

    static func validKeys(_ keys: [String]) -> Text? {
        if keys.isEmpty { return nil }
        let list = keys.prefix(40).joined(separator: ", ") + (keys.count > 40 ? ", …" : "")
        return Text(nb: "gyldige nøkler: \(list)", nn: "gyldige nøklar: \(list)", en: "valid keys: \(list)")
    }

    static func keyMeaning(_ key: String, _ title: Text) -> Text {
        Text(nb: "«\(key)» er: \(title(.nb))", nn: "«\(key)» er: \(title(.nn))", en: "'\(key)' is: \(title(.en))")
    }

    static func expectedHere(_ title: Text) -> Text {
        Text(nb: "her ventes: \(title(.nb))", nn: "her er det venta: \(title(.nn))", en: "expected here: \(title(.en))")
    }

    static func isKey() -> Text {
        Text(nb: "det gjelder selve nøkkelen", nn: "det gjeld sjølve nøkkelen", en: "this is about the key itself")
    }

    static func closestBranch(_ title: Text?, of count: Int) -> Text {
        let (nb, nn, en) = title.map { (": \($0(.nb))", ": \($0(.nn))", ": \($0(.en))") } ?? ("", "", "")
        return Text(
            nb: "den nærmeste av \(count) mulige former\(nb)", nn: "den næraste av \(count) moglege former\(nn)",
            en: "the closest of \(count) possible forms\(en)")
    }

    static func name(of format: StringFormat) -> Text {
        switch format {
        case .date: Text(nb: "en dato", nn: "ein dato", en: "a date")
        case .dateTime: Text(nb: "et tidspunkt", nn: "eit tidspunkt", en: "a date and time")
        case .duration: Text(nb: "en varighet", nn: "ei lengd i tid", en: "a duration")
        case .boundedDuration:
            Text(
                nb: "en varighet på høyst \(StringFormat.mostYears) år", nn: "ei lengd i tid på høgst \(StringFormat.mostYears) år",
                en: "a duration of at most \(StringFormat.mostYears) years")
        case .uri: Text(nb: "en adresse (URI)", nn: "ei adresse (URI)", en: "an address (URI)")
        case .email: Text(nb: "en e-postadresse", nn: "ei e-postadresse", en: "an email address")
        case .uuid: Text(nb: "en UUID", nn: "ein UUID", en: "a UUID")
        case .language: Text(nb: "en språkkode", nn: "ein språkkode", en: "a language tag")
        }
    }

    static func example(of format: StringFormat) -> Text {
        let example =
            switch format {
            case .date: "2027-08-16"
            case .dateTime: "2027-08-16T09:00:00+02:00"
            case .duration, .boundedDuration: "P1Y, P14D, PT45M"
            case .uri: "https://example.org/a"
            case .email: "name@example.org"
            case .uuid: "123e4567-e89b-12d3-a456-426614174000"
            case .language: "nb, nn, en, se"
            }
        return Self.example(example)
    }

    static func example(_ example: String) -> Text {
        Text(nb: "for eksempel: \(example)", nn: "til dømes: \(example)", en: "for example: \(example)")
    }
}

extension String {
    /// The text for a message: at most 60 scalars, without what would break a line.
    var shortened: String {
        guard utf8.count > 60 || utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return self }
        var result = String.UnicodeScalarView()
        var count = 0
        for scalar in unicodeScalars {
            if count == 60 { return String(result) + "…" }
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            result.append(isControl ? "\u{FFFD}" : scalar)
            count += 1
        }
        return String(result)
    }
}
