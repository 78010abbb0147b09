import Kernel

/// What people call the part of an object that a text stands in, by the names of the properties on the way to it.
///
/// ```swift
/// PartWord.text("vurderingsordninger-kapittel.vurderingsordninger[1].beskrivelse")(.en)   // "arrangements for assessment, number 2, description"
/// ```
enum PartWord {
    static func text(_ path: String) -> Text {
        let parts = path.split(separator: ".").filter { $0 != "$" }.map(String.init)
        // The chapter around something that has a name says nothing more; a heading or a description needs its chapter.
        let told = parts.enumerated().filter { index, part in
            !silent.contains(part) || index + 1 == parts.count || general.contains(parts[index + 1])
        }.map(\.element)
        func line(_ language: Language) -> String { told.map { part($0)(language) }.joined(separator: ", ") }
        return Text(nb: line(.nb), nn: line(.nn), en: line(.en)).capitalised
    }

    static func cell(_ path: String?) -> Table.Cell { path.map { $0.isEmpty ? .empty : .coded($0, text($0)) } ?? .empty }

    private static func part(_ segment: String) -> Text {
        guard let open = segment.firstIndex(of: "["), let index = Int(segment[segment.index(after: open)...].dropLast()) else {
            return words[segment] ?? Text(verbatim: segment.replacing("-", with: " "))
        }
        let (name, number) = (part(String(segment[..<open])), index + 1)
        return Text(
            nb: "\(name(.nb)), nummer \(number)", nn: "\(name(.nn)), nummer \(number)", en: "\(name(.en)), number \(number)")
    }

    private static let silent: Set<String> = [
        "vurderingsordninger-kapittel", "fagets-relevans-og-verdier", "tverrfaglige-temaer-i-faget",
        "grunnleggende-ferdigheter-i-faget", "om-faget-kapittel",
    ]

    private static let general: Set<String> = ["overskrift", "beskrivelse", "forklaring", "innledning", "tekst"]

