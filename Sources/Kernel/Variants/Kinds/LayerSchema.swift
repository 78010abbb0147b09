/// The schemas of programmes, institutions and variants: one body, three heads.
///
/// Modules extend the body with sections, activity kinds and requirement rules (`LayerSchema+Modules.swift`).
enum LayerSchema {
    /// What a layer says of itself; never composed.
    static let head = """
        layers:
          title: {nb: Lag som dette står på, nn: Lag som dette står på, en: Layers that this stands on}
          type: array
          uniqueItems: true
          items: {type: string, pattern: "^(programme|institution|variant)/[a-z][a-z0-9]*(-[a-z0-9]+)*$"}
        locks:
          title: {nb: Verdier som lag over ikke får endre, nn: Verdiar som lag over ikkje får endre, en: Values that layers above may not change}
          type: array
          items:
            type: object
            atomic: true
            required: [path, reason]
            additionalProperties: false
            properties:
              path: {$ref: "#/$defs/path"}
              reason: {$ref: "#/$defs/text"}
        title: {$ref: "#/$defs/text"}
        description: {$ref: "#/$defs/text"}
        """

    static let programme = """
        title: {nb: Program, nn: Program, en: Programme}
        description:
          nb: "Den nasjonale rammen som flere institusjoner bygger på"
          nn: "Den nasjonale ramma som fleire institusjonar byggjer på"
          en: "The national frame that several institutions build on"
        type: object
        required: [programme, title]
        additionalProperties: false
        properties:
          programme: {$ref: "#/$defs/id"}
        """

    static let institution = """
        title: {nb: Institusjon, nn: Institusjon, en: Institution}
        description:
          nb: "Et universitet eller en høyskole, og det som gjelder for alle variantene der"
          nn: "Eit universitet eller ein høgskule, og det som gjeld for alle variantane der"
          en: "A university or university college, and what holds for all its variants"
        type: object
        required: [institution, title]
        additionalProperties: false
        properties:
          institution: {$ref: "#/$defs/id"}
          ownership:
            title: {nb: Hvem som eier institusjonen, nn: Kven som eig institusjonen, en: Who owns the institution}
            enum: [state, private]
          language:
            title: {nb: Målform, nn: Målform, en: Main written language}
            type: string
            format: language
        """

    static let variant = """
        title: {nb: Kursvariant, nn: Kursvariant, en: Course variant}
        description:
          nb: "Ett emne slik en institusjon gir det"
          nn: "Eitt emne slik ein institusjon gir det"
          en: "One course as an institution gives it"
        type: object
        required: [variant, title, layers]
        additionalProperties: false
        properties:
          variant:
            $ref: "#/$defs/id"
            $comment: Paths begin with a variant's id; these words begin the paths of other things.
            not: {enum: [workspace, calendars, modules, institutions, offerings]}
        """

