import Foundation
import Kernel
import Testing

/// A local plan takes in the aims of a national one, places them, shows its gaps, and is decided when there are none.
@Suite struct LocalPlanTests {
    private let school: SchoolLab
    private let lab: RuntimeLab
    private let plan: String

    init() throws {
        school = try SchoolLab()
        lab = school.lab
        try lab.ok("import", "grep", ShippedWorkspace.repository + "/Curricula/eksempel")
        plan = try lab.make("curriculum.local-plan.create", "--group", "heimen", "--title", "Skogfag", by: "r1")
    }

    private func aims() throws -> [String] {
        try lab.texts("SELECT checkpoint || ' ' || \"set\" || ' ' || code FROM curriculum_local_aim ORDER BY checkpoint, code")
    }

    @Test func everyAimOfAPlanIsTakenInOnce() throws {
        let one = try lab.ok("do", "curriculum.lay-out-aims", plan, "--plan", "sko01-02", "--checkpoint", "4", "--as", "s01")
        #expect(try aims() == ["4 KV12 KM12", "4 KV12 KM13"], "\(one)")
        try lab.ok("do", "curriculum.lay-out-aims", plan, "--plan", "SKO01\u{2011}02", "--as", "r1")
        let all = ["2 KV11 KM11", "4 KV12 KM12", "4 KV12 KM13", "7 KV13 KM14", "7 KV13 KM15"]
        #expect(try aims() == all)
        try lab.ok("do", "curriculum.lay-out-aims", plan, "--plan", "eksempel/SKO01-02", "--set", "KV13", "--as", "r1")
        #expect(try aims() == all)
        #expect(lab.act("curriculum.lay-out-aims", plan, "--plan", "SKO01-02", by: "y1").code != 0)
    }

    @Test(
        arguments: [
            (["--plan", "SKO01-03"], "SKO01-01"), (["--plan", "SKO01-01"], "does not hold on 2027-09-28"),
            (["--plan", "SKO01-02", "--set", "KV14"], "did you mean 'KV1"),
            (["--plan", "SKO01-02", "--checkpoint", "5"], "what there is: 2, 4, 7"),
            (["--plan", "HAV01-01", "--date", "2020-01-01"], "does not hold"),
        ])
    func whatCannotBeTakenInIsRefused(_ words: [String], _ text: String) throws {
        let before = try lab.everything()
        let answer = lab.session.run(["do", "curriculum.lay-out-aims", plan, "--as", "r1"] + words, now: RuntimeLab.open)
        #expect(answer.code == 65 && answer.err.contains(text), "\(answer)")
        #expect(try lab.everything() == before)
    }

    /// What is named is a code, and one each: otherwise the work that leans on it would not be found.
    @Test(
        arguments: [
            ("KM15, KM13", "repeat --elements for each code"), ("KM155", "did you mean 'KM15'"),
            ("https://kjerne.example/eksempel/KM15", "did you mean 'KM15'"), ("nonsense", "no framework that has been read in"),
        ])
    func whatIsNoCodeIsRefused(_ word: String, _ text: String) throws {
        let before = try lab.everything()
        let made = lab.act("curriculum.concept.create", "--group", "heimen", "--title", "T", "--elements", word, by: "r1")
        #expect(made.code == 77 && made.err.contains(text), "\(made)")
        let aim = lab.act("curriculum.local-aim.create", "--local-plan", plan, "--code", word, "--checkpoint", "4", by: "r1")
        #expect(aim.code == 77 && aim.err.contains("codes-are-known"), "\(aim)")
        #expect(lab.act("curriculum.local-plan.update", plan, "--elements", word, by: "r1").code == 77)
        #expect(try lab.everything() == before)
    }

    @Test func whatIsACodeMayBeNamed() throws {
        for words in [["KM15", "KM13"], ["eksempel/KM15"], ["sko01\u{2011}02"]] {
            let answer = lab.session.run(
                ["do", "curriculum.concept.create", "--group", "heimen", "--title", "T \(words)", "--as", "r1"]
                    + words.flatMap { ["--elements", $0] }, now: RuntimeLab.open)
            #expect(answer.code == 0, "\(answer)")
        }
    }

