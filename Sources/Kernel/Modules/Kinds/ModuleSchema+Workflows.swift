/// What the schema of a module refers to: workflows, conditions and time limits.
extension ModuleSchema {
    /// Goes on where the head's `$defs` end.
    static let workflows = """
          condition:
            title: {nb: Det som skal til for at det skjer av seg selv, nn: Det som skal til for at det skjer av seg sjølv, en: What makes it happen by itself}
            anyOf:
              - {$ref: "#/$defs/path"}
              - type: object
                required: [passed]
                additionalProperties: false
                properties: {passed: {$ref: "#/$defs/path"}}
              - type: object
                required: [children, in]
                additionalProperties: false
                properties:
                  children: {$ref: "#/$defs/path"}
                  in: {anyOf: [{$ref: "#/$defs/id"}, {$ref: "#/$defs/names"}]}
                  count: {anyOf: [{type: integer, minimum: 1}, {$ref: "#/$defs/id"}], default: all}
              - type: object
                required: [all]
                additionalProperties: false
                properties: {all: {type: array, minItems: 1, items: {$ref: "#/$defs/condition"}}}
              - type: object
                required: [any]
                additionalProperties: false
                properties: {any: {type: array, minItems: 1, items: {$ref: "#/$defs/condition"}}}
          workflow:
            type: object
            required: [initial, states]
            additionalProperties: false
            properties:
              title: {$ref: "#/$defs/text"}
              description: {$ref: "#/$defs/text"}
              was: {$ref: "#/$defs/was"}
              initial: {$ref: "#/$defs/id"}
              states:
                $ref: "#/$defs/named"
                minProperties: 1
                maxProperties: 200
                additionalProperties:
                  type: object
                  additionalProperties: false
                  properties:
                    title: {$ref: "#/$defs/text"}
                    was: {$ref: "#/$defs/was"}
                    final: {type: boolean, default: false}
                    voids: {type: boolean, default: false}
                    waits-for:
                      description: {nb: "Hvem det står på, når det ikke er den som arbeidet er sitt", nn: "Kven det står på, når det ikkje er den som arbeidet er sitt", en: "Who has the next step, where that is not the one whose work it is"}
                      enum: [others]
              transitions:
                $ref: "#/$defs/named"
                maxProperties: 1000
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
              coded: {type: boolean, default: false}
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
                  working-days: &length {anyOf: [{type: integer, minimum: 1}, {$ref: "#/$defs/id"}]}
                  weeks: *length
                  days: *length
                  months: *length
                  years: *length
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
              description: {$ref: "#/$defs/text"}
              was: {$ref: "#/$defs/was"}
              after: {$ref: "#/$defs/moment"}
              within:
                description: {nb: "En lengde, eller feltet av typen duration som sier hvor lang den er for den enkelte", nn: "Ei lengd, eller feltet av typen duration som seier kor lang ho er for den enkelte", en: "A length, or the field of type duration that says how long it is for each record"}
                anyOf: [{$ref: "#/$defs/within"}, {$ref: "#/$defs/id"}]
              roll: {enum: [none, next-working-day], default: none}
              late: {enum: [refused, decision, accepted], default: refused}
              stops: {$ref: "#/$defs/moment"}
              outer:
                type: object
                required: [after, within]
                additionalProperties: false
                properties: {after: {$ref: "#/$defs/moment"}, within: {$ref: "#/$defs/within"}}
              open-while:
                description: {nb: "Fristen er ikke ute, før den ytterste grensen, så lenge en slik post er i en av tilstandene", nn: "Fristen er ikkje ute, før den ytste grensa, så lenge ein slik post er i ein av tilstandane", en: "The limit does not end, before the outer one, as long as such a record is in one of the states"}
                type: array
                minItems: 1
                maxItems: 20
                items:
                  type: object
                  required: [children, in]
                  additionalProperties: false
                  properties:
                    children: {$ref: "#/$defs/path"}
                    in: {anyOf: [{$ref: "#/$defs/id"}, {$ref: "#/$defs/names"}]}
              once:
                description: {nb: "Fristen løper ikke før dette har skjedd", nn: "Fristen går ikkje før dette har hendt", en: "The limit does not run before this has happened"}
                $ref: "#/$defs/path"
              only-if:
                description: {nb: "Fristen løper bare der feltet er sant, og ellers sies det hvorfor ikke", nn: "Fristen går berre der feltet er sant, og elles blir det sagt kvifor ikkje", en: "The limit runs only where the field is true, and otherwise it is told why not"}
                type: object
                required: [field, otherwise]
                additionalProperties: false
                properties:
                  field: {$ref: "#/$defs/id"}
                  otherwise: {$ref: "#/$defs/text"}
              source: {$ref: "#/$defs/source"}
            if: {required: [open-while]}
            then: {required: [outer]}
        """
}
