import Kernel

/// What people call the types of elements: those of Grep, of a core curriculum and of CASE.
///
/// The plain name is the present reform's (LK20); what only the older one has says so.
enum TypeWord {
    /// What a type is called; a type that nobody here knows keeps its own word.
    static func text(_ type: String) -> Text { words[type] ?? Text(verbatim: type) }

    static func cell(_ type: String) -> Table.Cell { .coded(type, text(type).capitalised) }

    /// The type that a word names, in any language.
    static func type(named word: String) -> String? { words.first { $0.value.says(word) }?.key }

    /// Every name in every language, for the nearest.
    static let names = words.values.flatMap { Array($0.byLanguage.values) }

    private static let words: [String: Text] = grep.merging(older) { first, _ in first }.merging(others) { first, _ in first }

    private static let grep: [String: Text] = [
        "aarstrinn": Text(nb: "årstrinn", nn: "årstrinn", en: "school year"),
        "dokumenttype": Text(nb: "dokumenttype", nn: "dokumenttype", en: "type of document"),
        "eksamensformer": Text(nb: "eksamensform", nn: "eksamensform", en: "form of exam"),
        "eksamensordninger": Text(nb: "eksamensordning", nn: "eksamensordning", en: "exam arrangement"),
        "fagkategorier": Text(nb: "fagkategori", nn: "fagkategori", en: "category of subjects"),
        "fagkoder": Text(nb: "fagkode", nn: "fagkode", en: "subject code"),
        "fagomraader": Text(nb: "fagområde", nn: "fagområde", en: "subject area"),
        "fagtyper": Text(nb: "fagtype", nn: "fagtype", en: "type of subject"),
        "grunnleggende-ferdigheter-lk20": Text(nb: "grunnleggende ferdighet", nn: "grunnleggjande ferdigheit", en: "basic skill"),
        "karakterer": Text(nb: "karakter", nn: "karakter", en: "grade"),
        "kjerneelementer-lk20": Text(nb: "kjerneelement", nn: "kjerneelement", en: "core element"),
        "kompetansemaal-lk20": Text(nb: "kompetansemål", nn: "kompetansemål", en: "competence aim"),
        "kompetansemaalsett-lk20": Text(nb: "kompetansemålsett", nn: "kompetansemålsett", en: "set of competence aims"),
        "laereplaner-lk20": Text(nb: "læreplan", nn: "læreplan", en: "curriculum"),
        "laereplanstruktur": Text(nb: "læreplanstruktur", nn: "læreplanstruktur", en: "structure of a curriculum"),
        "loepstype": Text(nb: "løpstype", nn: "løpstype", en: "type of training"),
        "merkelapper": Text(nb: "merkelapp", nn: "merkelapp", en: "label"),
        "merknader": Text(nb: "merknad", nn: "merknad", en: "remark"),
        "merknadstype": Text(nb: "merknadstype", nn: "merknadstype", en: "type of remark"),
        "oppgave": Text(nb: "hvem som lager eksamensoppgaven", nn: "kven som lagar eksamensoppgåva", en: "who sets the exam paper"),
        "opplaeringsfag": Text(nb: "opplæringsfag", nn: "opplæringsfag", en: "subject"),
        "opplaeringsnivaa": Text(nb: "opplæringsnivå", nn: "opplæringsnivå", en: "level of education"),
        "opplaeringssted": Text(nb: "opplæringssted", nn: "opplæringsstad", en: "place of training"),
        "ordforklaringer-lk20": Text(nb: "ordforklaring", nn: "ordforklaring", en: "explanation of a word"),
        "programfag": Text(nb: "programfag", nn: "programfag", en: "programme subject"),
        "programomraader": Text(nb: "programområde", nn: "programområde", en: "programme area"),
        "programomraadetype": Text(nb: "type programområde", nn: "type programområde", en: "type of programme area"),
        "semester": Text(nb: "semester", nn: "semester", en: "term"),
        "sensur": Text(nb: "hvem som sensurerer", nn: "kven som sensurerer", en: "who marks the exam"),
        "sluttkompetanse": Text(nb: "sluttkompetanse", nn: "sluttkompetanse", en: "final qualification"),
        "spraak": Text(nb: "språk", nn: "språk", en: "language"),
        "spraaknivaa": Text(nb: "språknivå", nn: "språknivå", en: "language level"),
        "status": Text(nb: "status", nn: "status", en: "status"),
        "tidligere-navn": Text(nb: "tidligere navn", nn: "tidlegare namn", en: "former name"),
        "trekkordninger": Text(nb: "trekkordning", nn: "trekkordning", en: "how pupils are drawn for an exam"),
        "tverrfaglige-temaer-lk20": Text(nb: "tverrfaglig tema", nn: "tverrfagleg tema", en: "cross-curricular theme"),
        "utdanningsprogram": Text(nb: "utdanningsprogram", nn: "utdanningsprogram", en: "education programme"),
        "utdanningsprogramtype": Text(nb: "type utdanningsprogram", nn: "type utdanningsprogram", en: "type of education programme"),
        "verb-lk20": Text(nb: "verb", nn: "verb", en: "verb"),
        "vurderingsuttrykk": Text(nb: "vurderingsuttrykk", nn: "vurderingsuttrykk", en: "form of assessment mark"),
    ]

    private static let older: [String: Text] = [
        "hovedomraader": Text(nb: "hovedområde (LK06)", nn: "hovudområde (LK06)", en: "main subject area (LK06)"),
        "kompetansemaal": Text(nb: "kompetansemål (LK06)", nn: "kompetansemål (LK06)", en: "competence aim (LK06)"),
        "kompetansemaalsett": Text(nb: "kompetansemålsett (LK06)", nn: "kompetansemålsett (LK06)", en: "set of competence aims (LK06)"),
        "laereplaner": Text(nb: "læreplan (LK06)", nn: "læreplan (LK06)", en: "curriculum (LK06)"),
    ]

    private static let others: [String: Text] = [
        "core-section": CoreType.section.title, "core-value": CoreType.value.title, "core-principle": CoreType.principle.title,
        "CFPackage": Text(nb: "resten av pakken", nn: "resten av pakken", en: "rest of the package"),
        "CFDocument": Text(nb: "rammeverk", nn: "rammeverk", en: "framework"),
        "CFItem": Text(nb: "element", nn: "element", en: "item"),
        "CFAssociation": Text(nb: "forbindelse", nn: "samband", en: "association"),
        "CFConcept": Text(nb: "begrep", nn: "omgrep", en: "concept"),
        "CFSubject": Text(nb: "fag i rammeverket", nn: "fag i rammeverket", en: "subject of the framework"),
        "CFLicense": Text(nb: "lisens", nn: "lisens", en: "licence"),
        "CFItemType": Text(nb: "slag element", nn: "slag element", en: "kind of item"),
        "CFAssociationGrouping": Text(nb: "gruppe av forbindelser", nn: "gruppe av samband", en: "group of associations"),
        "CFRubric": Text(nb: "vurderingsskjema", nn: "vurderingsskjema", en: "rubric"),
        "CFRubricCriterion": Text(nb: "kriterium", nn: "kriterium", en: "criterion"),
        "CFRubricCriterionLevel": Text(nb: "nivå av et kriterium", nn: "nivå av eit kriterium", en: "level of a criterion"),
    ]
}

extension Text {
    /// Whether it is that word in some language, whatever letters are capital.
    func says(_ word: String) -> Bool { byLanguage.values.contains { $0.lowercased() == word.lowercased() } }
}
