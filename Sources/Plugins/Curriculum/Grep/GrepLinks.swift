/// The references of Grep, wherever they stand in an object.
enum GrepLinks {
    /// What a reference under that property means.
    static func kind(_ property: JSONView?) -> Link.Kind {
        guard let property else { return .related }
        return kinds[String(decoding: property.bytes, as: UTF8.self)] ?? .related
    }

    /// Whether a property of an object is a list of references.
    static func areMany(_ name: String) -> Bool {
        name.hasPrefix("tilknyttede-") || ["bygger-paa", "samme-som", "erstatter", "erstattes-av", "opprinnelige-planer"].contains(name)
    }

    /// Whether a property of an object is one reference.
    static func isOne(_ name: String) -> Bool {
        ["tilhoerer-laereplan", "tilhoerer-kompetansemaalsett", "gjenbruk-av", "hentet-fra"].contains(name)
    }

    private static let kinds: [String: Link.Kind] = [
        "tilknyttede-tverrfaglige-temaer": .theme, "tverrfaglige-temaer": .theme, "tilknyttede-kjerneelementer": .coreElement,
        "kjerneelementer": .contains, "kompetansemaal": .contains, "kompetansemaalsett": .contains,
        "tilknyttede-grunnleggende-ferdigheter": .skill, "grunnleggende-ferdigheter": .skill, "tilknyttede-verb": .verb,
        "bygger-paa": .buildsOn, "bygger-paa-fag": .buildsOn, "bygger-paa-programomraade": .buildsOn, "samme-som": .sameAs,
        "gjenbruk-av": .reuseOf, "hentet-fra": .copiedFrom, "opprinnelige-planer": .copiedFrom,
        "tilhoerer-kompetansemaalsett": .partOf, "tilhoerende-kompetansemaalsett": .partOf, "tilhoerer-laereplan": .plan,
        "laereplan-referanse": .plan, "laereplan-referanser": .plan, "erstatter": .replaces, "erstattes-av": .replacedBy,
        "etter-aarstrinn": .afterYear, "benyttes-paa-aarstrinn": .inYear, "for-aarstrinn": .inYear, "etter-fag": .subject,
        "opplaeringsfag": .subject, "fagkode-referanser": .subjectCode,
    ]
}
