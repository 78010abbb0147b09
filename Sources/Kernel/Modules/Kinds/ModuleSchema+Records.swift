/// What the schema of a module refers to: fields, records, workflows, deadlines and reports.
extension ModuleSchema {
    /// Goes on where the head's `$defs` end.
    static let definitions = """
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
          condition:
            anyOf:
              - {$ref: "#/$defs/path"}
              - {type: object, minProperties: 1}
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
              type: {enum: [text, integer, number, boolean, date, instant, duration, code, localized, json, list, file, alias, reference]}
              required: {type: boolean, default: false}
              default: true
              personal: {$ref: "#/$defs/personal"}
              sealed: {$ref: "#/$defs/seal"}
              was: {$ref: "#/$defs/was"}
              of: {anyOf: [{$ref: "#/$defs/path"}, {type: array, minItems: 1, uniqueItems: true, items: {type: string}}, {$ref: "#/$defs/item"}]}
              to: {$ref: "#/$defs/path"}
              by: {$ref: "#/$defs/id"}
              dangling: {enum: [refused, kept], default: refused}
              scope: {$ref: "#/$defs/path"}
              minimum: {type: number}
              maximum: {type: number}
              min-length: {type: integer, minimum: 0}
              max-length: {type: integer, minimum: 1}
              pattern: {type: string}
              schema: {$ref: "#/$defs/schema"}
              max: {$ref: "#/$defs/size"}
              types: {$ref: "#/$defs/media-types"}
            allOf:
              - if: {properties: {type: {const: reference}}, required: [type]}
                then: {required: [to]}
              - if: {properties: {type: {enum: [list, code]}}, required: [type]}
                then: {required: [of]}
              - if: {properties: {type: {const: alias}}, required: [type]}
                then: {required: [scope]}
          item:
            type: object
            required: [type]
            additionalProperties: false
            properties:
              type: {enum: [text, integer, number, boolean, date, instant, duration, code, localized, json, file, reference]}
              of: {anyOf: [{$ref: "#/$defs/path"}, {type: array, minItems: 1, uniqueItems: true, items: {type: string}}]}
              to: {$ref: "#/$defs/path"}
              max: {$ref: "#/$defs/size"}
              types: {$ref: "#/$defs/media-types"}
              personal: {$ref: "#/$defs/personal"}
          size: {type: string, pattern: "^[1-9][0-9]*(B|kB|MB|GB)$"}
          media-types: {type: array, minItems: 1, uniqueItems: true, items: {type: string, pattern: "^[a-z]+/[a-z0-9.+*-]+$"}}
          names: {type: array, minItems: 1, uniqueItems: true, items: {$ref: "#/$defs/id"}}
          reading:
            type: object
            propertyNames: {$ref: "#/$defs/id"}
            additionalProperties: {anyOf: [{const: all}, {$ref: "#/$defs/names"}]}
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
              unique: {type: array, minItems: 1, items: {$ref: "#/$defs/names"}}
              index: {type: array, minItems: 1, items: {$ref: "#/$defs/names"}}
              create: {$ref: "#/$defs/grant"}
              update: {$ref: "#/$defs/grant"}
              delete: {$ref: "#/$defs/grant"}
              read: {$ref: "#/$defs/reading"}
              fields:
                $ref: "#/$defs/named"
                additionalProperties: {$ref: "#/$defs/field"}
              search: {$ref: "#/$defs/names"}
              workflow: {$ref: "#/$defs/id"}
              written-by: {enum: [importer]}
              anonymous:
                type: object
                required: [tokens]
                additionalProperties: false
                properties: {tokens: {const: true}}
          grant:
            type: object
            required: [by]
            additionalProperties: false
            properties: {by: {$ref: "#/$defs/roles"}}
          workflow:
            type: object
            required: [initial, states]
            additionalProperties: false
            properties:
              title: {$ref: "#/$defs/text"}
              was: {$ref: "#/$defs/was"}
              initial: {$ref: "#/$defs/id"}
              states:
                $ref: "#/$defs/named"
                minProperties: 1
                additionalProperties:
                  type: object
                  additionalProperties: false
                  properties:
                    title: {$ref: "#/$defs/text"}
                    was: {$ref: "#/$defs/was"}
                    final: {type: boolean, default: false}
              transitions:
                $ref: "#/$defs/named"
                additionalProperties: {$ref: "#/$defs/transition"}
              deadlines:
                $ref: "#/$defs/named"
                additionalProperties: {$ref: "#/$defs/deadline"}
          transition:
            type: object
            required: [from, to]
            additionalProperties: false
            properties:
              title: {$ref: "#/$defs/text"}
              description: {$ref: "#/$defs/text"}
              was: {$ref: "#/$defs/was"}
              from: {anyOf: [{$ref: "#/$defs/id"}, {$ref: "#/$defs/names"}]}
              to: {$ref: "#/$defs/id"}
              by: {$ref: "#/$defs/roles"}
              needs: {$ref: "#/$defs/names"}
              input:
                $ref: "#/$defs/named"
                additionalProperties: {$ref: "#/$defs/input"}
              after: {$ref: "#/$defs/path"}
              before: {$ref: "#/$defs/path"}
              when: {$ref: "#/$defs/condition"}
              guard: {anyOf: [{$ref: "#/$defs/id"}, {$ref: "#/$defs/names"}]}
              event: {$ref: "#/$defs/path"}
              notice: {$ref: "#/$defs/id"}
              source: {$ref: "#/$defs/source"}
          within:
            anyOf:
              - {type: string, format: duration}
              - type: object
                minProperties: 1
                maxProperties: 1
                additionalProperties: false
                properties:
                  working-days: {type: integer, minimum: 1}
                  weeks: {type: integer, minimum: 1}
                  days: {type: integer, minimum: 1}
                  months: {type: integer, minimum: 1}
          moment:
            anyOf:
              - {$ref: "#/$defs/path"}
              - type: object
                minProperties: 1
                maxProperties: 1
                additionalProperties: false
                properties:
                  latest: {type: array, minItems: 1, items: {$ref: "#/$defs/path"}}
                  earliest: {type: array, minItems: 1, items: {$ref: "#/$defs/path"}}
          deadline:
            type: object
            required: [after, within]
            additionalProperties: false
            properties:
              title: {$ref: "#/$defs/text"}
              was: {$ref: "#/$defs/was"}
              after: {$ref: "#/$defs/moment"}
              within: {$ref: "#/$defs/within"}
              roll: {enum: [none, next-working-day], default: none}
              late: {enum: [refused, decision, accepted], default: refused}
              stops: {$ref: "#/$defs/moment"}
              outer:
                type: object
                required: [after, within]
                additionalProperties: false
                properties: {after: {$ref: "#/$defs/moment"}, within: {$ref: "#/$defs/within"}}
              source: {$ref: "#/$defs/source"}
          report:
            type: object
            additionalProperties: false
            properties:
              title: {$ref: "#/$defs/text"}
              description: {$ref: "#/$defs/text"}
              was: {$ref: "#/$defs/was"}
              parameters: {$ref: "#/$defs/schema"}
              by: {$ref: "#/$defs/roles"}
              reads:
                type: object
                propertyNames: {$ref: "#/$defs/path"}
                additionalProperties: {anyOf: [{const: all}, {$ref: "#/$defs/names"}]}
              gives: {enum: [rows, aggregate], default: rows}
              floor: {type: integer, minimum: 1}
              when: {$ref: "#/$defs/condition"}
              columns: {type: array, minItems: 1, items: {type: object, required: [id], properties: {id: {$ref: "#/$defs/id"}}}}
        """
}
