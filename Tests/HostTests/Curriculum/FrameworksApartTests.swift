import Foundation
import Kernel
import Testing

/// Two frameworks may share codes: what is asked of one is answered by that one alone.
@Suite struct FrameworksApartTests {
    /// A framework whose set KV12 is another than that of the sample.
    private static func other() throws -> String {
        var other = OwnGrep("annet")
        other.plan("NEW01-01", from: "2020-08-01")
        other.set("KV12", plan: "NEW01-01", year: 10, aims: ["KM901", "KM902"])
        return try other.write()
    }

    @Test(arguments: [false, true]) func aSetIsThatOfItsOwnFramework(_ otherFirst: Bool) throws {
        let session = try CurriculumSession(importing: false)
        let workspace = session.workspace
        let folders = ["Curricula/eksempel", try Self.other()]
        for folder in otherFirst ? folders.reversed() : folders { #expect(workspace.run("import", "grep", folder).status == 0) }
        func search(_ plan: String, _ year: String) -> String {
            workspace.run("report", "curriculum.search", "--plan", plan, "--year", year, "--output", "csv").output
        }
        #expect(!search("SKO01-02", "10").contains("KM12") && search("SKO01-02", "4").contains("KM12"))
        #expect(!search("NEW01-01", "4").contains("KM90") && search("NEW01-01", "10").contains("KM901"))
        let chain = workspace.run("report", "curriculum.progression", "--code", "eksempel/KM12").output
        #expect(chain.contains("Aims after year 4") && !chain.contains("After year 10"), "\(chain)")
        let theirs = workspace.run("report", "curriculum.progression", "--code", "KM901").output
        #expect(theirs.contains("After year 10") && !theirs.contains("Aims after year 4"), "\(theirs)")
    }

    @Test func aBareCodeThatSeveralHaveIsRefusedWithTheirNames() throws {
        let session = try CurriculumSession()
        let workspace = session.workspace
        #expect(workspace.run("import", "grep", try OwnGrep(sampleAs: "eget", from: "2030-08-01").write()).status == 0)
        for words in [
            ["matrix", "--plan", "SKO01-02"], ["search", "--plan", "sko01-02"], ["verbs", "--plan", "SKO01-02"],
            ["diff", "--from", "SKO01-01", "--to", "SKO01-02"], ["progression", "--code", "KM12"], ["theme", "--theme", "TT3"],
        ] {
            let answer = workspace.run(["report", "curriculum.\(words[0])"] + words.dropFirst())
            #expect(answer.status == 65 && answer.output.isEmpty, "\(words): \(answer)")
            #expect(answer.errors.contains("eget/") && answer.errors.contains("eksempel/"), "\(words): \(answer.errors)")
        }
        let lock = workspace.run("export", "lock", "SKO01-02")
        #expect(lock.status == 65 && lock.errors.contains("eget/SKO01-02"), "\(lock)")
        // By framework and code, or with the framework beside it, each is answered alone.
        for words in [["eget/SKO01-02"], ["eksempel/sko01\u{2011}02"]] {
            let matrix = workspace.run(["report", "curriculum.matrix", "--output", "csv", "--plan"] + words).output
            #expect(matrix.split(whereSeparator: \.isNewline).count { $0.hasPrefix("KM14,") } == 1, "\(matrix)")
        }
        let search = workspace.run("report", "curriculum.search", "--plan", "SKO01-02", "--framework", "eget", "--output", "csv")
        #expect(search.output.split(whereSeparator: \.isNewline).count { $0.contains("KM14,") } == 1, "\(search)")
        #expect(workspace.run("report", "curriculum.verbs", "--plan", "eget/SKO01-02", "--theme", "TT3").status == 0)
        #expect(workspace.run("report", "curriculum.theme", "--theme", "eget/TT3").status == 0)
        let diff = workspace.run("report", "curriculum.diff", "--from", "eget/SKO01-01", "--to", "eget/SKO01-02")
        #expect(diff.status == 0 && diff.output.contains("KM14"), "\(diff)")
        let own = try JSONValue(parsing: Array(workspace.run("export", "lock", "eget/SKO01-02").output.utf8))
        #expect(own["framework"]?.string == "eget" && own["lock"]?.string == "eget-sko01-02", "\(own)")
    }

    /// A plan holds by the dates of its own framework.
    @Test func whatHoldsIsAskedOfTheOwnPlan() throws {
        let session = try CurriculumSession()
        let workspace = session.workspace
        #expect(workspace.run("import", "grep", try OwnGrep(sampleAs: "eget", from: "2030-08-01").write()).status == 0)
        func aims(_ date: String) -> Int {
            let text = workspace.run("report", "curriculum.search", "--year", "7", "--date", date, "--output", "csv").output
            return text.split(whereSeparator: \.isNewline).count { $0.contains("KM14,") }
        }
        #expect(aims("2027-01-01") == 1)
        #expect(aims("2031-01-01") == 2)
    }

    @Test(arguments: [false, true]) func aLocalPlanHasTheAimsOfItsOwnFramework(_ otherFirst: Bool) throws {
        let school = try SchoolLab()
        let lab = school.lab
        if otherFirst { try lab.ok("import", "grep", try Self.other()) }
        try lab.ok("import", "grep", ShippedWorkspace.repository + "/Curricula/eksempel")
        let plan = try lab.make("curriculum.local-plan.create", "--group", "heimen", "--title", "Skogfag", by: "r1")
        try lab.ok("do", "curriculum.lay-out-aims", plan, "--plan", "SKO01-02", "--checkpoint", "4", "--as", "r1")
        if !otherFirst { try lab.ok("import", "grep", try Self.other()) }
        for aim in try lab.texts("SELECT _id FROM curriculum_local_aim") {
            _ = try lab.make("curriculum.placement.create", "--local-aim", aim, "--year", "3", by: "s01")
        }
        let rows = try school.report("curriculum.placement", "--plan", plan)
        #expect(rows.map { $0["code"]?.string } == ["KM12", "KM13"], "\(rows)")
        try lab.ok("do", "curriculum.local-plan.decide", plan, "--as", "r1")
    }

    /// An aim that was taken in while one framework alone had its code says so once another has it.
    @Test func anAimThatSeveralHaveIsToldApart() throws {
        let school = try SchoolLab()
        let lab = school.lab
        try lab.ok("import", "grep", ShippedWorkspace.repository + "/Curricula/eksempel")
        let plan = try lab.make("curriculum.local-plan.create", "--group", "heimen", "--title", "Skogfag", by: "r1")
        try lab.ok("do", "curriculum.lay-out-aims", plan, "--plan", "SKO01-02", "--checkpoint", "2", "--as", "r1")
        let aim = try #require(try lab.texts("SELECT _id FROM curriculum_local_aim").first)
        _ = try lab.make("curriculum.placement.create", "--local-aim", aim, "--year", "1", by: "s01")
        try lab.ok("import", "grep", try OwnGrep(sampleAs: "eget", from: "2020-08-01").write())
        let bare = lab.act("curriculum.lay-out-aims", plan, "--plan", "SKO01-02", by: "r1")
        #expect(bare.code == 65 && bare.err.contains("eget/SKO01-02, eksempel/SKO01-02"), "\(bare)")
        let rows = try school.report("curriculum.placement", "--plan", plan)
        #expect(rows.first?["state"]?["en"]?.string == "the code stands in several frameworks", "\(rows)")
        let refused = lab.act("curriculum.local-plan.decide", plan, by: "r1")
        #expect(refused.code == 77 && refused.err.contains("eget/KM11, eksempel/KM11"), "\(refused)")
        let named = lab.act("curriculum.local-aim.update", aim, "--code", "KM11", by: "r1")
        #expect(named.code == 77 && named.err.contains("eget/KM11, eksempel/KM11"), "\(named)")
        try lab.ok("do", "curriculum.local-aim.update", aim, "--code", "eksempel/KM11", "--as", "r1")
        try lab.ok("do", "curriculum.lay-out-aims", plan, "--plan", "eksempel/SKO01-02", "--checkpoint", "2", "--as", "r1")
        #expect(try lab.texts("SELECT code FROM curriculum_local_aim") == ["eksempel/KM11"])
        #expect(try school.report("curriculum.placement", "--plan", plan).map { $0["aim"]?.string?.isEmpty } == [false])
        try lab.ok("do", "curriculum.local-plan.decide", plan, "--as", "r1")
        try lab.ok("do", "curriculum.local-plan.reopen", plan, "--as", "r1")
        try lab.ok("do", "curriculum.lay-out-aims", plan, "--plan", "eget/SKO01-02", "--checkpoint", "4", "--as", "r1")
        let all = try lab.texts("SELECT code || ' ' || \"set\" FROM curriculum_local_aim ORDER BY checkpoint, code")
        #expect(all == ["eksempel/KM11 KV11", "eget/KM12 eget/KV12", "eget/KM13 eget/KV12"], "\(all)")
    }
}
