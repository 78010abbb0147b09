extension WorkingCalendar {
    /// The schema of `Config/calendars/<id>.yaml`, in the project's dialect of JSON Schema 2020-12.
    ///
    /// It refers to the definitions `id` and `text` that the schemas of the project's own files share, since the languages that a
    /// text must exist in are those of the workspace.
    public static let schemaYAML = """
        title: {nb: Kalender, nn: Kalender, en: Calendar}
        description:
          nb: Hvilke dager som ikke er virkedager
          nn: Kva dagar som ikkje er yrkedagar
          en: Which days are not working days
        type: object
        required: [calendar, title, weekend, holidays]
        additionalProperties: false
        properties:
          calendar:
            title: {nb: "Navn, likt filnavnet", nn: "Namn, likt filnamnet", en: "Name, the same as the file's"}
            $ref: "#/$defs/id"
          title: {$ref: "#/$defs/text"}
          weekend:
            title: {nb: Ukedager som ikke er virkedager, nn: Vekedagar som ikkje er yrkedagar, en: Weekdays that are not working days}
            type: array
            uniqueItems: true
            maxItems: 6
            items: {enum: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]}
          holidays:
            title: {nb: Helligdager og andre fridager, nn: Heilagdagar og andre fridagar, en: Holidays and other days off}
            type: array
            maxItems: 1000
            identity: holiday
            items:
              type: object
              required: [holiday]
              additionalProperties: false
              oneOf:
                - required: [on, title]
                - required: [easter, title]
                - required: [dates]
              properties:
                holiday:
                  title: {nb: Navn i filer, nn: Namn i filer, en: Name in files}
                  $ref: "#/$defs/id"
                on:
                  title: {nb: Måned og dag hvert år, nn: Månad og dag kvart år, en: Month and day of every year}
                  type: string
                  pattern: "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
                  examples: ["05-17"]
                easter:
                  title: {nb: Dager etter første påskedag, nn: Dagar etter første påskedag, en: Days after Easter Sunday}
                  type: integer
                  minimum: \(Holiday.easterOffsets.lowerBound)
                  maximum: \(Holiday.easterOffsets.upperBound)
                  unit: day
                dates:
                  title: {nb: Bestemte datoer, nn: Bestemte datoar, en: Particular dates}
                  type: array
                  minItems: 1
                  maxItems: 10000
                  uniqueItems: true
                  items: {type: string, format: date}
                title: {$ref: "#/$defs/text"}
                source:
                  title: {nb: Paragraf eller vedtak, nn: Paragraf eller vedtak, en: Paragraph or decision}
                  type: string
                  minLength: 1
                  maxLength: 1000
          consolidated:
            title: {nb: Dato for lovteksten, nn: Dato for lovteksta, en: Date of the law text}
            description:
              nb: Endringer i loven til og med denne datoen er tatt inn
              nn: Endringar i lova til og med denne datoen er tekne inn
              en: Changes of the law up to and including this date are taken in
            type: string
            format: date
        """
}
