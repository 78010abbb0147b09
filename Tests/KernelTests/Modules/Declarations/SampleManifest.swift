import Testing

@testable import Kernel

/// A manifest that says one of everything, and what it is read into.
enum SampleManifest {
    /// Something was read, but not as what it is.
    struct Other: Error {
        let what: String
        init(_ what: String) { self.what = what }
    }

    static let yaml = """
        module: work
        version: 1.2.0
        kernel: ">=1.0 <2.0"
        title: {nb: Arbeid, nn: Arbeid, en: Work}
        settings:
          type: object
          additionalProperties: false
          properties:
            examiners: {type: integer, minimum: 1, default: 2}
        codes:
          grades: {A: {nb: A, nn: A, en: A}, F: {title: {nb: F, nn: F, en: F}, was: [fail]}}
        roles:
          examiner: {title: {nb: Sensor, nn: Sensor, en: Examiner}, scopes: [offering, record]}
        events:
          submission.delivered: {version: 1, payload: {type: object}}
          result.notified: {version: 2, payload: {type: object}}
        records:
          submission:
            title: {nb: Innlevering, nn: Innlevering, en: Submission}
            parent: kernel.enrolment
            owner: enrolment.person
            unique: [[enrolment, activity]]
            index: [[alias]]
            create: {by: [owner]}
            update: {by: [owner], in: [returned]}
            delete: {by: [owner]}
            read: {owner: all, lecturer: all, examiner: [text, alias], peer: {fields: [text], once: delivered, where: {done: true, tags: [a, b]}}}
            fields:
              activity: {type: reference, to: kernel.activity, required: true}
              text: {type: text, max-length: 5000, pattern: "^[^<]*$", personal: {purpose: assessment, retention: P1Y, source: The Act}}
              files: {type: list, of: {type: file, max: 20MB, types: [application/pdf], personal: no}}
              alias: {type: alias, scope: activity}
              pages: {type: integer, minimum: 1, maximum: 40, default: 3}
              share: {type: number, minimum: 0, maximum: 1}
              done: {type: boolean, default: false}
              day: {type: date, default: "2027-01-31"}
              at: {type: instant}
              length: {type: duration, default: P1D}
              name: {type: localized, personal: no}
              data: {type: json, schema: {type: object}, personal: no, default: {}}
              form: {type: code, of: [long, short], default: short, personal: no}
              reviewer: {type: reference, to: kernel.person, personal: no, was: [second-reader]}
              tags: {type: list, of: text, personal: no}
            search: [text, name]
            workflow: submission
          judgement:
            parent: submission
            key: [submission, assessor]
            create: {by: [examiner]}
            update: {by: [author]}
            read: {author: all, examiner: all, submission.enrolment.person: [grade]}
            fields:
              assessor: {type: reference, to: kernel.person, required: true, personal: no}
              grade: {type: code, of: grades, sealed: {until: submission.agreed, except: author}, personal: no}
            workflow: judgement
        workflows:
          submission:
            title: {nb: Innlevering, nn: Innlevering, en: Submission}
            initial: draft
            states: {draft: {}, delivered: {}, agreed: {}, final: {final: true}, returned: {title: {nb: Retur, nn: Retur, en: Back}, was: [sent-back]}}
            transitions:
              deliver: {from: [draft, returned], to: delivered, by: [owner], needs: [text], before: activity.due, event: submission.delivered}
              return: {from: delivered, to: returned, by: [lecturer], input: {reason: {type: text, required: true}}, notice: result}
              agree: {from: delivered, to: agreed, when: {children: judgement, in: sealed, count: examiners}}
              finalise: {from: agreed, to: final, when: {any: [complaint, {all: [{passed: activity.due}, {children: judgement, in: [sealed]}]}]}}
            deadlines:
              complaint:
                after: {latest: [result.notified, submission.agreed]}
                within: {weeks: 3}
                roll: next-working-day
                late: decision
                outer: {after: submission.delivered, within: P1Y}
                source: The Act
              reply: {title: {nb: Svar, nn: Svar, en: Reply}, after: submission.delivered, within: {working-days: 10}, stops: {earliest: [submission.returned]}}
          judgement:
            initial: open
            states: {open: {}, sealed: {final: true}}
            transitions:
              seal: {from: open, to: sealed, by: [author], needs: [grade]}
        activities:
          paper:
            title: {nb: Oppgave, nn: Oppgåve, en: Paper}
            record: submission
            completed: {state: final}
        actions:
          submission.assign:
            title: {nb: Tildel, nn: Tildel, en: Assign}
            record: submission
            by: [coordinator]
            input: {type: object}
            event: result.notified
        reports:
          results:
            title: {nb: Resultater, nn: Resultat, en: Results}
            by: [coordinator]
            parameters: {type: object, properties: {offering: {type: string}}}
            reads: {judgement: [grade], submission: [activity]}
            gives: aggregate
            floor: 5
            when: submission.agreed
            columns:
              - {id: activity, title: {nb: Aktivitet, nn: Aktivitet, en: Activity}, value: submission.activity}
              - {id: number, measure: count, unit: person}
              - {id: failed, measure: {share: {field: grade, value: F}}}
            where: {submission.enrolment.offering: {parameter: offering}, state: [sealed], grade: A}
            order: [-number, activity]
            chart: {kind: bar, labels: activity, values: [number]}
        notices:
          result: {template: texts/result, to: owner}
        """

    static func root(_ yaml: String = yaml) throws -> Node {
        let file = SourceFile(id: .init(0), path: "Modules/work/module.yaml", bytes: Array(yaml.utf8))
        let result = YAMLReader.read(file)
        #expect(result.diagnostics.isEmpty)
        return try #require(result.document?.root)
    }

    /// What the schema of modules says of it.
    static func faults(_ root: Node) throws -> [Diagnostic] {
        var sources = SourceMap()
        let schema = try KindSchemas(languages: ["nb", "nn", "en"], sources: &sources).plain(.module, sources: &sources)
        let compiled = Schema.compile(schema, dialect: .project)
        return compiled.diagnostics + (try #require(compiled.schema)).validate(root, options: [])
    }

    static func read(_ yaml: String = yaml) throws -> ModuleDeclarations {
        let (declarations, faults) = ModuleDeclarations.read(try root(yaml), module: "work", version: "1.2.0")
        #expect(faults.isEmpty)
        return declarations
    }
}
