/// The schema of `Config/institutions/<id>/offerings/<id>.yaml`.
enum OfferingSchema {
    static let yaml = """
        title: {nb: Gjennomføring, nn: Gjennomføring, en: Offering}
        description:
          nb: "Én gjennomføring av en variant, med dato for start"
          nn: "Éi gjennomføring av ein variant, med dato for start"
          en: "One run of a variant, with its first day"
        type: object
        required: [offering, variant, release, start]
        additionalProperties: false
        properties:
          offering: {$ref: "#/$defs/id"}
          title: {$ref: "#/$defs/text"}
          variant: {$ref: "#/$defs/id"}
          release:
            title: {nb: "follow følger varianten; ellers navnet på en utgave, for eksempel r2", nn: "follow følgjer varianten; elles namnet på ei utgåve, til dømes r2", en: "follow moves with the variant; otherwise the label of a release, for example r2"}
            type: string
            pattern: "^(follow|r[1-9][0-9]*)$"
          start:
            title: {nb: Første dag, nn: Første dag, en: First day}
            type: string
            format: date
          dates:
            title: {nb: "Faste datoer i stedet for de beregnede", nn: "Faste datoar i staden for dei utrekna", en: "Fixed dates in place of the computed ones"}
            type: object
            propertyNames: {pattern: "^[a-z][a-z0-9-]*(\\\\.(opens|due))?$"}
            additionalProperties: {type: string, format: date}
        """
}
