import Foundation
import Kernel
import Testing

/// Interpretation alone, in groups and together; learning plans; local curriculum; shared reading over weeks.
@Suite struct StaffWorkTests {
    @Test func whatOneWritesAloneIsSealedUntilTheGroupsMeet() throws {
        let school = try SchoolLab()
        let lab = school.lab
        let id = try lab.make(
            "curriculum.interpretation.create", "--group", "heimen", "--title", "Kritisk tenking", "--question", "What does it ask of us?",
            by: "r1")
        func write(_ person: String, _ level: String) throws -> String {
            try lab.make(
                "curriculum.contribution.create", "--interpretation", id, "--text", "secret of \(person)", "--level", level, by: person)
        }
        let own = try write("s01", "formal")
        _ = try write("s02", "operational")
        for person in ["s02", "r1", nil] {
            let user = person.map { ["--as", $0] } ?? []
            #expect(try lab.show("curriculum.contribution", own, by: person) == nil)
            #expect(!(try lab.ok(["list", "curriculum.contribution", "--output", "json"] + user)).contains("secret of s01"))
        }
        #expect(try lab.ok("do", "curriculum.contribution.update", own, "--text", "secret of s01, again", "--as", "s01").isEmpty == false)
        // Not before all have written alone.
        let early = lab.act(
            "curriculum.synthesis.create", "--interpretation", id, "--group-name", "A", "--text", "x", "--level", "formal", by: "s01")
        #expect(early.code == 77)
        // What is sealed does not count for those who cannot see it.
        #expect(try school.report("curriculum.levels", by: "s02").compactMap { $0["individual"]?.integer }.reduce(0, +) == 1)
        try lab.ok("do", "curriculum.interpretation.to-groups", id, "--as", "r1")
        #expect(try lab.show("curriculum.contribution", own, by: "s02")?.compact.contains("secret of s01") == true)
        #expect(lab.act("curriculum.contribution.update", own, "--text", "late", by: "s01").code == 77)
        _ = try lab.make(
            "curriculum.synthesis.create", "--interpretation", id, "--group-name", "A", "--text", "x", "--level", "operational", by: "s01")
        try lab.ok("do", "curriculum.interpretation.to-plenary", id, "--as", "r1")
        let undecided = lab.act("curriculum.interpretation.record", id, by: "r1")
        #expect(undecided.code == 77 && undecided.err.contains("no plenary decision has been written"), "\(undecided)")
        _ = try lab.make(
            "curriculum.decision.create", "--interpretation", id, "--text", "We try it", "--level", "experienced", "--elements", "KE123",
            by: "r1")
        try lab.ok("do", "curriculum.interpretation.record", id, "--as", "r1")
        let levels = try school.report("curriculum.levels")
        #expect(levels.count == 5 && levels.compactMap { $0["total"]?.integer } == [0, 1, 0, 2, 1])
        #expect(try school.report("curriculum.levels", by: "y1").compactMap { $0["total"]?.integer }.reduce(0, +) == 0)
    }

    @Test func timeEndsTheWorkAlone() throws {
        let school = try SchoolLab()
        let lab = school.lab
        let id = try lab.make(
            "curriculum.interpretation.create", "--group", "heimen", "--title", "T", "--question", "Q", "--closes", "2027-10-01", by: "r1")
        let late = lab.act(
            "curriculum.contribution.create", "--interpretation", id, "--text", "x", "--level", "formal", by: "s01",
            now: "2027-10-05T08:00:00Z")
        #expect(late.code == 77, "\(late.err)")
    }

