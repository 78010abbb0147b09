import Kernel
import KernelTesting
import Testing

/// What is kept of activities and requirements: right from the first day, in three languages, and the same when it is computed anew.
@Suite struct CompletionTests {
    /// The lab with two activities that its works complete, and a requirement on each kind of rule.
    private func lab(language: String = "en") throws -> RuntimeLab {
        try RuntimeLab(language: language) { files in
            files[RuntimeLab.manifest] += """
                activities:
                  task: {title: {nb: Oppgave, nn: Oppgåve, en: Task}, record: work, completed: {state: delivered}}
                """
            try files.replace("    unique: [[enrolment, activity]]\n", with: "", in: RuntimeLab.manifest)
            let variant = "Config/institutions/nord/variants/nord-27.yaml"
            try files.replace(
                "      - activity: make-good\n",
                with: """
                          - {activity: memo, kind: lab.task, title: {nb: Notatet, nn: Notatet, en: The memo}, opens: +2w, due: +7w}
                          - {activity: talk, kind: lab.task, title: {nb: Foredraget, nn: Foredraget, en: The talk}, opens: +2w, due: +7w}
                          - activity: make-good

                    """, in: variant)
            try files.replace("    - approved: essay\n", with: "    - approved: essay\n    - completed: [memo, talk]\n", in: variant)
        }
    }

    private func kept(_ lab: RuntimeLab) throws -> [String] {
        try lab.texts(
            """
            SELECT p.id || ' ' || a.activity || ' ' || c.status || ' ' || c.since FROM kernel_completion c
            JOIN kernel_enrolment e ON e.id = c.enrolment JOIN kernel_person p ON p.key = e.person
            JOIN kernel_activity a ON a.key = c.activity ORDER BY 1
            """)
            + lab.texts(
                """
                SELECT p.id || ' ' || f.status FROM kernel_fulfilment f JOIN kernel_enrolment e ON e.id = f.enrolment
                JOIN kernel_person p ON p.key = e.person ORDER BY 1
                """)
    }

