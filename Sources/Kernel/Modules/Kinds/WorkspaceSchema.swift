/// The schema of `Config/kjerne.yaml`.
enum WorkspaceSchema {
    static let yaml = """
        title: {nb: Arbeidsområde, nn: Arbeidsområde, en: Workspace}
        description:
          nb: Hva som gjelder for hele verten, og hvilke moduler den laster
          nn: Kva som gjeld for heile verten, og kva modular han lastar
          en: What holds for the whole host, and which modules it loads
        type: object
        required: [workspace, languages, time-zone, calendar, store, modules]
        additionalProperties: false
        properties:
          workspace: {$ref: "#/$defs/id"}
          title: {$ref: "#/$defs/text"}
          languages:
            title: {nb: Språk som alle tekster finnes på, nn: Språk som alle tekstar finst på, en: Languages that every text exists in}
            type: array
            minItems: 1
            uniqueItems: true
            items: {type: string, format: language}
          time-zone:
            title: {nb: Tidssone, nn: Tidssone, en: Time zone}
            type: string
            examples: [Europe/Oslo]
          calendar:
            title: {nb: Kalender med helligdager, nn: Kalender med heilagdagar, en: Calendar with the holidays}
            $ref: "#/$defs/id"
          store:
            title: {nb: Hvor dataene ligger, nn: Kvar dataa ligg, en: Where the data lie}
            type: object
            required: [path]
            additionalProperties: false
            properties:
              path:
                title: {nb: "Databasefil, sett fra arbeidsområdet", nn: "Databasefil, sett frå arbeidsområdet", en: "Database file, seen from the workspace"}
                type: string
                minLength: 1
                maxLength: 1000
          sender:
            title: {nb: Hvem brev kommer fra, nn: Kven brev kjem frå, en: Whom letters come from}
            type: object
            required: [address]
            additionalProperties: false
            properties:
              address:
                title: {nb: E-postadresse, nn: E-postadresse, en: E-mail address}
                type: string
                format: email
              name: {$ref: "#/$defs/text"}
          delivery:
            title: {nb: Hvordan hendelser leveres til moduler, nn: Korleis hendingar blir leverte til modular, en: How events are delivered to modules}
            type: object
            additionalProperties: false
            properties:
              tries:
                title: {nb: Forsøk før en hendelse legges til side, nn: Forsøk før ei hending blir lagd til side, en: Tries before an event is parked}
                type: integer
                minimum: 1
                maximum: 100
                default: 5
              first-wait:
                title: {nb: "Sekunder etter det første forsøket; det dobles for hvert", nn: "Sekund etter det første forsøket; det blir dobla for kvart", en: "Seconds after the first try; they double with each"}
                type: integer
                minimum: 1
                maximum: 86400
                default: 10
              longest-wait:
                title: {nb: Høyst så mange sekunder mellom to forsøk, nn: Høgst så mange sekund mellom to forsøk, en: At most so many seconds between two tries}
                type: integer
                minimum: 1
                maximum: 604800
                default: 3600
          modules:
            title: {nb: Moduler som er slått på, nn: Modular som er slegne på, en: Modules that are enabled}
            type: object
            propertyNames: {$ref: "#/$defs/module-id"}
            additionalProperties:
              anyOf:
                - {$ref: "#/$defs/range"}
                - type: object
                  required: [version]
                  additionalProperties: false
                  properties:
                    version: {$ref: "#/$defs/range"}
                    enabled:
                      title: {nb: "Om modulen er slått på; uten denne er den det", nn: "Om modulen er slegen på; utan denne er han det", en: Whether the module is enabled; without this it is}
                      type: boolean
                    settings:
                      title: {nb: Innstillinger for modulen, nn: Innstillingar for modulen, en: Settings of the module}
                      type: object
        """
}
