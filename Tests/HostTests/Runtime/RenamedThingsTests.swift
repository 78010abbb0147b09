import Kernel
import KernelTesting
import Testing

/// What another name with `was` keeps: kinds of activity, settings, roles; and that a module keeps its id.
@Suite struct RenamedThingsTests {
    private static let variant = "Config/institutions/nord/variants/nord-27.yaml"
    private static let offering = "Config/institutions/nord/offerings/nord-h27.yaml"

    /// A module with a kind of activity that says how many words there are to be, and a role.
    private func lab() throws -> RuntimeLab {
        try RuntimeLab { files in
            files[RuntimeLab.manifest] += """
                activities:
                  task:
                    title: {nb: Oppgave, nn: Oppgåve, en: Task}
                    record: work
                    completed: {state: delivered}
                    settings:
                      type: object
                      additionalProperties: false
                      properties:
                        words: {type: integer, running: refuse}
                        pages: {type: integer, running: free}
                roles:
                  steward: {title: {nb: Hjelper, nn: Hjelpar, en: Steward}, scopes: [offering]}

                """
            try files.replace(
                "lecturer: {fields: all, once: delivered}", with: "lecturer: {fields: all, once: delivered}\n      steward: [text]",
                in: RuntimeLab.manifest)
            try files.replace(
                "      - activity: make-good\n",
                with:
                    "      - activity: tale\n        kind: lab.task\n        opens: +1w\n        due: +8w\n        settings: {words: 7, pages: 2}\n      - activity: make-good\n",
                in: Self.variant)
        }
    }

    private func upgrade(_ lab: RuntimeLab, _ changes: (String, String)...) throws {
        for (old, new) in changes { try lab.session.edit(RuntimeLab.manifest, old, new) }
        try lab.session.edit(RuntimeLab.manifest, "version: 1.0.0\n", "version: 1.1.0\n")
    }

    @Test func aRenamedKindOfActivityKeepsItsRecords() throws {
        let lab = try lab()
        let work = try lab.make("lab.work.create", "--activity", "tale", "--text", "mine", by: "p1")
        try lab.ok("do", "lab.work.deliver", work, "--as", "p1")
        try upgrade(lab, ("  task:\n", "  job:\n    was: [task]\n"))
        let check = lab.session.run("check")
        #expect(check.code == 1 && check.out.contains("lab.job"), "\(check)")
        try lab.session.edit(Self.variant, "kind: lab.task", "kind: lab.job")
        let plan = try lab.ok("plan")
        #expect(plan.contains("~ nord-27.parts.main.activities.tale.kind: lab.task -> lab.job  [safe: "), "\(plan)")
        try lab.ok("apply", "--yes")
        #expect(try lab.show("lab.work", work, by: "p1")?["values"]?["activity"]?.string == "tale")
        #expect(try lab.texts("SELECT kind FROM kernel_activity WHERE activity = 'tale'") == ["lab.job"])
        let progress = try lab.ok("report", "kernel.progress", "--offering", "nord-h27", "--person", "p1", "--output", "csv")
        #expect(progress.contains("tale") && progress.contains("done"), "\(progress)")
    }

    @Test func aRenamedSettingKeepsItsValue() throws {
        let lab = try lab()
        try upgrade(lab, ("words: {type: integer, running: refuse}", "length: {type: integer, running: refuse, was: [words]}"))
        let check = lab.session.run("check")
        #expect(check.code == 1 && check.out.contains("unknown key 'words'") && check.out.contains("'length'"), "\(check)")
        try lab.session.edit(Self.variant, "words: 7", "length: 7")
        let plan = try lab.ok("plan")
        #expect(plan.contains("tale.settings.length: words -> length  [safe: "), "\(plan)")
        #expect(!plan.contains("settings.words"), "\(plan)")
        try lab.ok("apply", "--yes")
        #expect(try lab.texts("SELECT settings FROM kernel_activity WHERE activity = 'tale'") == [#"{"length":7,"pages":2}"#])
        // With another value it is a change like any other.
        try lab.session.edit(Self.variant, "length: 7", "length: 9")
        #expect(try lab.ok("plan").contains("cannot change now"))
    }

    /// What the workspace gives a module under another name with the same value changes nothing for anybody.
    @Test func aRenamedSettingOfAModuleKeepsItsValue() throws {
        let lab = try RuntimeLab { files in
            files[RuntimeLab.manifest] += "settings: {type: object, properties: {days: {type: integer, default: 15, running: refuse}}}\n"
            try files.replace("  lab: ^1.0\n", with: "  lab: {version: ^1.0, settings: {days: 20}}\n", in: "Config/kjerne.yaml")
        }
        try upgrade(lab, ("{days: {type: integer,", "{replies: {was: [days], type: integer,"))
        let check = lab.session.run("check")
        #expect(check.code == 1 && check.out.contains("unknown key 'days'"), "\(check)")
        try lab.session.edit("Config/kjerne.yaml", "{days: 20}", "{replies: 20}")
        let plan = try lab.ok("plan")
        #expect(plan.contains("~ modules.lab.settings.replies: days -> replies  [safe: 6 people, 6 enrolments]"), "\(plan)")
        // The file says it in other words, which reaches nobody.
        #expect(plan.contains("- workspace.modules.lab.settings.days: 20\n+ workspace.modules.lab.settings.replies: 20\n"), "\(plan)")
        try lab.ok("apply", "--yes")
        // With another value it is a change like any other.
        try lab.session.edit("Config/kjerne.yaml", "{replies: 20}", "{replies: 30}")
        #expect(try lab.ok("plan").contains("~ modules.lab.settings.replies: 20 -> 30  [cannot change now"))
    }

    /// An offering that stays on an older release is read by the names that hold now.
    @Test func anOlderReleaseIsReadByTheNewNames() throws {
        let lab = try lab()
        try lab.session.edit(Self.offering, "release: follow", "release: r1")
        try lab.ok("apply", "--yes")
        try upgrade(lab, ("words: {type: integer, running: refuse}", "length: {type: integer, running: refuse, was: [words]}"))
        try lab.session.edit(Self.variant, "words: 7", "length: 9")
        try lab.ok("apply", "--yes")
        #expect(try lab.texts("SELECT settings FROM kernel_activity WHERE activity = 'tale'") == [#"{"length":7,"pages":2}"#])
    }

    @Test func whoHoldsARenamedRoleHoldsIt() throws {
        let lab = try lab()
        let work = try lab.make("lab.work.create", "--activity", "tale", "--text", "mine", by: "p1")
        try lab.ok("enrol", "nord-h27", "x1", "--role", "steward")
        #expect(try lab.show("lab.work", work, by: "x1") != nil)
        try upgrade(lab, ("  steward: {title", "  warden: {was: [steward], title"), ("      steward: [text]", "      warden: [text]"))
        try lab.ok("apply", "--yes")
        #expect(try lab.show("lab.work", work, by: "x1")?["values"]?["text"]?.string == "mine")
        #expect(
            try lab.texts("SELECT role FROM kernel_enrolment e JOIN kernel_person p ON p.key = e.person WHERE p.id = 'x1'") == ["warden"])
    }

    @Test func aModuleKeepsItsID() throws {
        let lab = try lab()
        try upgrade(lab, ("module: lab\n", "module: lab\nwas: [laboratory]\n"))
        let check = lab.session.run("check")
        #expect(check.code == 1 && check.out.contains("module/renamed"), "\(check)")
    }
}
