import Kernel

/// What the parts of a plan are called in a package.
enum GrepWords {
    static let aim = Text(nb: "Kompetansemål", nn: "Kompetansemål", en: "Competence aim")
    static let set = Text(nb: "Kompetansemålsett", nn: "Kompetansemålsett", en: "Set of competence aims")
    static let coreElement = Text(nb: "Kjerneelement", nn: "Kjerneelement", en: "Core element")
    static let coreElements = Text(
        nb: "Kjerneelementer som målet er knyttet til", nn: "Kjerneelement som målet er knytt til",
        en: "Core elements that the aim is tied to")
    static let themes = Text(
        nb: "Tverrfaglige temaer som målet er knyttet til", nn: "Tverrfaglege tema som målet er knytt til",
        en: "Cross-curricular themes that the aim is tied to")
    static let skills = Text(
        nb: "Grunnleggende ferdigheter som målet er knyttet til", nn: "Grunnleggjande ferdigheiter som målet er knytt til",
        en: "Basic skills that the aim is tied to")

    /// A text in the package's language; in one that we do not write, in bokmål.
    static func said(_ text: Text, _ tag: String) -> String { text(Language(rawValue: tag) ?? .nb) }

    /// What CASE calls a status of Grep (the words of `adoptionStatus`); a status that it has no word for stays as it is.
    static func adoption(_ status: String) -> String {
        switch status {
        case "publisert", "til_revidering": "Adopted"
        case _ where NationalPlan.ended.contains(status): "Deprecated"
        case "under_arbeid": "Draft"
        default: status
        }
    }
}
