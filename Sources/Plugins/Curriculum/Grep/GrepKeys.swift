/// The properties that objects of the main types are known to have.
enum GrepKeys {
    /// The properties of a type; nil for a type whose properties are not listed.
    static func known(_ type: String) -> Set<String>? { lists[type] }

    private static let head: Set<String> = ["id", "kode", "uri", "url-data", "tittel", "grep-type", "status", "sist-endret"]
    private static let lists: [String: Set<String>] = [
        GrepType.plan: head.union([
            "kortform", "laereplanstruktur", "fastsettelsesinformasjon", "fagtype", "tilgjengelige-spraak", "opplaeringsnivaa",
            "ordforklaringer", "gyldighetsperiode", "erstatter", "erstattes-av", "siste-eksamen", "merkelapper", "om-faget-kapittel",
            "kompetansemaal-kapittel", "vurderingsordning-kapittel", "vurderingsordninger-kapittel", "tilleggsopplysninger",
            "opprinnelige-planer",
        ]),
        GrepType.set: head.union([
            "kortform", "rekkefoelge", "forklaring", "kompetansemaal-overskrift", "kompetansemaal-ingress", "kompetansemaal",
            "underveisvurdering", "standpunktvurdering", "etter-fag", "etter-aarstrinn", "benyttes-paa-aarstrinn", "tilhoerer-laereplan",
        ]),
        GrepType.aim: head.union([
            "rekkefoelge", "tilknyttede-tverrfaglige-temaer", "tilknyttede-kjerneelementer", "tilknyttede-grunnleggende-ferdigheter",
            "tilknyttede-verb", "bygger-paa", "samme-som", "tilhoerer-kompetansemaalsett", "tilhoerer-laereplan", "gjenbruk-av",
            "hentet-fra", "forklaring",
        ]),
        GrepType.coreElement: head.union(["rekkefoelge", "beskrivelse", "forklaring", "tilhoerer-laereplan"]),
    ]
}
