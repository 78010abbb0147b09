/// The schemas of what commands write with `--output json` (design section 4).
enum OutputSchemas {
    struct Output: Sendable {
        var name: String
        var format: String
        var yaml: String
    }

    static let all = [
        Output(name: "report", format: "kjerne.report/1", yaml: report),
        Output(name: "action", format: "kjerne.action/1", yaml: action),
        Output(name: "plan", format: "kjerne.plan/1", yaml: plan),
        Output(name: "diagnostics", format: "kjerne.diagnostics/1", yaml: diagnostics),
        Output(name: "release", format: "kjerne.release/1", yaml: release),
        Output(name: "explanation", format: "kjerne.explanation/1", yaml: explanation),
        Output(name: "explanations", format: "kjerne.explanations/1", yaml: explanations),
        Output(name: "right", format: "kjerne.right/1", yaml: right),
        Output(name: "refusal", format: "kjerne.refusal/1", yaml: refusal),
        Output(name: "record", format: "kjerne.record/1", yaml: record),
        Output(name: "graph", format: "kjerne.graph/1", yaml: graph),
        Output(name: "log-check", format: "kjerne.log-check/1", yaml: logCheck),
    ]

    private static let report = """
        title: {nb: Rapport eller liste, nn: Rapport eller liste, en: Report or list}
        type: object
        required: [format, report, parameters, columns, rows]
        additionalProperties: false
        properties:
          format: {const: kjerne.report/1}
          report: {type: string}
          parameters: {type: object}
          columns:
            type: array
            items:
              type: object
              required: [id, type, unit, text]
              additionalProperties: false
              properties:
                id: {type: string}
                type: {enum: [text, code, integer, number, boolean, date, instant, localized]}
                unit: {type: [string, "null"]}
                text: {type: string}
          rows: {type: array, items: {type: array}}
          suppressed:
            type: array
            items:
              type: object
              required: [row, column]
              additionalProperties: false
              properties: {row: {type: integer, minimum: 0}, column: {type: string}}
          undefined:
            type: array
            items:
              type: object
              required: [row, column, reason]
              additionalProperties: false
              properties: {row: {type: integer, minimum: 0}, column: {type: string}, reason: {type: string}}
          notes: {type: array, items: {type: string}}
        """

    private static let action = """
        title: {nb: Utført handling, nn: Utført handling, en: Performed action}
        type: object
        required: [format, id, state, version, events]
        properties:
          format: {const: kjerne.action/1}
          id: {type: [string, "null"]}
          state: {type: [string, "null"]}
          version: {type: [integer, "null"]}
          events: {type: array, items: {type: integer, minimum: 1}}
          effect:
            title: {nb: "Det handlingen forteller ellers, som antall", nn: "Det handlinga fortel elles, som tal på", en: "What the action tells besides, such as counts"}
            type: object
          dry-run:
            title: {nb: "At ingenting er gjort, bare vist", nn: "At ingenting er gjort, berre vist", en: "That nothing was done, only shown"}
            const: true
        """

    private static let plan = """
        title: {nb: Plan, nn: Plan, en: Plan}
        type: object
        required: [format, changes, base]
        properties:
          format: {const: kjerne.plan/1}
          changes:
            type: array
            items:
              type: object
              required: [path, kind, before, after, risk, people, work, note]
              additionalProperties: false
              properties:
                path: {type: string}
                kind: {enum: [added, changed, removed, moved]}
                before: true
                after: true
                risk: {enum: [safe, affects-people, loses-work, refused]}
                people: {type: integer, minimum: 0}
                work: {type: [integer, "null"], minimum: 0}
                note: {type: [object, "null"], additionalProperties: {type: string}}
          behind:
            type: array
            items: {type: object, required: [offering, release], properties: {offering: {type: string}, release: {type: string}}}
          base: {type: string}
          files: {type: string}
          altered: {const: true}
        """

    private static let diagnostics = """
        title: {nb: Feil og advarsler, nn: Feil og åtvaringar, en: Diagnostics}
        type: object
        required: [format, diagnostics]
        properties:
          format: {const: kjerne.diagnostics/1}
          diagnostics:
            type: array
            items:
              type: object
              required: [id, severity, message]
              properties:
                id: {type: string, pattern: "^[a-z]+/[a-z-]+$"}
                severity: {enum: [error, warning, note]}
                message: {type: string}
                file: {type: [string, "null"]}
                start: {anyOf: [{type: "null"}, {$ref: "#/$defs/position"}]}
                end: {anyOf: [{type: "null"}, {$ref: "#/$defs/position"}]}
                labels: {type: array}
                notes: {type: array, items: {type: string}}
                help: {type: [string, "null"]}
                fix: {type: [object, "null"]}
        $defs:
          position:
            type: object
            required: [line, column, byte]
            properties:
              line: {type: integer, minimum: 1}
              column: {type: integer, minimum: 1}
              byte: {type: integer, minimum: 0}
              utf16: {type: integer, minimum: 1}
        """

    private static let release = """
        title: {nb: Utgave av en variant, nn: Utgåve av ein variant, en: Release of a variant}
        type: object
        required: [format, variant, title, body, modules, calendar]
        additionalProperties: false
        properties:
          format: {const: kjerne.release/1}
          variant: {type: string}
          title: {type: object, additionalProperties: {type: string}}
          description: {type: object, additionalProperties: {type: string}}
          body: {type: object}
          modules:
            type: object
            additionalProperties: {type: object, required: [version, digest], properties: {version: {type: string}, digest: {type: string}}}
          calendar: {type: object, required: [id, digest], properties: {id: {type: string}, digest: {type: string}}}
        """
}
