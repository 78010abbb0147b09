/// The schemas of explanations, and of answers that are no tables.
extension OutputSchemas {
    static let explanation = """
        title: {nb: Forklaring av en verdi eller en frist, nn: Forklaring av ein verdi eller ein frist, en: Explanation of a value or a deadline}
        type: object
        required: [format]
        properties: {format: {const: kjerne.explanation/1}}
        if: {required: [deadline]}
        then: {$ref: "#/$defs/deadline"}
        else: {$ref: "#/$defs/value"}
        $defs:
          value:
            type: object
            required: [format, path, value, steps, locks, days, children]
            properties:
              format: {const: kjerne.explanation/1}
              path: {type: string}
              value: true
              unit: {type: [string, "null"]}
              running: {enum: [free, warn, refuse, null]}
              steps:
                type: array
                items:
                  type: object
                  required: [layer, file, line, value]
                  properties: {layer: {type: [string, "null"]}, file: {type: string}, line: {type: integer}, value: true}
              whole: {type: [string, "null"]}
              removed: {type: [string, "null"]}
              locks: {type: array}
              days: {type: object, additionalProperties: {type: string, format: date}}
              children: {type: array, items: {type: string}}
        \(deadline)
        """

    static let explanations = """
        title: {nb: Forklaringer av frister, nn: Forklaringar av fristar, en: Explanations of deadlines}
        type: object
        required: [format, explanations]
        additionalProperties: false
        properties:
          format: {const: kjerne.explanations/1}
          explanations: {type: array, items: {$ref: "#/$defs/deadline"}}
        $defs:
        \(deadline)
        """

    private static let deadline = """
          moment: {anyOf: [{type: "null"}, {type: string, format: date-time}]}
          text: {type: object, additionalProperties: {type: string}}
          deadline:
            type: object
            required: [format, deadline, kind, record, title, source, late, base, due, ordinary, stopped, outer, steps]
            additionalProperties: false
            properties:
              format: {const: kjerne.explanation/1}
              deadline: {type: string}
              kind: {type: string}
              record: {type: integer}
              title: {$ref: "#/$defs/text"}
              source: {type: [string, "null"]}
              late: {enum: [refused, decision, accepted]}
              base: {$ref: "#/$defs/moment"}
              due: {$ref: "#/$defs/moment"}
              ordinary: {$ref: "#/$defs/moment"}
              stopped: {$ref: "#/$defs/moment"}
              outer: {$ref: "#/$defs/moment"}
              steps: {type: array, items: {$ref: "#/$defs/step"}}
          step:
            type: object
            required: [step]
            additionalProperties: false
            properties:
              step: {type: string}
              moment: {type: string}
              instant: {type: string, format: date-time}
              event: {type: integer}
              day: {type: string, format: date}
              text: {$ref: "#/$defs/text"}
              reason: {type: string}
              passed: {type: array}
        """

    static let right = """
        title: {nb: Forklaring av en rett, nn: Forklaring av ein rett, en: Explanation of a right}
        type: object
        required: [format, person, action, id, allowed, by, held, deciding, reason]
        additionalProperties: false
        properties:
          format: {const: kjerne.right/1}
          person: {type: string}
          action: {type: string}
          id: {type: [string, "null"]}
          allowed: {type: boolean}
          by: {type: array, items: {type: string}}
          held: {type: array, items: {type: string}}
          deciding: {type: array, items: {type: string}}
          reason: {type: object, additionalProperties: {type: string}}
        """

    static let refusal = """
        title: {nb: Forklaring av et avslag, nn: Forklaring av eit avslag, en: Explanation of a refusal}
        type: object
        required: [format, action, id, person, refused, cause, reason, help]
        additionalProperties: false
        properties:
          format: {const: kjerne.refusal/1}
          action: {type: string}
          id: {type: [string, "null"]}
          person: {type: [string, "null"]}
          refused: {type: boolean}
          cause: {enum: [right, state, window, missing, rule, input, null]}
          reason: {type: [object, "null"], additionalProperties: {type: string}}
          help: {type: [object, "null"], additionalProperties: {type: string}}
        """

    static let record = """
        title: {nb: Post, nn: Post, en: Record}
        type: object
        required: [format, record, id, state, version, created, changed, values]
        additionalProperties: false
        properties:
          format: {const: kjerne.record/1}
          record: {type: string}
          id: {type: integer}
          state: {type: [string, "null"]}
          version: {type: integer}
          created: {anyOf: [{type: "null"}, {type: string, format: date-time}]}
          changed: {anyOf: [{type: "null"}, {type: string, format: date-time}]}
          values: {type: object}
        """

    static let graph = """
        title: {nb: Tegning i Mermaid, nn: Teikning i Mermaid, en: Drawing in Mermaid}
        type: object
        required: [format, mermaid]
        additionalProperties: false
        properties:
          format: {const: kjerne.graph/1}
          mermaid: {type: string}
        """

    static let logCheck = """
        title: {nb: Kontroll av hendelsesloggen, nn: Kontroll av hendingsloggen, en: Check of the event log}
        type: object
        required: [format, sound, events, anchor, faults, erased]
        additionalProperties: false
        properties:
          format: {const: kjerne.log-check/1}
          sound: {type: boolean}
          events: {type: integer, minimum: 0}
          anchor:
            title: {nb: "Hodet å ta vare på et annet sted", nn: "Hovudet å ta vare på ein annan stad", en: "The head to keep elsewhere"}
            type: [string, "null"]
          faults:
            type: array
            items: {type: object, required: [event, kind], properties: {event: {type: integer}, kind: {type: string}}}
          erased:
            type: array
            items: {type: object, required: [event, by], properties: {event: {type: integer}, by: {type: integer}}}
        """
}
