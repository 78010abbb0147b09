import Kernel
import KernelTesting
import Testing

/// A module's next version is judged by nothing that is under a seal, or nobody's: a limit that is tried tells neither whether a value fits
/// nor how many there are.
@Suite struct UnseenLimitTests {
    private static let path = "Modules/hush/module.yaml"
    private static let hush = """
        module: hush
        version: 1.0.0
        kernel: ">=1.0 <2.0"
        title: {nb: Hysj, nn: Hysj, en: Hush}
        codes:
          mood: {low: {nb: lav, nn: låg, en: low}, high: {nb: høy, nn: høg, en: high}}
        records:
          note:
            title: {nb: Notat, nn: Notat, en: Note}
            parent: kernel.enrolment
            create: {by: [participant]}
            update: {by: [author]}
            read: {author: all}
            sealed: {except: author}
            fields:
              text: {type: text, max-length: 100, personal: {purpose: x, retention: P1Y, source: x}}
              number: {type: integer, minimum: 1, maximum: 9}
              mood: {type: code, of: mood, personal: "no"}
              tags: {type: list, of: {type: integer, maximum: 8}}

        """
    private static let unseen = "nobody looks into what is sealed or has no name"
    private static let refused = "[cannot change now: records that are not counted]"

    /// A person has written a sealed note.
    private func sealed(_ manifest: String = Self.hush) throws -> RuntimeLab {
        let lab = try RuntimeLab { files in
            files["Config/kjerne.yaml"] += "  hush: ^1.0\n"
            files[Self.path] = manifest
        }
        try lab.make(
            "hush.note.create", "--enrolment", "nord-h27/p1", "--text", "Secret 42", "--number", "5", "--mood", "low", "--tags", "7",
            by: "p1")
        return lab
    }

    /// The plan and what `apply` says, whatever is agreed to.
    private func upgrade(_ lab: RuntimeLab, _ manifest: String, _ changes: [(String, String)]) throws -> Session.Answer {
        for (old, new) in changes { try lab.session.edit(manifest, old, new) }
        try lab.session.edit(manifest, "version: 1.0.0\n", "version: 1.1.0\n")
        let plan = lab.session.run("plan")
        let applied = lab.session.run(["apply", "--yes", "--lose-work"], now: RuntimeLab.open)
        return Session.Answer(code: applied.code, out: plan.out, err: applied.err)
    }

    @Test(arguments: [
        // One that the value fits, and one that it does not.
        ("max-length: 100", "max-length: 100, pattern: \"^S\""), ("max-length: 100", "max-length: 100, pattern: \"^x\""),
        ("max-length: 100", "max-length: 50"), ("max-length: 100", "max-length: 5"),
        ("type: integer, minimum: 1, maximum: 9", "type: integer, minimum: 1, maximum: 6"),
        ("type: integer, minimum: 1, maximum: 9", "type: integer, minimum: 1, maximum: 4"),
        ("type: integer, minimum: 1, maximum: 9", "type: number, minimum: 1, maximum: 6"),
        ("type: integer, minimum: 1, maximum: 9", "type: integer, minimum: 1, maximum: 9, required: true"),
        ("{low: {nb: lav, nn: låg, en: low}, high:", "{high:"), (", high: {nb: høy, nn: høg, en: high}}", "}"),
        ("type: integer, maximum: 8", "type: integer, maximum: 7"), ("type: integer, maximum: 8", "type: integer, maximum: 6"),
        ("mood: {type: code, of: mood, personal: \"no\"}", "mood: {type: date}"),
    ]) func aLimitOnWhatIsSealedIsNotTried(old: String, new: String) throws {
        let lab = try sealed()
        let answer = try upgrade(lab, Self.path, [(old, new)])
        #expect(answer.code == 77, "\(answer)")
        #expect(answer.out.contains(Self.unseen) && answer.out.contains(Self.refused), "\(answer.out)")
        #expect(answer.err.contains(Self.unseen) && !answer.out.contains("1 record"), "\(answer)")
    }

    /// What takes as much as before is done, and so is every change where nothing is written yet.
    @Test(arguments: [
        ("max-length: 100", "max-length: 101"), ("type: integer, minimum: 1, maximum: 9", "type: number, minimum: 0, maximum: 9"),
        ("mood: {type: code, of: mood, personal: \"no\"}", "mood: {type: text, personal: \"no\"}"),
        ("type: integer, maximum: 8", "type: number, maximum: 8"),
    ]) func whatTakesAsMuchIsDone(old: String, new: String) throws {
        let answer = try upgrade(try sealed(), Self.path, [(old, new)])
        #expect(answer.code == 0 && !answer.out.contains("1 record"), "\(answer)")
    }

    @Test func whatMustDifferIsNotTried() throws {
        let lab = try sealed()
        let answer = try upgrade(
            lab, Self.path, [("    read: {author: all}\n", "    read: {author: all}\n    unique: [[number, author]]\n")])
        #expect(answer.code == 77 && answer.out.contains("so its values cannot be made to differ"), "\(answer)")
    }

    /// What differs by fewer fields differs by more of them, and nobody has to look.
    @Test func whatDiffersAlreadyMayDifferByMore() throws {
        let unique = "    read: {author: all}\n    unique: [[number, author]]\n"
        let lab = try sealed(Self.hush.replacing("    read: {author: all}\n", with: unique))
        let answer = try upgrade(lab, Self.path, [("[[number, author]]", "[[number, author, mood]]")])
        #expect(answer.code == 0, "\(answer)")
    }