    @Test(arguments: ["nb", "nn", "en"])
    func whatIsMissingIsToldAsItIs(language: String) throws {
        let lab = try lab(language: language)
        let report = lab.session.run("report", "kernel.requirements", "--as", "p1", "--output", "csv").out
        let words: [String: [String]] = [
            "nb": [
                "«Notatet», «Foredraget» er ikke fullført", "det er ikke registrert oppmøte ennå",
                "«essay» er ikke fullført", "«paper» er ikke fullført",
            ],
            "nn": [
                "«Notatet», «Foredraget» er ikkje fullført", "det er ikkje registrert frammøte enno",
                "«essay» er ikkje fullført", "«paper» er ikkje fullført",
            ],
            "en": [
                "'The memo', 'The talk' are not completed", "no attendance is recorded yet", "'essay' is not completed",
                "'paper' is not completed",
            ],
        ]
        for word in words[language] ?? ["?"] { #expect(report.contains(word), "\(report)") }
        // Enrolling has judged each participant at once.
        #expect(try kept(lab) == ["p1 unmet", "p2 unmet", "p3 unmet"])
    }

    @Test func enrolmentsFromAListAreJudgedToo() throws {
        let lab = try lab()
        try lab.session.put("offering,person,role\nnord-h27,x1,participant\nnord-h27,c1,participant\n", "list.csv")
        try lab.ok("do", "kernel.enrolment.create", "--each", "list.csv")
        #expect(try kept(lab) == ["c1 unmet", "p1 unmet", "p2 unmet", "p3 unmet", "x1 unmet"])
    }

    @Test func requirementsThatChangeAreJudgedAtApply() throws {
        let lab = try lab()
        for name in ["memo", "talk"] {
            let id = try lab.make("lab.work.create", "--activity", name, "--text", "mine", by: "p1")
            try lab.ok("do", "lab.work.deliver", id, "--as", "p1")
        }
        #expect(try kept(lab).suffix(3) == ["p1 unmet", "p2 unmet", "p3 unmet"])
        func leaf() -> String {
            let report = lab.session.run("report", "kernel.requirements", "--as", "p1", "--output", "csv").out
            return report.split(whereSeparator: \.isNewline).map(String.init).first { $0.contains(",completed,") } ?? ""
        }
        #expect(leaf().contains(",met,"), "\(leaf())")
        // An offering that is under way keeps its requirements; what modules say of completing may change.
        try lab.session.edit(RuntimeLab.manifest, "completed: {state: delivered}", "completed: {state: agreed}")
        try lab.session.edit(RuntimeLab.manifest, "version: 1.0.0", "version: 1.1.0")
        try lab.ok("apply", "--yes")
        #expect(leaf().contains(",not met,"), "\(leaf())")
        #expect(try kept(lab).suffix(3) == ["p1 unmet", "p2 unmet", "p3 unmet"])
    }

    /// What completes an activity is no small matter: the plan says whom it reaches, and who has done it no longer.
    @Test(arguments: [
        ("{state: agreed}", "\n    what is done no longer counts as done for 2 of 2 enrolments\n"), ("{state: [delivered, agreed]}", "\n"),
    ]) func aPlanTellsWhomAnotherCompletionReaches(completed: String, note: String) throws {
        let lab = try lab()
        for person in ["p1", "p2"] {
            let id = try lab.make("lab.work.create", "--activity", "memo", "--text", "mine", by: person)
            try lab.ok("do", "lab.work.deliver", id, "--as", person)
        }
        #expect(try kept(lab).filter { $0.contains(" memo done ") }.count == 2)
        try lab.session.edit(RuntimeLab.manifest, "completed: {state: delivered}", "completed: \(completed)")
        try lab.session.edit(RuntimeLab.manifest, "version: 1.0.0", "version: 1.1.0")
        let plan = try lab.ok("plan")
        #expect(plan.contains("~ modules.lab.activities.task.completed: {\"state\":\"delivered\"} -> "), "\(plan)")
        #expect(plan.contains("  [affects people: 3 people, 3 enrolments]\(note)"), "\(plan)")
        #expect(plan.contains("no longer counts as done") == note.contains("no longer"), "\(plan)")
        try lab.ok("apply", "--yes")
        #expect(try kept(lab).filter { $0.contains(" memo done ") }.count == (note == "\n" ? 2 : 0))
    }

    @Test func theKernelsOwnRequirementIsChecked() throws {
        var files = try WorkspaceFixture()
        let variant = "Config/institutions/nord/variants/nord-27.yaml"
        try files.replace("    - approved: essay\n", with: "    - approved: essay\n    - completed: [trial, esay]\n", in: variant)
        let wrong = try Session(files).run("check")
        #expect(wrong.code == 1)
        #expect(wrong.out.contains("[variant/requirement]") && wrong.out.contains("did you mean 'essay'?"), "\(wrong.out)")
        try files.replace("esay", with: "essay", in: variant)
        #expect(try Session(files).run("check").code == 0)
    }

    @Test(arguments: [1, 2, 3])
    func computingAnewGivesTheSame(seed: UInt64) throws {
        let lab = try lab()
        var random = TestRandom(seed: seed)
        var works: [(id: String, person: String)] = []
        for step in 0..<40 {
            let now = "2027-09-28T08:\(10 + step):00Z"
            func act(_ words: String..., by person: String) { _ = lab.session.run(["do"] + words + ["--as", person], now: now) }
            switch Int.random(in: 0..<6, using: &random) {
            case 0, 1:
                let person = "p\(Int.random(in: 1...3, using: &random))"
                let activity = Bool.random(using: &random) ? "memo" : "talk"
                let answer = lab.session.run(
                    ["do", "lab.work.create", "--activity", activity, "--text", "mine", "--as", person, "--output", "json"], now: now)
                if let id = try JSONValue(parsing: Array(answer.out.utf8))["id"]?.string { works.append((id, person)) }
            case 2, 3: if let work = works.randomElement(using: &random) { act("lab.work.deliver", work.id, by: work.person) }
            case 4:
                guard let work = works.randomElement(using: &random) else { continue }
                if Bool.random(using: &random) {
                    act("lab.work.return", work.id, "--why", "x", by: "t1")
                } else {
                    act("lab.work.update", work.id, "--activity", Bool.random(using: &random) ? "memo" : "talk", by: work.person)
                }
            default: if let work = works.randomElement(using: &random) { act("lab.work.delete", work.id, by: work.person) }
            }
        }
        let incremental = try kept(lab)
        #expect(incremental.contains { $0.contains(" done ") })
        let store = try Store.open(at: lab.session.path + "/var/kjerne.sqlite", access: .readWrite(create: false))
        try store.write(durability: .normal) { db in
            try TestRows.run("DELETE FROM kernel_completion", in: db)
            try TestRows.run("DELETE FROM kernel_fulfilment", in: db)
        }
        try store.close()
        try lab.session.edit(RuntimeLab.manifest, "version: 1.0.0", "version: 1.0.1")
        try lab.ok("apply", "--yes")
        #expect(try kept(lab) == incremental)
    }
}

/// Random numbers that are the same in each run (SplitMix64).
private struct TestRandom: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