    /// Keys that layers share and compose; `required` holds for the composed variant.
    static let body = """
        type: object
        required: [course, credits, outcomes, parts]
        properties:
          course:
            title: {nb: "Emnet, slik studiesystemet kjenner det", nn: "Emnet, slik studiesystemet kjenner det", en: "The course, as student systems know it"}
            type: object
            required: [institution, code, version]
            additionalProperties: false
            running: refuse
            properties:
              institution: {$ref: "#/$defs/id"}
              code:
                title: {nb: Emnekode, nn: Emnekode, en: Course code}
                type: string
                pattern: "^[A-ZÆØÅ][A-ZÆØÅ0-9 -]{1,19}$"
              version: {type: integer, minimum: 1, maximum: 9999, title: {nb: Versjon av emnet, nn: Versjon av emnet, en: Version of the course}}
              level: {enum: [bachelor, master], title: {nb: Nivå, nn: Nivå, en: Level}}
              partners:
                title: {nb: Institusjoner som gir emnet sammen med eieren, nn: Institusjonar som gir emnet saman med eigaren, en: Institutions that give the course with its owner}
                type: array
                uniqueItems: true
                items: {$ref: "#/$defs/id"}
          languages:
            title: {nb: Undervisningsspråk, nn: Undervisningsspråk, en: Languages of teaching}
            type: array
            minItems: 1
            uniqueItems: true
            running: warn
            items: {type: string, format: language}
          credits:
            title: {nb: Studiepoeng, nn: Studiepoeng, en: Credits}
            type: number
            minimum: 0
            maximum: 300
            multipleOf: 0.5
            unit: ECTS
            running: refuse
          semesters:
            title: {nb: Antall semestre, nn: Talet på semester, en: Number of semesters}
            type: integer
            minimum: 1
            maximum: 12
            running: warn
          aims:
            title: {nb: Mål for programmet, nn: Mål for programmet, en: Aims of the programme}
            type: object
            running: warn
            propertyNames: {$ref: "#/$defs/id"}
            additionalProperties:
              type: object
              required: [title]
              additionalProperties: false
              properties:
                title: {$ref: "#/$defs/text"}
                description: {$ref: "#/$defs/text"}
          outcomes:
            title: {nb: Læringsutbytte, nn: Læringsutbytte, en: Learning outcomes}
            type: object
            minProperties: 1
            running: warn
            propertyNames: {$ref: "#/$defs/id"}
            additionalProperties:
              type: object
              required: [title, kind]
              additionalProperties: false
              properties:
                title: {$ref: "#/$defs/text"}
                kind:
                  title: {nb: Slags læringsutbytte, nn: Slags læringsutbytte, en: Kind of outcome}
                  enum: [knowledge, skill, competence]
                aims:
                  title: {nb: Mål som læringsutbyttet tjener, nn: Mål som læringsutbyttet tener, en: Aims that the outcome serves}
                  type: array
                  uniqueItems: true
                  items: {$ref: "#/$defs/id"}
          parts:
            title: {nb: Deler av emnet, nn: Delar av emnet, en: Parts of the course}
            type: array
            minItems: 1
            items:
              type: object
              identity: part
              required: [part]
              additionalProperties: false
              properties:
                part: {$ref: "#/$defs/id"}
                title: {$ref: "#/$defs/text"}
                code:
                  title: {nb: Emnekode for delen, nn: Emnekode for delen, en: Course code of the part}
                  type: string
                  pattern: "^[A-ZÆØÅ][A-ZÆØÅ0-9 -]{1,19}$"
                  running: refuse
                credits: {type: number, minimum: 0, maximum: 300, multipleOf: 0.5, unit: ECTS, running: refuse, title: {nb: Studiepoeng, nn: Studiepoeng, en: Credits}}
                start:
                  title: {nb: Når delen begynner, nn: Når delen byrjar, en: When the part begins}
                  $ref: "#/$defs/offset"
                  default: 0d
                  running: warn
                gatherings:
                  title: {nb: Samlinger, nn: Samlingar, en: Gatherings}
                  type: array
                  items: {$ref: "#/$defs/gathering"}
                activities:
                  title: {nb: Aktiviteter, nn: Aktivitetar, en: Activities}
                  type: array
                  items: {$ref: "#/$defs/activity"}
                after: {$ref: "#/$defs/id"}
                remove: {$ref: "#/$defs/reason"}
          requirements:
            title: {nb: Hva som må til for å fullføre, nn: Kva som må til for å fullføre, en: What it takes to complete}
            atomic: true
            running: refuse
            $ref: "#/$defs/requirement"
        $defs:
          reason:
            title: {nb: Hvorfor den tas bort, nn: Kvifor ho blir teken bort, en: Why it is removed}
            type: string
            minLength: 1
            maxLength: 1000
          gathering:
            type: object
            identity: gathering
            required: [gathering, title, start, days]
            additionalProperties: false
            running: warn
            properties:
              gathering: {$ref: "#/$defs/id"}
              title: {$ref: "#/$defs/text"}
              start: {$ref: "#/$defs/offset"}
              days:
                title: {nb: Antall dager, nn: Talet på dagar, en: Number of days}
                type: number
                exclusiveMinimum: 0
                maximum: 30
                multipleOf: 0.5
                unit: day
              place: {$ref: "#/$defs/text"}
              digital: {type: boolean, default: false, title: {nb: På nett, nn: På nett, en: Online}}
              outcomes: {$ref: "#/$defs/outcome-ids"}
              after: {$ref: "#/$defs/id"}
              remove: {$ref: "#/$defs/reason"}
          activity:
            type: object
            identity: activity
            required: [activity, kind]
            additionalProperties: false
            properties:
              activity: {$ref: "#/$defs/id"}
              kind:
                title: {nb: Slags aktivitet, nn: Slags aktivitet, en: Kind of activity}
                type: string
                running: refuse
              title: {$ref: "#/$defs/text"}
              description: {$ref: "#/$defs/text"}
              outcomes: {$ref: "#/$defs/outcome-ids"}
              opens:
                title: {nb: Når den åpner, nn: Når ho opnar, en: When it opens}
                $ref: "#/$defs/offset"
                running: warn
              due:
                title: {nb: Frist, nn: Frist, en: When it is due}
                $ref: "#/$defs/offset"
                running: warn
              work:
                title: {nb: Hvem som gjør den, nn: Kven som gjer ho, en: Who does it}
                enum: [individual, group, either]
                default: individual
                running: warn
              placed:
                title: {nb: "Om alle har den, eller bare de den blir gitt til", nn: "Om alle har ho, eller berre dei ho blir gitt til", en: "Whether everyone has it, or only those it is ordered for"}
                enum: [for-all, on-order]
                default: for-all
                running: warn
              settings:
                title: {nb: Innstillinger for slaget, nn: Innstillingar for slaget, en: Settings of the kind}
                type: object
                default: {}
                running: warn
              after: {$ref: "#/$defs/id"}
              remove: {$ref: "#/$defs/reason"}
          outcome-ids:
            title: {nb: Læringsutbytte den tjener, nn: Læringsutbytte ho tener, en: Outcomes that it serves}
            type: array
            uniqueItems: true
            running: warn
            items: {$ref: "#/$defs/id"}
          requirement:
            type: object
            minProperties: 1
            properties:
              all:
                title: {nb: Alt dette, nn: Alt dette, en: All of these}
                type: array
                minItems: 1
                items: {$ref: "#/$defs/requirement"}
              any:
                title: {nb: Ett av disse, nn: Eitt av desse, en: Any of these}
                type: array
                minItems: 1
                items: {$ref: "#/$defs/requirement"}
              at-least:
                title: {nb: Minst så mange av dem under «of», nn: Minst så mange av dei under «of», en: At least so many of those under "of"}
                type: integer
                minimum: 1
              of:
                type: array
                minItems: 1
                items: {$ref: "#/$defs/requirement"}
              completed:
                title: {nb: Aktiviteter som er fullført, nn: Aktivitetar som er fullførte, en: Activities that are completed}
                anyOf:
                  - {$ref: "#/$defs/id"}
                  - {type: array, minItems: 1, uniqueItems: true, items: {$ref: "#/$defs/id"}}
            dependentRequired: {at-least: [of], of: [at-least]}
            if: {required: [at-least]}
            then: {maxProperties: 2}
            else: {maxProperties: 1}
        """
}
