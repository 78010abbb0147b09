/// Definitions that the schemas of the project's own files share; merged into each schema's `$defs`.
enum CommonSchema {
    /// `languages` are those of the workspace: a text must exist in each of them.
    static func definitions(languages: [String]) -> String {
        """
        text:
          type: object
          atomic: true
          title: {nb: Tekst på alle språkene i arbeidsområdet, nn: Tekst på alle språka i arbeidsområdet, en: Text in every language of the workspace}
          propertyNames: {format: language}
          additionalProperties: {type: string, minLength: 1, maxLength: 20000, pattern: "^$|\\\\S"}
          required: [\(languages.joined(separator: ", "))]
        id:
          type: string
          title: {nb: Navn med små bokstaver, nn: Namn med små bokstavar, en: Name in lower case}
          pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
          maxLength: 64
        module-id:
          type: string
          title: {nb: Navn på en modul, nn: Namn på ein modul, en: Name of a module}
          pattern: "^[a-z][a-z0-9]*$"
          maxLength: 32
        qualified-id:
          type: string
          title: {nb: Navn med modul foran, nn: Namn med modul framfor, en: Name with its module in front}
          pattern: "^[a-z][a-z0-9]*\\\\.[a-z][a-z0-9]*(-[a-z0-9]+)*$"
          maxLength: 100
        path:
          type: string
          title: {nb: Sti med punktum, nn: Sti med punktum, en: Path with dots}
          pattern: "^[a-z][a-z0-9-]*(\\\\.[a-z0-9][a-z0-9-]*)*$"
          maxLength: 200
        version:
          type: string
          title: {nb: Semantisk versjon, nn: Semantisk versjon, en: Semantic version}
          examples: ["1.2.0"]
        range:
          type: string
          title: {nb: Hvilke versjoner som passer, nn: Kva versjonar som passar, en: Which versions fit}
          examples: ["^1.0", ">=1.0 <2.0"]
        offset:
          type: string
          title: {nb: Tid fra start eller fra en aktivitet, nn: Tid frå start eller frå ein aktivitet, en: Time from the start or from an activity}
          examples: [+2w, "-3wd before eksamen.opens"]
        schema:
          title: {nb: JSON Schema for verdien, nn: JSON Schema for verdien, en: JSON Schema of the value}
          type: [object, boolean]
        fields:
          title: {nb: JSON Schema for navngitte verdier, nn: JSON Schema for verdiar med namn, en: JSON Schema of named values}
          $ref: "#/$defs/schema"
          properties: {type: {title: {nb: "Slaget verdi, alltid object", nn: "Slaget verdi, alltid object", en: "The kind of value, always object"}, const: object}}
        """
    }
}
