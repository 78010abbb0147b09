/// The module that `modules new` makes: YAML alone, small, complete, and without faults.
public enum ModuleTemplate {
    /// Whether a module may have that name: a small letter, then small letters and digits.
    public static func isID(_ id: String) -> Bool {
        id.first.map { ("a"..."z").contains($0) } == true && id.count <= 40
            && id.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
    }

    /// Path in the module's folder to content.
    public static func files(_ id: String) -> [String: [UInt8]] {
        ["module.yaml": manifest(id), "README.md": readme(id)].mapValues { Array($0.utf8) }
    }

    private static func manifest(_ id: String) -> String {
        """
        # yaml-language-server: $schema=../../Config/schemas/module.schema.json
        module: \(id)
        version: 0.1.0
        kernel: ">=1.0 <2.0"
        # Every text that people see stands in each language of the workspace.
        title: {nb: \(id), nn: \(id), en: \(id)}

        # A kind of activity that variants may place: kind: \(id).task
        activities:
          task:
            title: {nb: Oppgave, nn: Oppgåve, en: Task}
            record: entry
            completed: {state: delivered}

        events:
          entry.delivered: {version: 1, payload: {type: object}}

        records:
          entry:
            title: {nb: Innføring, nn: Innføring, en: Entry}
            # Rights, state and erasure follow the enrolment; nothing is allowed that is not named.
            parent: kernel.enrolment
            owner: enrolment.person
            create: {by: [owner]}
            update: {by: [owner]}
            delete: {by: [owner]}
            read:
              owner: all
              lecturer: {fields: all, once: delivered}
            fields:
              activity: {type: reference, to: kernel.activity, required: true, title: {nb: Oppgave, nn: Oppgåve, en: Task}}
              text:
                type: text
                max-length: 20000
                title: {nb: Tekst, nn: Tekst, en: Text}
                # What it is kept for, how long, and why that is lawful; "no" where nothing personal can be in it.
                personal: {purpose: learning, retention: P1Y, source: "GDPR art. 6(1)(e)"}
            workflow: entry

        workflows:
          entry:
            title: {nb: Innføring, nn: Innføring, en: Entry}
            initial: draft
            states:
              draft: {title: {nb: Utkast, nn: Utkast, en: Draft}}
              delivered: {final: true, title: {nb: Levert, nn: Levert, en: Delivered}}
            transitions:
              deliver:
                title: {nb: Lever, nn: Lever, en: Deliver}
                from: draft
                to: delivered
                by: [owner]
                needs: [text]
                before: activity.due
                event: entry.delivered

        """
    }

    private static func readme(_ id: String) -> String {
        """
        # \(id)

        What the module is for, in a sentence or two.

        - `\(id).entry`: draft, delivered. A participant writes it and delivers it before the activity is due; lecturers read it then.
        - `\(id).task`: the kind of activity that a variant places.

        `kjerne modules check \(id)` tries it in a workspace of its own.

        """
    }
}