    private static let words: [String: Text] = [
        "tittel": Text(nb: "tittel", nn: "tittel", en: "title"), "title": Text(nb: "tittel", nn: "tittel", en: "title"),
        "kortform": Text(nb: "kortform", nn: "kortform", en: "short form"),
        "beskrivelse": Text(nb: "beskrivelse", nn: "skildring", en: "description"),
        "forklaring": Text(nb: "forklaring", nn: "forklaring", en: "explanation"),
        "overskrift": Text(nb: "overskrift", nn: "overskrift", en: "heading"),
        "innledning": Text(nb: "innledning", nn: "innleiing", en: "introduction"),
        "tekst": Text(nb: "tekst", nn: "tekst", en: "text"), "text": Text(nb: "tekst", nn: "tekst", en: "text"),
        "fritekst": Text(nb: "fritekst", nn: "fritekst", en: "free text"),
        "tilleggsopplysninger": Text(nb: "tilleggsopplysninger", nn: "tilleggsopplysningar", en: "further information"),
        "fastsettelsesinformasjon": Text(nb: "om fastsettelsen", nn: "om fastsetjinga", en: "about the enactment"),
        "fastsettelsestekst": Text(nb: "teksten om fastsettelsen", nn: "teksten om fastsetjinga", en: "text about the enactment"),
        "fastsatt-dato-overskrift": Text(nb: "overskrift over datoen", nn: "overskrift over datoen", en: "heading of the date"),
        "gyldighetsperiode": Text(nb: "gyldighet", nn: "gyldigheit", en: "validity"),
        "gyldig-fra": Text(nb: "gjelder fra", nn: "gjeld frå", en: "valid from"),
        "gyldig-til": Text(nb: "gjelder til", nn: "gjeld til", en: "valid to"),
        "om-faget-kapittel": Text(nb: "om faget", nn: "om faget", en: "about the subject"),
        "fagets-relevans-og-verdier": Text(
            nb: "fagets relevans og verdier", nn: "relevans og verdiar i faget", en: "relevance and values of the subject"),
        "fagets-relevans": Text(nb: "fagets relevans", nn: "kvifor faget er relevant", en: "relevance of the subject"),
        "verdier-og-prinsipper": Text(nb: "verdier og prinsipper", nn: "verdiar og prinsipp", en: "values and principles"),
        "kjerneelementer-i-faget": Text(
            nb: "kjerneelementer i faget", nn: "kjerneelement i faget", en: "core elements of the subject"),
        "tverrfaglige-temaer-i-faget": Text(
            nb: "tverrfaglige temaer i faget", nn: "tverrfaglege tema i faget", en: "cross-curricular themes in the subject"),
        "tverrfaglige-temaer": Text(nb: "tverrfaglig tema", nn: "tverrfagleg tema", en: "cross-curricular theme"),
        "grunnleggende-ferdigheter-i-faget": Text(
            nb: "grunnleggende ferdigheter i faget", nn: "grunnleggjande ferdigheiter i faget", en: "basic skills in the subject"),
        "grunnleggende-ferdigheter": Text(nb: "grunnleggende ferdighet", nn: "grunnleggjande ferdigheit", en: "basic skill"),
        "grunnleggende-ferdigheter-kapittel": Text(
            nb: "grunnleggende ferdigheter", nn: "grunnleggjande ferdigheiter", en: "basic skills"),
        "muntlig": Text(nb: "muntlige ferdigheter", nn: "munnlege ferdigheiter", en: "oral skills"),
        "skriftlig": Text(nb: "å skrive", nn: "å skrive", en: "writing"), "lese": Text(nb: "å lese", nn: "å lese", en: "reading"),
        "regne": Text(nb: "å regne", nn: "å rekne", en: "numeracy"),
        "digitale": Text(nb: "digitale ferdigheter", nn: "digitale ferdigheiter", en: "digital skills"),
        "kompetansemaal-kapittel": Text(nb: "kompetansemål", nn: "kompetansemål", en: "competence aims"),
        "kompetansemaal-overskrift": Text(
            nb: "overskrift over kompetansemålene", nn: "overskrift over kompetansemåla", en: "heading of the competence aims"),
        "kompetansemaal-ingress": Text(
            nb: "innledning til kompetansemålene", nn: "innleiing til kompetansemåla", en: "introduction to the competence aims"),
        "maal-for-kompetansemaalene-overskrift": Text(
            nb: "overskrift over kompetansemålene", nn: "overskrift over kompetansemåla", en: "heading of the competence aims"),
        "underveisvurdering": Text(nb: "underveisvurdering", nn: "undervegsvurdering", en: "formative assessment"),
        "standpunktvurdering": Text(nb: "standpunktvurdering", nn: "standpunktvurdering", en: "final assessment"),
        "vurderingsordning-kapittel": Text(nb: "vurderingsordning", nn: "vurderingsordning", en: "arrangement for assessment"),
        "vurderingsordninger-kapittel": Text(nb: "vurderingsordninger", nn: "vurderingsordningar", en: "arrangements for assessment"),
        "vurderingsordninger": Text(nb: "vurderingsordning", nn: "vurderingsordning", en: "arrangement for assessment"),
        "vurdering-kapittel": Text(nb: "vurdering", nn: "vurdering", en: "assessment"),
        "formaal-kapittel": Text(nb: "formål", nn: "formål", en: "purpose"),
        "timetall-kapittel": Text(nb: "timetall", nn: "timetal", en: "teaching hours"),
        "struktur-kapittel": Text(nb: "struktur", nn: "struktur", en: "structure"),
        "hovedomraade-kapittel": Text(nb: "hovedområder", nn: "hovudområde", en: "main subject areas"),
        "programfag-kapittel": Text(nb: "programfag", nn: "programfag", en: "programme subjects"),
        "yrkestittel": Text(nb: "yrkestittel", nn: "yrkestittel", en: "occupational title"),
        "fullStatement": Text(nb: "teksten i full lengde", nn: "teksten i full lengd", en: "full statement"),
        "abbreviatedStatement": Text(nb: "kort form", nn: "kort form", en: "short form"),
        "alternativeLabel": Text(nb: "annet navn", nn: "anna namn", en: "other label"),
        "description": Text(nb: "beskrivelse", nn: "skildring", en: "description"),
        "CFRubricCriteria": Text(nb: "kriterium", nn: "kriterium", en: "criterion"),
        "CFRubricCriterionLevels": Text(nb: "nivå", nn: "nivå", en: "level"),
        "category": Text(nb: "kategori", nn: "kategori", en: "category"),
        "quality": Text(nb: "kvalitet", nn: "kvalitet", en: "quality"),
        "feedback": Text(nb: "tilbakemelding", nn: "tilbakemelding", en: "feedback"),
        "keywords": Text(nb: "nøkkelord", nn: "nøkkelord", en: "keywords"),
        "conceptKeywords": Text(nb: "nøkkelord", nn: "nøkkelord", en: "keyword"),
        "licenseText": Text(nb: "lisenstekst", nn: "lisenstekst", en: "text of the licence"),
        "notes": Text(nb: "merknader", nn: "merknader", en: "notes"),
        "url-data": Text(nb: "adressen til dataene", nn: "adressa til dataa", en: "address of the data"),
    ]
}