    @Test func programsAreToldNoNumberEither() throws {
        let lab = try sealed()
        try lab.session.edit(Self.path, "max-length: 100", "max-length: 5")
        try lab.session.edit(Self.path, "version: 1.0.0\n", "version: 1.1.0\n")
        let plan = try JSONValue(parsing: Array(lab.session.run("plan", "--output", "json").out.utf8))
        let change = plan["changes"]?.array?.first { $0["path"]?.string == "modules.hush.records.note.fields.text" }
        #expect(change?["work"]?.isNull == true && change?["risk"]?.string == "refused", "\(plan.compact)")
    }

    /// A plan that tells no number is applied, kept and shown.
    @Test func aPlanWithoutANumberIsKept() throws {
        let lab = try sealed()
        let answer = try upgrade(lab, Self.path, [("update: {by: [author]}", "update: {by: [author, participant]}")])
        #expect(answer.code == 0 && answer.out.contains("[affects people: records that are not counted]"), "\(answer)")
        #expect(try lab.ok("history", "2").contains("records that are not counted"))
    }

    @Test func aModuleThatGoesTellsNoNumberOfWhatIsSealed() throws {
        let lab = try sealed()
        try lab.ok("modules", "remove", "hush")
        let plan = try lab.ok("plan")
        #expect(plan.contains("- modules.hush  [work would lose its place: records that are not counted]"), "\(plan)")
        #expect(lab.session.run("apply", "--yes").code == 77)
    }

    @Test(arguments: ["maximum: 4", "maximum: 3", "maximum: 1"])
    func answersWithoutANameAreNotCounted(limit: String) throws {
        let lab = try RuntimeLab()
        let round = try lab.make("lab.round.create", "--activity", "nord-h27/essay", "--name", "r", by: "t1")
        for (person, score) in [("p1", "4"), ("p2", "2")] {
            let token = try lab.token("lab.answer", round, by: person)
            try lab.ok("do", "lab.answer.create", "--round", round, "--score", score, "--token", token, "--as", person)
        }
        let answer = try upgrade(lab, RuntimeLab.manifest, [("minimum: 1, maximum: 5, required", "minimum: 1, \(limit), required")])
        #expect(answer.code == 77 && answer.out.contains(Self.unseen) && answer.out.contains(Self.refused), "\(answer)")
        #expect(!answer.out.contains("1 record") && !answer.out.contains("2 records"), "\(answer.out)")
    }

    @Test func whereNobodyHasAnsweredALimitIsFree() throws {
        let answer = try upgrade(
            try RuntimeLab(), RuntimeLab.manifest, [("minimum: 1, maximum: 5, required", "minimum: 1, maximum: 4, required")])
        #expect(answer.code == 0, "\(answer)")
    }

    /// A sealed field that goes may hold something: whether it does is not told.
    @Test func aSealedFieldThatGoesTellsNotWhetherItHoldsAnything() throws {
        func plan(_ words: [String]) throws -> String {
            let lab = try RuntimeLab { files in
                files["Config/kjerne.yaml"] += "  craft: \">=1.0\"\n"
                files[UpgradeTests.path] = UpgradeTests.first
            }
            try lab.make(["craft.piece.create", "--offering", "nord-h27"] + words, by: "p1")
            let answer = try upgrade(
                lab, UpgradeTests.path,
                [("      secret: {type: text, personal: \"no\", sealed: {until: piece.sent, except: [author]}}\n", "")])
            #expect(answer.code == 77, "\(answer)")
            return answer.out
        }
        let (without, with) = (try plan([]), try plan(["--secret", "x"]))
        #expect(with == without && with.contains("drops: piece.secret") && with.contains(Self.refused), "\(with)\n\(without)")
    }

    /// A limit that counts from a sealed day tells nothing of the day.
    @Test func aDeadlineFromASealedDayIsNotRehearsed() throws {
        let lab = try RuntimeLab { files in
            try files.replace(
                "      reason: {type: text, max-length: 500, personal: \"no\"}\n",
                with: """
                          reason: {type: text, max-length: 500, personal: "no"}
                          day: {type: date, sealed: {until: work.agreed, except: [author]}}

                    """, in: RuntimeLab.manifest)
            files[RuntimeLab.manifest] += """
                    deadlines:
                      answer: {title: {nb: Svarfrist, nn: Svarfrist, en: Time to answer}, after: day, within: {weeks: 6}, late: accepted}

                """
        }
        let work = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", by: "p1")
        try lab.ok("do", "lab.work.deliver", work, "--as", "p1")
        try lab.make("lab.verdict.create", "--work", work, "--grade", "pass", "--day", "2027-09-20", by: "t1")
        try lab.session.edit(RuntimeLab.manifest, "within: {weeks: 6}", "within: {days: 3}")
        try lab.session.edit(RuntimeLab.manifest, "version: 1.0.0\n", "version: 1.1.0\n")
        let plan = try lab.ok("plan")
        #expect(plan.contains("running deadlines of 'Verdict' may move; they follow from what is sealed"), "\(plan)")
        #expect(plan.contains("[affects people: records that are not counted]") && !plan.contains("into the past"), "\(plan)")
    }
}
