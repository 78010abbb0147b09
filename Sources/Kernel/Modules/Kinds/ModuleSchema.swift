/// The schema of `Modules/<id>/module.yaml`: what can be said of a module without running code.
enum ModuleSchema {
    static let yaml = [head, records, workflows, reports].joined(separator: "\n")

    private static let head = """
        title: {nb: Modul, nn: Modul, en: Module}
        description:
          nb: "Alt som er kjent om en modul før den kjøres: hva den heter, trenger, lagrer, tillater og bidrar med"
          nn: "Alt som er kjent om ein modul før han køyrer: kva han heiter, treng, lagrar, tillèt og bidreg med"
          en: "All that is known of a module before it runs: its name, needs, records, rights and contributions"
        type: object
        required: [module, version, kernel, title]
        additionalProperties: false
        properties:
          module: {$ref: "#/$defs/module-id"}
          version: {$ref: "#/$defs/version"}
          kernel: {$ref: "#/$defs/range"}
          title: {$ref: "#/$defs/text"}
          description: {$ref: "#/$defs/text"}
          was: {$ref: "#/$defs/was"}
          requires:
            title: {nb: Moduler den trenger, nn: Modular han treng, en: Modules it needs}
            $ref: "#/$defs/ranges"
          drops:
            title: {nb: "Poster og felt som en oppgradering tar bort, med grunn", nn: "Postar og felt som ei oppgradering tek bort, med grunn", en: "Records and fields that an upgrade takes away, with the reason"}
            type: object
            propertyNames: {$ref: "#/$defs/path"}
            additionalProperties: {$ref: "#/$defs/text"}
          conflicts:
            title: {nb: Moduler den ikke kan stå sammen med, nn: Modular han ikkje kan stå saman med, en: Modules it cannot stand beside}
            $ref: "#/$defs/ranges"
          after:
            title: {nb: Moduler som lastes først hvis de finnes, nn: Modular som blir lasta først om dei finst, en: "Modules loaded before it, if present"}
            type: array
            uniqueItems: true
            items: {$ref: "#/$defs/module-id"}
          implementation:
            title: {nb: Hvordan modulen er laget, nn: Korleis modulen er laga, en: How the module is made}
            type: object
            minProperties: 1
            maxProperties: 1
            additionalProperties: false
            properties:
              swift: {$ref: "#/$defs/module-id"}
              process:
                title: {nb: Et program som modulen svarer gjennom, nn: Eit program som modulen svarer gjennom, en: A program that answers for the module}
                type: object
                required: [command]
                additionalProperties: false
                properties:
                  command: {title: {nb: Programmet og ordene det startes med, nn: Programmet og orda det blir starta med, en: The program and the words it is started with}, type: array, minItems: 1, items: {type: string, minLength: 1}}
                  timeout: {title: {nb: Hvor lenge et svar kan vente, nn: Kor lenge eit svar kan vente, en: How long an answer may take}, type: string, format: duration}
          settings:
            title: {nb: Innstillinger, nn: Innstillingar, en: Settings}
            $ref: "#/$defs/fields"
          sections:
            title: {nb: Nøkler som modulen legger til i varianter, nn: Nøklar som modulen legg til i variantar, en: Keys that the module adds to variants}
            $ref: "#/$defs/named"
            additionalProperties:
              type: object
              required: [schema]
              additionalProperties: false
              properties:
                title: {$ref: "#/$defs/text"}
                schema: {$ref: "#/$defs/schema"}
          roles:
            title: {nb: Roller, nn: Roller, en: Roles}
            $ref: "#/$defs/named"
            additionalProperties:
              type: object
              required: [title, scopes]
              additionalProperties: false
              properties:
                title: {$ref: "#/$defs/text"}
                was: {$ref: "#/$defs/was"}
                scopes:
                  type: array
                  minItems: 1
                  uniqueItems: true
                  items: {enum: [workspace, institution, organisation, offering, group, activity, record]}
          events:
            title: {nb: Hendelser, nn: Hendingar, en: Events}
            type: object
            propertyNames: {pattern: "^[a-z][a-z0-9-]*\\\\.[a-z][a-z0-9-]*$"}
            additionalProperties:
              type: object
              required: [version, payload]
              additionalProperties: false
              properties:
                title: {$ref: "#/$defs/text"}
                description: {$ref: "#/$defs/text"}
                was: {$ref: "#/$defs/was"}
                version: {type: integer, minimum: 1}
                payload: {$ref: "#/$defs/fields"}
          codes:
            title: {nb: Ord som flere felt kan ha, nn: Ord som fleire felt kan ha, en: Words that several fields may hold}
            $ref: "#/$defs/named"
            additionalProperties: {$ref: "#/$defs/code-texts"}
          records:
            title: {nb: Poster som modulen lagrer, nn: Postar som modulen lagrar, en: Records that the module keeps}
            $ref: "#/$defs/named"
            additionalProperties: {$ref: "#/$defs/record"}
          workflows:
            title: {nb: Arbeidsflyter, nn: Arbeidsflytar, en: Workflows}
            $ref: "#/$defs/named"
            additionalProperties: {$ref: "#/$defs/workflow"}
          activities:
            title: {nb: Aktiviteter som en variant kan bruke, nn: Aktivitetar som ein variant kan bruke, en: Activities that a variant may place}
            $ref: "#/$defs/named"
            additionalProperties:
              type: object
              additionalProperties: false
              properties:
                title: {$ref: "#/$defs/text"}
                description: {$ref: "#/$defs/text"}
                was: {$ref: "#/$defs/was"}
                record: {$ref: "#/$defs/id"}
                settings: {$ref: "#/$defs/fields"}
                completed:
                  type: object
                  additionalProperties: false
                  required: [state]
                  properties:
                    state:
                      title: {nb: Tilstanden der den er fullført; en av flere, nn: Tilstanden der ho er fullført; éin av fleire, en: The state in which it is completed; one of several}
                      anyOf:
                        - {$ref: "#/$defs/id"}
                        - {type: array, minItems: 1, uniqueItems: true, items: {$ref: "#/$defs/id"}}
                    of:
                      title: {nb: "Hvem posten må være laget av: deltakeren selv, eller en gruppe som hun eller han er medlem av", nn: "Kven posten må vere laga av: deltakaren sjølv, eller ei gruppe som ho eller han er medlem av", en: "Whose the record must be: the participant's own, or that of a group he or she is a member of"}
                      enum: [own, member]
                      default: own
          actions:
            title: {nb: Handlinger, nn: Handlingar, en: Actions}
            type: object
            propertyNames: {pattern: "^[a-z][a-z0-9-]*(\\\\.[a-z][a-z0-9-]*)?$"}
            additionalProperties:
              type: object
              required: [title, by]
              additionalProperties: false
              properties:
                title: {$ref: "#/$defs/text"}
                description: {$ref: "#/$defs/text"}
                was: {$ref: "#/$defs/was"}
                input: {$ref: "#/$defs/fields"}
                by: {$ref: "#/$defs/roles"}
                record: {$ref: "#/$defs/id"}
                event: {$ref: "#/$defs/path"}
          performs:
            title: {nb: Handlinger i kjernen som koden utfører, nn: Handlingar i kjernen som koden utfører, en: Actions of the kernel that the code performs}
            type: array
            minItems: 1
            uniqueItems: true
            items: {enum: [kernel.enrolment.create, kernel.enrolment.end, kernel.activity.order, kernel.group.create, kernel.group.add, kernel.group.remove, kernel.deadline.extend]}
          reports:
            title: {nb: Rapporter, nn: Rapportar, en: Reports}
            $ref: "#/$defs/named"
            additionalProperties: {$ref: "#/$defs/report"}
          imports:
            title: {nb: Formater som modulen leser inn, nn: Format som modulen les inn, en: Formats that the module reads in}
            $ref: "#/$defs/named"
            additionalProperties:
              type: object
              required: [title, by, event]
              additionalProperties: false
              properties:
                title: {$ref: "#/$defs/text"}
                description: {$ref: "#/$defs/text"}
                by: {$ref: "#/$defs/roles"}
                event: {$ref: "#/$defs/path"}
                examples:
                  title: {nb: "Filer eller mapper under tests/ som formatet kan prøves med", nn: "Filer eller mapper under tests/ som formatet kan prøvast med", en: Files or folders below tests/ to try the format with}
                  type: array
                  items: {type: string, pattern: "^tests/[A-Za-z0-9._/-]+$"}
          exports:
            title: {nb: Formater som modulen skriver ut, nn: Format som modulen skriv ut, en: Formats that the module writes}
            $ref: "#/$defs/named"
            additionalProperties:
              type: object
              required: [title, by, reads]
              dependentRequired: {format: [schema], schema: [format]}
              additionalProperties: false
              properties:
                title: {$ref: "#/$defs/text"}
                description: {$ref: "#/$defs/text"}
                by: {$ref: "#/$defs/roles"}
                format:
                  title: {nb: "Det filen sier at den er, når den er JSON", nn: "Det fila seier at ho er, når ho er JSON", en: "What the file says that it is, where it is JSON"}
                  type: string
                  pattern: "^[a-z][a-z0-9-]*\\\\.[a-z][a-z0-9-]*/[0-9]+$"
                schema:
                  title: {nb: "Formen på filen, som «kjerne schema show» skriver", nn: "Forma på fila, som «kjerne schema show» skriv", en: "The form of the file, which 'kjerne schema show' writes"}
                  $ref: "#/$defs/schema"
                reads:
                  type: object
                  propertyNames: {$ref: "#/$defs/path"}
                  additionalProperties: {anyOf: [{const: all}, {$ref: "#/$defs/names"}]}
                examples:
                  title: {nb: Id-er å prøve formatet med når eksemplene er lest inn, nn: Id-ar å prøve formatet med når eksempla er lesne inn, en: Ids to try the format with when the examples have been read in}
                  type: array
                  items: {type: string, minLength: 1, maxLength: 200}
          rules:
            title: {nb: Regler for varianter, nn: Reglar for variantar, en: Rules for variants}
            $ref: "#/$defs/named"
            additionalProperties:
              type: object
              required: [title, severity]
              additionalProperties: false
              properties:
                title: {$ref: "#/$defs/text"}
                description: {$ref: "#/$defs/text"}
                severity: {enum: [error, warning, note]}
                source: {$ref: "#/$defs/source"}
                settings: {$ref: "#/$defs/fields"}
          notices:
            title: {nb: Brev, nn: Brev, en: Letters}
            $ref: "#/$defs/named"
            additionalProperties:
              type: object
              required: [template, to]
              additionalProperties: false
              properties:
                title: {$ref: "#/$defs/text"}
                template: {type: string, pattern: "^texts/[a-z][a-z0-9-]*$"}
                to: {$ref: "#/$defs/path"}
                was: {$ref: "#/$defs/was"}
          contributes:
            title: {nb: Kode som er knyttet til et utvidelsespunkt, nn: Kode som er knytt til eit utvidingspunkt, en: Code bound to an extension point}
            type: object
            propertyNames: {$ref: "#/$defs/qualified-id"}
            additionalProperties:
              $comment: Code is named as what it does, an action with a dot among them.
              type: object
              propertyNames: {pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*(\\\\.[a-z][a-z0-9-]*)?$"}
              additionalProperties:
                type: object
                required: [fails]
                additionalProperties: false
                properties:
                  fails:
                    title: {nb: "Hva en feil i koden betyr: closed stanser, open hopper over", nn: "Kva ein feil i koden tyder: closed stansar, open hoppar over", en: "What a failure of the code means: closed stops, open passes over"}
                    enum: [closed, open]
                  title: {$ref: "#/$defs/text"}
                  description: {$ref: "#/$defs/text"}
                  source: {$ref: "#/$defs/source"}
                  parameter: {$ref: "#/$defs/schema"}
                  record:
                    title: {nb: "Posten som gis, der punktet tar imot poster", nn: "Posten som blir gitt, der punktet tek imot postar", en: "The record that is given, where the point takes records"}
                    $ref: "#/$defs/id"
                  fields:
                    title: {nb: Feltet for hver ting punktet ber om, nn: Feltet for kvar ting punktet bed om, en: The field for each thing that the point asks for}
                    $ref: "#/$defs/named"
                    additionalProperties: {$ref: "#/$defs/id"}
          extension-points:
            title: {nb: Utvidelsespunkter for andre, nn: Utvidingspunkt for andre, en: Extension points for others}
            $ref: "#/$defs/named"
            additionalProperties:
              type: object
              required: [title, fails]
              additionalProperties: false
              properties:
                title: {$ref: "#/$defs/text"}
                fails: {enum: [closed, open]}
                cardinality: {enum: [many, exactly-one, at-most-one], default: many}
                takes:
                  title: {nb: "Poster i stedet for kode: det som må og det som kan oppgis", nn: "Postar i staden for kode: det som må og det som kan oppgjevast", en: "Records in place of code: what must and what may be given"}
                  type: object
                  required: [required]
                  additionalProperties: false
                  properties: {required: {$ref: "#/$defs/names"}, optional: {$ref: "#/$defs/names"}}
        $defs:
          ranges:
            type: object
            propertyNames: {$ref: "#/$defs/module-id"}
            additionalProperties: {$ref: "#/$defs/range"}
          named:
            type: object
            propertyNames: {$ref: "#/$defs/id"}
          was:
            title: {nb: "Tidligere navn, nyeste først", nn: "Tidlegare namn, nyaste først", en: "Former names, newest first"}
            type: array
            minItems: 1
            uniqueItems: true
            items: {type: string, minLength: 1}
          source:
            title: {nb: Kilde med paragraf, nn: Kjelde med paragraf, en: Source with its paragraph}
            type: string
            minLength: 1
            maxLength: 500
        """
}