    @Test func aimsAreNotPlacedPlacedTooLateOrPlaced() throws {
        let school = try SchoolLab()
        let lab = school.lab
        let plan = try lab.make("curriculum.local-plan.create", "--group", "heimen", "--title", "Norsk", by: "r1")
        let aims = try ["KM1", "KM2", "KM3"].map {
            try lab.make("curriculum.local-aim.create", "--local-plan", plan, "--code", $0, "--checkpoint", "4", by: "r1")
        }
        _ = try lab.make("curriculum.placement.create", "--local-aim", aims[0], "--year", "3", by: "s01")
        _ = try lab.make("curriculum.placement.create", "--local-aim", aims[0], "--year", "4", by: "s01")
        _ = try lab.make("curriculum.placement.create", "--local-aim", aims[1], "--year", "5", by: "s01")
        let rows = try school.report("curriculum.placement", "--plan", plan)
        #expect(rows.map { $0["code"]?.string } == ["KM3", "KM2", "KM1"])
        #expect(rows.last?["years"]?.string == "3, 4")
        #expect(
            try lab.ok("report", "curriculum.placement", "--as", "s01", "--plain").contains("after year 4: 1 of 3 aims are placed in time"))
    }

    @Test func aLearningPlanIsDecidedWhenItSaysWhyWhatAndWhen() throws {
        let school = try SchoolLab()
        let lab = school.lab
        let plan = try lab.make(
            "curriculum.learning-plan.create", "--group", "heimen", "--title", "Vurdering", "--need", "Pupils say so", "--aim",
            "Better talk",
            "--level", "operational", "--elements", "KE1", by: "s01")
        #expect(lab.act("curriculum.learning-plan.decide", plan, by: "r1").code == 77)
        try lab.ok("do", "curriculum.learning-plan.update", plan, "--starts", "2027-10-01", "--ends", "2028-05-01", "--as", "s02")
        try lab.ok("do", "curriculum.learning-plan.decide", plan, "--as", "r1")
        let step = try lab.make(
            "curriculum.learning-step.create", "--learning-plan", plan, "--what", "Observe each other", "--who", "s01", "--due",
            "2027-11-01",
            "--level", "operational", "--evidence", "Notes", by: "s02")
        try lab.ok("do", "curriculum.learning-step.finish", step, "--as", "s01")
        try lab.ok("do", "curriculum.learning-plan.start", plan, "--as", "r1")
        #expect(lab.act("curriculum.learning-plan.evaluate", plan, by: "r1").code == 77)
        try lab.ok("do", "curriculum.learning-plan.evaluate", plan, "--evaluation", "It worked", "--as", "r1")
    }

    @Test func aReadingIsLaidOutFromATemplate() throws {
        let school = try SchoolLab()
        let lab = school.lab
        let id = try lab.make(
            "curriculum.reading.create", "--group", "heimen", "--title", "Norsk", "--starts", "2027-09-27", by: "r1")
        #expect(lab.act("curriculum.lay-out-reading", id, "--template", "none", by: "r1").code == 65)
        #expect(lab.act("curriculum.lay-out-reading", id, by: "s01").code == 77)
        try lab.ok("do", "curriculum.lay-out-reading", id, "--as", "r1")
        let steps = try lab.ok("list", "curriculum.reading-step", "--output", "csv", "--as", "s05").split(whereSeparator: \.isNewline)
        try #require(steps.count == 8)
        let again = lab.act("curriculum.lay-out-reading", id, by: "r1")
        #expect(again.code == 77 && again.err.contains("the reading has 7 steps already"), "\(again)")
        #expect(try steps.item(1).contains("2027-10-03") && steps.item(7).contains("2027-11-07"), "\(steps)")
    }

    @Test func dissentIsKeptWithoutAName() throws {
        let school = try SchoolLab()
        let lab = school.lab
        let round = try school.round()
        let text = try lab.make(
            "curriculum.definition.create", "--concept", round.concept, "--edition", "1", "--text", "We mean …", "--level", "perceived",
            by: "s01")
        let dissent = try lab.make("curriculum.dissent.create", "--definition", text, "--text", "It is more than that", by: "s02")
        let named = try lab.make("curriculum.dissent.create", "--definition", text, "--text", "Not so", "--who", "s03", by: "s03")
        for person in ["s04", "r1", nil] {
            let seen = try #require(try lab.show("curriculum.dissent", dissent, by: person)).compact
            #expect(seen.contains("more than that") && !seen.contains("s02"), "\(seen)")
            #expect(try lab.show("curriculum.dissent", named, by: person)?.compact.contains("s03") == true)
        }
        try lab.ok("do", "curriculum.definition.agree", text, "--as", "r1")
        #expect(try lab.texts("SELECT _author FROM curriculum_dissent").allSatisfy { $0.hasPrefix("pseudonym:") })
        #expect(lab.act("curriculum.dissent.create", "--definition", text, "--text", "late", by: "s05").code == 77)
    }

    /// What a record stands under is named in the reader's language, and so is it where it is asked for.
    @Test(arguments: [("nb", "Begrepsrunde", "Gruppe"), ("nn", "Omgrepsrunde", "Gruppe"), ("en", "Concept round", "Group")])
    func parentsHaveTheirNamesInTheLanguageOfTheReader(language: String, round: String, group: String) throws {
        let school = try SchoolLab(language: language)
        let made = try school.round()
        let sitting = try school.lab.make("curriculum.sitting.create", "--round", made.round, "--kind", "before", by: "r1")
        func output(_ words: String...) throws -> String { try school.lab.ok(words + ["--lang", language]) }
        for text in [
            try output("list", "curriculum.sitting"), try output("show", "curriculum.sitting", sitting),
            try output("do", "curriculum.sitting.create", "--describe"),
        ] { #expect(text.contains(round), "\(text)") }
        #expect(try output("list", "curriculum.concept").contains(group))
    }

    /// A colleague's draft is hers to rewrite, and once somebody has disagreed with it the words stand.
    @Test func aDraftIsRewrittenByItsAuthorOrTheLeaderAndNotUnderADissent() throws {
        let school = try SchoolLab()
        let lab = school.lab
        let round = try school.round()
        let text = try lab.make(
            "curriculum.definition.create", "--concept", round.concept, "--edition", "1", "--text", "We mean …", "--level", "perceived",
            by: "s01")
        func rewrite(_ words: String, by person: String) -> Session.Answer {
            lab.act("curriculum.definition.update", text, "--text", words, by: person)
        }
        #expect(rewrite("Mine", by: "s02").code == 77)
        #expect(rewrite("We mean this", by: "s01").code == 0)
        #expect(rewrite("We mean that", by: "r1").code == 0)
        try lab.ok("do", "curriculum.dissent.create", "--definition", text, "--text", "It is more", "--as", "s02")
        for person in ["s01", "r1"] {
            let answer = rewrite("It is more", by: person)
            #expect(answer.code == 77 && answer.err.contains("as-disagreed-with") && answer.err.contains("new edition"), "\(answer)")
        }
        #expect(lab.act("curriculum.definition.update", text, "--level", "operational", by: "s01").code == 0)
        #expect(
            lab.act(
                "curriculum.definition.create", "--concept", round.concept, "--edition", "2", "--text", "More", "--level", "perceived",
                by: "s02"
            ).code == 0)
    }

    /// What somebody may do with an anonymous dissent would tell whether it is hers.
    @Test func whoMayChangeADissentIsToldToNobodyElse() throws {
        let school = try SchoolLab()
        let lab = school.lab
        let round = try school.round()
        let text = try lab.make(
            "curriculum.definition.create", "--concept", round.concept, "--edition", "1", "--text", "We mean …", "--level", "perceived",
            by: "s01")
        let dissent = try lab.make("curriculum.dissent.create", "--definition", text, "--text", "It is more than that", by: "s02")
        func ask(_ person: String, _ id: String, by asker: String?) -> Session.Answer {
            lab.session.run(
                ["explain", "right", person, "curriculum.dissent.update", id] + (asker.map { ["--as", $0] } ?? []), now: RuntimeLab.open)
        }
        let answers = ["s02", "s03", "r1"].flatMap { [ask($0, dissent, by: nil), ask($0, "4242", by: nil)] }
        #expect(Set(answers.map { "\($0.code) \($0.out)\($0.err)" }).count == 1, "\(answers)")
        #expect(answers.allSatisfy { $0.code == 77 && $0.err.contains("nobody is told who wrote") }, "\(answers)")
        // Each may ask about herself, and about what is written in the open.
        #expect(ask("s02", dissent, by: "s02").out.contains("yes"))
        #expect(lab.session.run("explain", "right", "s01", "curriculum.definition.update", text, now: RuntimeLab.open).code == 0)
    }

    /// Only the one who disagrees may put a name to it: her own.
    @Test func nobodyPutsAnotherNameUnderADissent() throws {
        let school = try SchoolLab()
        let lab = school.lab
        let round = try school.round()
        let text = try lab.make(
            "curriculum.definition.create", "--concept", round.concept, "--edition", "1", "--text", "We mean …", "--level", "perceived",
            by: "s01")
        let words = ["--definition", text, "--text", "Not so", "--who"]
        func write(_ who: String) -> Session.Answer {
            lab.session.run(["do", "curriculum.dissent.create"] + words + [who, "--as", "s06"], now: RuntimeLab.open)
        }
        let other = write("s01")
        #expect(other.code == 77 && other.err.contains("own-name"), "\(other)")
        #expect(try lab.texts("SELECT _id FROM curriculum_dissent").isEmpty)
        #expect(write("s06").code == 0)
        let own = try #require(try lab.texts("SELECT _id FROM curriculum_dissent").first)
        #expect(lab.act("curriculum.dissent.update", own, "--who", "s01", by: "s06").code == 77)
        #expect(lab.act("curriculum.dissent.update", own, "--text", "Not quite so", by: "s06").code == 0)
    }

    @Test func aLearningPlanDoesNotEndBeforeItBegins() throws {
        let school = try SchoolLab()
        let lab = school.lab
        let words = [
            "curriculum.learning-plan.create", "--group", "heimen", "--title", "T", "--need", "N", "--aim", "A", "--level", "operational",
        ]
        func plan(_ starts: String, _ ends: String) -> Session.Answer {
            lab.session.run(["do"] + words + ["--starts", starts, "--ends", ends, "--as", "s01", "--output", "json"], now: RuntimeLab.open)
        }
        let backwards = plan("2027-10-02", "2027-10-01")
        #expect(backwards.code == 77 && backwards.out.contains("the plan ends on 2027-10-01, before it begins on 2027-10-02"))
        let id = try #require(try JSONValue(parsing: Array(plan("2027-10-01", "2027-10-01").out.utf8))["id"]?.string)
        let earlier = lab.act("curriculum.learning-plan.update", id, "--ends", "2027-09-01", by: "s01")
        #expect(earlier.code == 77 && earlier.err.contains("dates-in-order"), "\(earlier)")
        try lab.ok("do", "curriculum.learning-plan.decide", id, "--as", "r1")
    }

    @Test func oneDefinitionHoldsAtATime() throws {
        let school = try SchoolLab()
        let lab = school.lab
        let concept = try lab.make("curriculum.concept.create", "--group", "heimen", "--title", "Dybdelæring", by: "r1")
        let texts = try ["1", "2", "3"].map {
            try lab.make(
                "curriculum.definition.create", "--concept", concept, "--edition", $0, "--text", "We mean …", "--level", "perceived",
                by: "s01")
        }
        func states() throws -> [String] { try lab.texts("SELECT _state FROM curriculum_definition ORDER BY edition") }
        try lab.ok("do", "curriculum.definition.agree", texts[0], "--as", "r1")
        try lab.ok("do", "curriculum.definition.agree", texts[2], "--as", "r1")
        #expect(try states() == ["replaced", "draft", "agreed"])
        let older = lab.act("curriculum.definition.agree", texts[1], by: "r1")
        #expect(older.code == 77 && older.err.contains("edition 3 of the definition has been agreed already"), "\(older)")
        #expect(try states() == ["replaced", "draft", "agreed"])
    }

    /// Whatever a staff makes may say its level; what says none is told, and not counted.
    @Test func everyArtefactMaySayItsLevel() throws {
        let school = try SchoolLab()
        let lab = school.lab
        let concept = try lab.make(
            "curriculum.concept.create", "--group", "heimen", "--title", "Dybdelæring", "--level", "ideological", by: "r1")
        _ = try lab.make(
            "curriculum.round.create", "--concept", concept, "--title", "Høst", "--invited", "5", "--level", "perceived", by: "r1")
        _ = try lab.make(
            "curriculum.interpretation.create", "--group", "heimen", "--title", "T", "--question", "Q", "--level", "formal", by: "r1")
        _ = try lab.make(
            "curriculum.reading.create", "--group", "heimen", "--title", "Norsk", "--starts", "2027-09-27", "--level", "experienced",
            by: "r1")
        _ = try lab.make("curriculum.local-plan.create", "--group", "heimen", "--title", "Norsk", "--level", "operational", by: "r1")
        _ = try lab.make("curriculum.local-plan.create", "--group", "heimen", "--title", "Engelsk", by: "r1")
        let rows = try school.report("curriculum.levels")
        #expect(rows.compactMap { $0["total"]?.integer } == [1, 1, 1, 1, 1], "\(rows)")
        #expect(
            rows.compactMap { $0["sessions"]?.integer } == [1, 1, 1, 0, 1] && rows.compactMap { $0["plans"]?.integer } == [0, 0, 0, 1, 0])
        #expect(
            try lab.ok("report", "curriculum.levels", "--as", "s01", "--plain").contains("1 artefact says no level, and is not counted."))
        // How much of all lies at each level; it is not defined where there is nothing.
        #expect(rows.compactMap { $0["share"]?.double } == [0.2, 0.2, 0.2, 0.2, 0.2], "\(rows)")
        let shown = try lab.ok("report", "curriculum.levels", "--as", "s01")
        #expect(shown.contains("2 of 5 are about what is taught"), "\(shown)")
        let none = try school.report("curriculum.levels", by: "y1")
        #expect(none.count == 5 && none.allSatisfy { $0["share"]?.isNull == true && $0["total"]?.integer == 0 }, "\(none)")
        let empty = try lab.ok("report", "curriculum.levels", "--as", "y1")
        #expect(empty.contains("undefined") && empty.contains("Nothing that you can see says its level"), "\(empty)")
        #expect(!empty.contains("0 of 0"), "\(empty)")
    }
}