    /// What the report calls a gap stops the decision: an aim that holds no longer, or whose plan does not hold.
    @Test func aimsThatHoldNoLongerAreGaps() throws {
        let old = try lab.make("curriculum.local-aim.create", "--local-plan", plan, "--code", "KM2", "--checkpoint", "4", by: "r1")
        _ = try lab.make("curriculum.placement.create", "--local-aim", old, "--year", "3", by: "s01")
        let rows = try school.report("curriculum.placement", "--plan", plan)
        #expect(rows.first { $0["code"]?.string == "KM2" }?["state"]?["en"]?.string == "the aim holds no longer", "\(rows)")
        #expect(rows.first { $0["code"]?.string == "KM2" }?["aim"]?.string?.isEmpty == false, "\(rows)")
        let refused = lab.act("curriculum.local-plan.decide", plan, by: "r1")
        #expect(refused.code == 77 && refused.err.contains("KM2"), "\(refused)")
        try lab.ok(
            "do", "curriculum.placement.delete", try #require(try lab.texts("SELECT _id FROM curriculum_placement").first), "--as", "r1")
        try lab.ok("do", "curriculum.local-aim.delete", old, "--as", "r1")
        try lab.ok("do", "curriculum.local-plan.decide", plan, "--as", "r1")
    }

    /// Every checkpoint with gaps is named, and not only the first.
    @Test func everyCheckpointWithGapsIsNamed() throws {
        try lab.ok("do", "curriculum.lay-out-aims", plan, "--plan", "SKO01-02", "--as", "r1")
        func decide(_ language: String) -> Session.Answer {
            lab.session.run("do", "curriculum.local-plan.decide", plan, "--as", "r1", "--lang", language, now: RuntimeLab.open)
        }
        let refused = decide("en")
        #expect(refused.code == 77, "\(refused)")
        #expect(refused.err.contains("after year 2: KM11; after year 4: KM12, KM13; after year 7: KM14, KM15; see"), "\(refused)")
        #expect(decide("nn").err.contains("etter trinn 2: KM11; etter trinn 4: KM12, KM13; etter trinn 7: KM14, KM15; sjå"))
        let aims = try lab.texts("SELECT _id FROM curriculum_local_aim WHERE checkpoint = 4")
        for aim in aims { _ = try lab.make("curriculum.placement.create", "--local-aim", aim, "--year", "3", by: "s01") }
        let rest = decide("en").err
        #expect(rest.contains("after year 2: KM11; after year 7: KM14, KM15; see") && !rest.contains("year 4"), "\(rest)")
    }

    /// A subject of which only the code is given is called by its title, or said to be unknown.
    @Test func aSubjectByItsCodeIsNamed() throws {
        func placement(_ subject: String) throws -> String {
            try lab.ok("do", "curriculum.local-plan.update", plan, "--subject", subject, "--as", "r1")
            return try lab.ok("report", "curriculum.placement", "--plan", plan, "--as", "r1")
        }
        let known = try placement("SKO01")
        #expect(known.contains("Skogfag: SKO01 is '"), "\(known)")
        let unknown = try placement("SKO01-03")
        #expect(unknown.contains("Skogfag: there is no plan, subject code or subject 'SKO01-03'; did you mean 'SKO01-01'?"), "\(unknown)")
        // Words are no code.
        #expect(try !placement("Skogfag").contains("Skogfag: "))
    }

    @Test func aPlanWithGapsIsNotDecided() throws {
        try lab.ok("do", "curriculum.lay-out-aims", plan, "--plan", "SKO01-02", "--checkpoint", "4", "--as", "r1")
        func decide() -> Session.Answer { lab.act("curriculum.local-plan.decide", plan, by: "r1") }
        let none = decide()
        #expect(
            none.code == 77
                && none.err.contains("aims to be reached after year 4 hold no longer or are not placed in a year in time: KM12, KM13;"),
            "\(none)"
        )
        let numbers = try lab.texts("SELECT _id FROM curriculum_local_aim ORDER BY code")
        _ = try lab.make("curriculum.placement.create", "--local-aim", numbers[0], "--year", "3", by: "s01")
        let late = try lab.make("curriculum.placement.create", "--local-aim", numbers[1], "--year", "5", by: "s01")
        #expect(decide().err.contains("in time: KM13;"))
        try lab.ok("do", "curriculum.placement.update", late, "--year", "4", "--as", "s02")
        // Whoever takes an aim out leaves a gap.
        try lab.ok("do", "curriculum.placement.delete", late, "--as", "r1")
        try lab.ok("do", "curriculum.local-aim.delete", numbers[1], "--as", "r1")
        #expect(decide().code == 77)
        let rows = try school.report("curriculum.placement", "--plan", plan)
        #expect(rows.map { $0["code"]?.string } == ["KM13", "KM12"], "\(rows)")
        #expect(rows[0]["state"]?["en"]?.string ?? rows[0]["state"]?.string == "left out of the plan")
        #expect(rows[0]["aim"]?.string == "explore plants and fungi" && rows[0]["language"]?.string == "en")
        try lab.ok("do", "curriculum.lay-out-aims", plan, "--plan", "SKO01-02", "--checkpoint", "4", "--as", "r1")
        let again = try #require(try lab.texts("SELECT _id FROM curriculum_local_aim WHERE code = 'KM13'").first)
        _ = try lab.make("curriculum.placement.create", "--local-aim", again, "--year", "4", by: "s01")
        try lab.ok("do", "curriculum.local-plan.decide", plan, "--as", "r1")
        // What is decided is reopened before it is changed.
        #expect(lab.act("curriculum.placement.create", "--local-aim", again, "--year", "3", by: "s01").code == 77)
        #expect(lab.act("curriculum.lay-out-aims", plan, "--plan", "SKO01-02", by: "r1").code == 77)
        try lab.ok("do", "curriculum.local-plan.reopen", plan, "--as", "r1")
        _ = try lab.make("curriculum.placement.create", "--local-aim", again, "--year", "3", by: "s01")
    }
}
