/// What the schema of a module refers to: reports that are queries.
extension ModuleSchema {
    /// Goes on where the head's `$defs` end.
    static let reports = """
          report:
            type: object
            additionalProperties: false
            properties:
              title: {$ref: "#/$defs/text"}
              description: {$ref: "#/$defs/text"}
              was: {$ref: "#/$defs/was"}
              parameters: {$ref: "#/$defs/fields"}
              by: {$ref: "#/$defs/roles"}
              reads:
                type: object
                propertyNames: {$ref: "#/$defs/path"}
                additionalProperties: {anyOf: [{const: all}, {$ref: "#/$defs/names"}]}
              sources:
                title: {nb: Utvidelsespunkter der moduler gir poster som leses, nn: Utvidingspunkt der modular gir postar som blir lesne, en: Extension points where modules give records that are read}
                $ref: "#/$defs/names"
              progress:
                title: {nb: Roller som her også ser hvor langt hver deltaker er kommet, nn: Roller som her òg ser kor langt kvar deltakar er komen, en: Roles that also see here how far each participant has come}
                $ref: "#/$defs/roles"
              gives: {enum: [rows, aggregate], default: rows}
              floor: {type: integer, minimum: 1}
              when: {$ref: "#/$defs/path"}
              columns:
                type: array
                minItems: 1
                items: {$ref: "#/$defs/column"}
              where:
                type: object
                propertyNames: {$ref: "#/$defs/path"}
                additionalProperties: {$ref: "#/$defs/filter"}
              order:
                type: array
                minItems: 1
                uniqueItems: true
                items: {type: string, pattern: "^-?[a-z][a-z0-9]*(-[a-z0-9]+)*$"}
              chart:
                type: object
                required: [kind, labels, values]
                additionalProperties: false
                properties:
                  kind: {enum: [bar, line, cycle]}
                  labels: {$ref: "#/$defs/id"}
                  values: {$ref: "#/$defs/names"}
          column:
            type: object
            required: [id]
            additionalProperties: false
            properties:
              id: {$ref: "#/$defs/id"}
              title: {$ref: "#/$defs/text"}
              unit: {type: string, minLength: 1, maxLength: 32}
              type: {enum: [text, code, integer, number, boolean, date, instant, localized]}
              value: {$ref: "#/$defs/path"}
              measure: {$ref: "#/$defs/measure"}
          measure:
            anyOf:
              - const: count
              - type: object
                minProperties: 1
                maxProperties: 1
                additionalProperties: false
                properties:
                  sum: {$ref: "#/$defs/path"}
                  mean: {$ref: "#/$defs/path"}
                  minimum: {$ref: "#/$defs/path"}
                  maximum: {$ref: "#/$defs/path"}
                  share:
                    type: object
                    required: [field, value]
                    additionalProperties: false
                    properties: {field: {$ref: "#/$defs/path"}, value: {type: [string, number, boolean]}}
          filter:
            anyOf:
              - {$ref: "#/$defs/values"}
              - type: object
                required: [parameter]
                additionalProperties: false
                properties: {parameter: {type: string, minLength: 1}}
        """
}
