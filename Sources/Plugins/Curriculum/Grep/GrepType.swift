/// The types of Grep: the word of `grep-type`, and the plural that names folders and addresses.
enum GrepType {
    /// The plural of a type; nil for one that is not known.
    static func plural(_ type: String) -> String? { plurals[type] }

    /// Whether a folder of that name holds objects of one type.
    static func isPlural(_ folder: String) -> Bool { folders.contains(folder) }

    static let plan = "laereplaner-lk20"
    static let set = "kompetansemaalsett-lk20"
    static let aim = "kompetansemaal-lk20"
    /// The aims of every reform.
    static let aims = [aim, olderAim]
    /// An aim of the older reform, which may stand in several plans.
    static let olderAim = "kompetansemaal"
    /// The plans of every reform.
    static let plans = [plan, "laereplaner"]
    static let coreElement = "kjerneelementer-lk20"
    static let theme = "tverrfaglige-temaer-lk20"
    static let skill = "grunnleggende-ferdigheter-lk20"
    static let verb = "verb-lk20"
    static let year = "aarstrinn"

    private static let folders = Set(plurals.values)
    private static let plurals = [
        "aarstrinn": "aarstrinn",
        "dokumenttype": "dokumenttype",
        "eksamensform": "eksamensformer",
        "eksamensordning": "eksamensordninger",
        "fagkategori": "fagkategorier",
        "fagkode": "fagkoder",
        "fagomraade": "fagomraader",
        "fagtype": "fagtyper",
        "grunnleggende_ferdighet_lk20": "grunnleggende-ferdigheter-lk20",
        "hovedomraade": "hovedomraader",
        "karakter": "karakterer",
        "kjerneelement_lk20": "kjerneelementer-lk20",
        "kompetansemaal": "kompetansemaal",
        "kompetansemaal_lk20": "kompetansemaal-lk20",
        "kompetansemaalsett": "kompetansemaalsett",
        "kompetansemaalsett_lk20": "kompetansemaalsett-lk20",
        "laereplan": "laereplaner",
        "laereplan_lk20": "laereplaner-lk20",
        "laereplanstruktur": "laereplanstruktur",
        "loepstype": "loepstype",
        "merkelapp": "merkelapper",
        "merknad": "merknader",
        "merknadstype": "merknadstype",
        "oppgave": "oppgave",
        "opplaeringsfag": "opplaeringsfag",
        "opplaeringsnivaa": "opplaeringsnivaa",
        "opplaeringssted": "opplaeringssted",
        "ordforklaring_lk20": "ordforklaringer-lk20",
        "programfag": "programfag",
        "programomraade": "programomraader",
        "programomraadetype": "programomraadetype",
        "semester": "semester",
        "sensur": "sensur",
        "sluttkompetanse": "sluttkompetanse",
        "spraak": "spraak",
        "spraaknivaa": "spraaknivaa",
        "status": "status",
        "tidligere_navn": "tidligere-navn",
        "trekkordning": "trekkordninger",
        "tverrfaglig_tema_lk20": "tverrfaglige-temaer-lk20",
        "utdanningsprogram": "utdanningsprogram",
        "utdanningsprogramtype": "utdanningsprogramtype",
        "verb_lk20": "verb-lk20",
        "vurderingsuttrykk": "vurderingsuttrykk",
    ]
}
