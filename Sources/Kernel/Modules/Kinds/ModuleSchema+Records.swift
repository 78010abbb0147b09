/// What the schema of a module refers to: records, their fields and their rights.
extension ModuleSchema {
    /// Goes on where the head's `$defs` end.
    static let records = """
          roles:
            title: {nb: Hvem som har lov, nn: Kven som har lov, en: Who may}
            type: array
            minItems: 1
            uniqueItems: true
            items: {$ref: "#/$defs/path"}
          personal:
            title: {nb: Personopplysning, nn: Personopplysning, en: Personal data}
            anyOf:
              - const: "no"
              - const: false
              - type: object
                required: [purpose, retention, source]
                additionalProperties: false
                properties:
                  purpose: {$ref: "#/$defs/id"}
                  retention: {type: string, format: duration}
                  source: {$ref: "#/$defs/source"}
          seal:
            type: object
            required: [until]
            additionalProperties: false
            properties:
              until: {$ref: "#/$defs/path"}
              except:
                anyOf: [{$ref: "#/$defs/path"}, {$ref: "#/$defs/roles"}]
          field:
            $comment: A field of a record is kept, so it says whether it is personal; an input is kept only in a field or an event.
            $ref: "#/$defs/input"
            allOf:
              - if: {properties: {type: {enum: [text, localized, json, file, code]}}, required: [type]}
                then: {required: [personal]}
              - if: {properties: {type: {const: reference}, to: {const: kernel.person}}, required: [type, to]}
                then: {required: [personal]}
          input:
            type: object
            required: [type]
            additionalProperties: false
            properties:
              title: {$ref: "#/$defs/text"}
              description: {$ref: "#/$defs/text"}
              type: {enum: [text, integer, number, boolean, date, instant, duration, code, localized, json, list, file, alias, reference]}
              required: {type: boolean, default: false}
              default: true
              decided:
                default: false
                anyOf:
                  - {type: boolean}
                  - type: object
                    required: [setting]
                    additionalProperties: false
                    properties: {setting: {$ref: "#/$defs/id"}}
              fixed: {type: boolean, default: false}
              personal: {$ref: "#/$defs/personal"}
              sealed: {$ref: "#/$defs/seal"}
              was: {$ref: "#/$defs/was"}
              of: true
              to: {$ref: "#/$defs/path"}
              by: {$ref: "#/$defs/id"}
              dangling: {enum: [refused, kept], default: refused}
              scope: {$ref: "#/$defs/scope"}
              minimum: {type: number}
              maximum: {type: number}
              min-length: {type: integer, minimum: 0}
              max-length: {type: integer, minimum: 1}
              pattern: {type: string}
              words: {$ref: "#/$defs/codes"}
              schema: {$ref: "#/$defs/schema"}
              max: {$ref: "#/$defs/size"}
              types: {$ref: "#/$defs/media-types"}
            allOf:
              - if: {properties: {type: {const: reference}}, required: [type]}
                then: {required: [to]}
              - if: {properties: {type: {const: code}}, required: [type]}
                then: {required: [of], properties: {of: {$ref: "#/$defs/codes"}}}
              - if: {properties: {type: {const: list}}, required: [type]}
                then: {required: [of], properties: {of: {anyOf: [{$ref: "#/$defs/item"}, {enum: [text, integer, number, boolean, date, instant, duration, localized, json, file]}]}}}
              - if: {properties: {type: {const: alias}}, required: [type]}
                then: {required: [scope]}
          item:
            type: object
            required: [type]
            additionalProperties: false
            properties:
              type: {enum: [text, integer, number, boolean, date, instant, duration, code, localized, json, file, reference]}
              of: {$ref: "#/$defs/codes"}
              to: {$ref: "#/$defs/path"}
              by: {$ref: "#/$defs/id"}
              dangling: {enum: [refused, kept], default: refused}
              minimum: {type: number}
              maximum: {type: number}
              min-length: {type: integer, minimum: 0}
              max-length: {type: integer, minimum: 1}
              pattern: {type: string}
              words: {$ref: "#/$defs/codes"}
              schema: {$ref: "#/$defs/schema"}
              max: {$ref: "#/$defs/size"}
              types: {$ref: "#/$defs/media-types"}
              personal: {$ref: "#/$defs/personal"}
            allOf:
              - if: {properties: {type: {const: reference}}, required: [type]}
                then: {required: [to]}
              - if: {properties: {type: {const: code}}, required: [type]}
                then: {required: [of]}
          scope:
            title: {nb: Hvor et nummer er entydig, nn: Kvar eit nummer er eintydig, en: Where a number is unique}
            enum: [workspace, institution, organisation, offering, group, activity]
          code:
            type: string
            pattern: "^[A-Za-z0-9]([A-Za-z0-9+-]*[A-Za-z0-9+])?$"
            maxLength: 64
          code-texts:
            type: object
            minProperties: 1
            propertyNames: {$ref: "#/$defs/code"}
            additionalProperties:
              anyOf:
                - {$ref: "#/$defs/text"}
                - type: object
                  required: [title]
                  additionalProperties: false
                  properties: {title: {$ref: "#/$defs/text"}, was: {$ref: "#/$defs/was"}}
          codes:
            title: {nb: "De ordene som kan stå der: en liste, en tekst for hvert, eller et navn fra codes", nn: "Dei orda som kan stå der: ei liste, ein tekst for kvart, eller eit namn frå codes", en: "The words that may stand there: a list, a text for each, or a name from codes"}
            anyOf:
              - {$ref: "#/$defs/id"}
              - {type: array, minItems: 1, uniqueItems: true, items: {$ref: "#/$defs/code"}}
              - {$ref: "#/$defs/code-texts"}
          size: {type: string, pattern: "^[1-9][0-9]*(B|kB|MB|GB)$"}
          media-types: {type: array, minItems: 1, uniqueItems: true, items: {type: string, pattern: "^[a-z]+/[a-z0-9.+*-]+$"}}
          names: {type: array, minItems: 1, uniqueItems: true, items: {$ref: "#/$defs/id"}}
          reading:
            type: object
            propertyNames: {$ref: "#/$defs/path"}
            additionalProperties:
              anyOf:
                - {$ref: "#/$defs/read-fields"}
                - type: object
                  required: [fields]
                  additionalProperties: false
                  properties:
                    fields: {$ref: "#/$defs/read-fields"}
                    once: {$ref: "#/$defs/id"}
                    where:
                      type: object
                      minProperties: 1
                      propertyNames: {$ref: "#/$defs/path"}
                      additionalProperties: {$ref: "#/$defs/values"}
          read-fields: {anyOf: [{const: all}, {$ref: "#/$defs/names"}]}
          values:
            anyOf:
              - {type: [string, number, boolean]}
              - {type: array, minItems: 1, uniqueItems: true, items: {type: [string, number, boolean]}}
          unique:
            type: object
            required: [fields, taken]
            additionalProperties: false
            properties:
              fields: {$ref: "#/$defs/names"}
              taken:
                title: {nb: Det som sies til den som ville lage en til, nn: Det som blir sagt til den som ville lage ein til, en: What is said to whoever would make a second}
                $ref: "#/$defs/text"
          record:
            type: object
            required: [fields]
            additionalProperties: false
            properties:
              title: {$ref: "#/$defs/text"}
              description: {$ref: "#/$defs/text"}
              was: {$ref: "#/$defs/was"}
              parent: {$ref: "#/$defs/path"}
              owner: {$ref: "#/$defs/path"}
              key: {$ref: "#/$defs/names"}
              unique: {type: array, minItems: 1, items: {anyOf: [{$ref: "#/$defs/names"}, {$ref: "#/$defs/unique"}]}}
              index: {type: array, minItems: 1, items: {$ref: "#/$defs/names"}}
              create:
                type: object
                required: [by]
                additionalProperties: false
                properties:
                  by: {$ref: "#/$defs/roles"}
                  guard: {anyOf: [{$ref: "#/$defs/id"}, {$ref: "#/$defs/names"}]}
                  notice: {$ref: "#/$defs/id"}
              update:
                type: object
                required: [by]
                additionalProperties: false
                properties:
                  by: {$ref: "#/$defs/roles"}
                  in: {anyOf: [{$ref: "#/$defs/id"}, {$ref: "#/$defs/names"}]}
                  guard: {anyOf: [{$ref: "#/$defs/id"}, {$ref: "#/$defs/names"}]}
                  notice: {$ref: "#/$defs/id"}
              delete: {$ref: "#/$defs/grant"}
              read: {$ref: "#/$defs/reading"}
              fields:
                $ref: "#/$defs/named"
                additionalProperties: {$ref: "#/$defs/field"}
              search: {$ref: "#/$defs/names"}
              lies-in:
                title: {nb: Organisasjoner den hører til selv om feltet kan være tomt, nn: Organisasjonar han høyrer til sjølv om feltet kan vere tomt, en: Organisations that it belongs to though the field may be empty}
                $ref: "#/$defs/names"
              workflow: {$ref: "#/$defs/id"}
              written-by: {enum: [importer]}
              exceptional:
                title: {nb: Det fleste kurs aldri har, nn: Det dei fleste kurs aldri har, en: What most courses never have}
                type: boolean
                default: false
              sealed:
                type: object
                minProperties: 1
                additionalProperties: false
                properties:
                  until: {$ref: "#/$defs/path"}
                  except:
                    anyOf: [{$ref: "#/$defs/path"}, {$ref: "#/$defs/roles"}]
              pseudonymous:
                type: object
                required: [until]
                additionalProperties: false
                properties: {until: {$ref: "#/$defs/path"}}
              while:
                type: object
                minProperties: 1
                propertyNames: {$ref: "#/$defs/path"}
                additionalProperties: {anyOf: [{$ref: "#/$defs/id"}, {$ref: "#/$defs/names"}]}
              shared:
                title: {nb: Deles enkeltvis, nn: Blir delt enkeltvis, en: Shared one by one}
                type: object
                required: [through, by]
                additionalProperties: false
                properties: {through: {$ref: "#/$defs/id"}, by: {$ref: "#/$defs/roles"}, agreed-by: {$ref: "#/$defs/names"}}
              shares:
                title: {nb: Deler en annen post, nn: Deler ein annan post, en: Shares another record}
                type: object
                required: [record, number, in]
                additionalProperties: false
                properties: {record: {$ref: "#/$defs/id"}, number: {$ref: "#/$defs/id"}, in: {$ref: "#/$defs/id"}, role: {$ref: "#/$defs/id"}, until: {$ref: "#/$defs/id"}, asks: {$ref: "#/$defs/id"}, agreed: {$ref: "#/$defs/id"}}
                dependentRequired: {asks: [agreed], agreed: [asks]}
              recognises:
                title: {nb: Godskriver arbeid fra et annet sted, nn: Godskriv arbeid frå ein annan stad, en: Recognises work from elsewhere}
                type: object
                required: [ground]
                additionalProperties: false
                properties:
                  in: {anyOf: [{$ref: "#/$defs/id"}, {$ref: "#/$defs/names"}]}
                  ground: {$ref: "#/$defs/id"}
                  source: {$ref: "#/$defs/id"}
              anonymous:
                type: object
                required: [tokens]
                additionalProperties: false
                properties: {tokens: {const: true}, at-most: {$ref: "#/$defs/id"}}
          grant:
            type: object
            required: [by]
            additionalProperties: false
            properties: {by: {$ref: "#/$defs/roles"}}
        """
}
