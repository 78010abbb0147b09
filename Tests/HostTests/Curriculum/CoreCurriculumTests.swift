import Foundation
import Kernel
import Testing

/// The core curriculum from YAML, and which practice builds on it.
@Suite struct CoreCurriculumTests {
    private static let sample = ShippedWorkspace.repository + "/Curricula/eksempel-overordnet/core.yaml"

    private func sample() throws -> String { try String(contentsOfFile: Self.sample, encoding: .utf8) }

    @Test func theSampleIsReadOnceAndChangesKeepTheOldText() throws {
        let session = try CurriculumSession(importing: false)
        let path = "Curricula/eksempel-overordnet/core.yaml"
        let first = session.workspace.run("import", "core", path)
        #expect(first.output.hasPrefix("eksempel-overordnet: 7 objects, 7 new"), "\(first.output)\(first.errors)")
        #expect(session.workspace.run("import", "core", path).output.contains("nothing has changed"))
        try session.workspace.replace("in several ways", with: "in more ways than one", in: path)
        #expect(session.workspace.run("import", "core", path).output.contains("0 new, 1 changed, 0 withdrawn, 6 unchanged"))
        let diff = session.workspace.run("report", "curriculum.diff", "--framework", "eksempel-overordnet", "--output", "csv").output
        #expect(
            diff.contains(
                "reworded,core-principle,OD2-P2,OD2-P2,text,The same aim may be reached in [-several ways.-]{+more ways than one.+},en"),
            "\(diff)")
        let search = session.workspace.run("report", "curriculum.search", "--words", "Árvvut", "--output", "csv").output
        #expect(search.contains("OD1,core-section"), "\(search)")
        #expect(session.workspace.run("do", "curriculum.element.update", "1", "--code", "X").status != 0)
    }

    /// An older edition is refused with its place and changes nothing; what the file says of the whole is taken in with a newer one.
    @Test(arguments: [("2", "1"), ("1.10", "1.9"), ("2020-11-02", "2019-12-31")])
    func anOlderEditionIsRefused(_ newer: String, _ older: String) throws {
        let workspace = try CurriculumSession(importing: false).workspace
        let path = "Curricula/eksempel-overordnet/core.yaml"
        func write(_ edition: String, _ licence: String) throws {
            let text = try sample().replacingOccurrences(of: "version: \"1\"", with: "version: \"\(edition)\"")
            try workspace.write(text.replacingOccurrences(of: "licence: CC0", with: "licence: \(licence)"), to: path)
        }
        try write(older, "CC0")
        #expect(workspace.run("import", "core", path).status == 0)
        try write(newer, "CC-BY")
        #expect(workspace.run("import", "core", path).output.contains("7 unchanged"))
        let framework = workspace.run("list", "curriculum.framework", "--output", "csv").output
        #expect(framework.contains("CC-BY") && framework.contains(newer), "\(framework)")
        #expect(workspace.run("import", "core", path).output.contains("nothing has changed"))
        let before = try workspace.contentDigest()
        try write(older, "CC0")
        let refused = workspace.run("import", "core", path)
        #expect(refused.status == 65 && refused.errors.contains("curriculum/older-revision"), "\(refused)")
        #expect(refused.errors.contains("core.yaml:") && refused.errors.contains("$.framework.version"), "\(refused)")
        #expect(try workspace.contentDigest() == before)
    }

    @Test(
        arguments: [
            ("code: OD2-P2", "code: OD2-P1", "curriculum/core-code-twice"), ("part-of: OD2", "part-of: OD9", "curriculum/core-parent"),
            ("kind: value", "kind: virtue", "schema/value"),
            ("identifier: eksempel-overordnet", "identifier: grep", "curriculum/framework-taken"),
            ("identifier: eksempel-overordnet", "identifier: eksempel", "curriculum/framework-taken"), ("licence: CC0", "", "schema/"),
            ("elements:", "elements: [", "yaml/"), ("kind: principle", "kind: principle\n    aims: [KM12]", "schema/pattern"),
        ])
    func aFileWithFaultsIsRefusedWhole(_ old: String, _ new: String, _ id: String) throws {
        let session = try CurriculumSession()
        let before = try session.workspace.contentDigest()
        try session.workspace.write(try sample().replacingOccurrences(of: old, with: new), to: "core.yaml")
        let result = session.workspace.run("import", "core", "core.yaml")
        #expect(result.status == 65 && result.errors.contains(id), "\(result.output)\(result.errors)")
        #expect(try session.workspace.contentDigest() == before)
    }

    @Test func whatNothingBuildsOnComesFirstAndNobodyCountsWhatIsNotTheirs() throws {
        let school = try SchoolLab()
        let lab = school.lab
        try lab.session.put(try sample(), "core.yaml")
        try lab.ok("import", "core", "core.yaml")
        let concept = try lab.make(
            "curriculum.concept.create", "--group", "heimen", "--title", "Undring", "--scale", "ordinal", "--elements", "od1-v2", by: "r1")
        _ = try lab.make(
            "curriculum.definition.create", "--concept", concept, "--edition", "1", "--text", "T", "--level", "perceived", "--elements",
            "eksempel-overordnet/OD1-V2", by: "s01")
        let talk = try lab.make(
            "curriculum.interpretation.create", "--group", "heimen", "--title", "Sammen", "--question", "Q", by: "r1")
        _ = try lab.make(
            "curriculum.contribution.create", "--interpretation", talk, "--text", "x", "--level", "formal", "--elements", "OD2-P1",
            by: "s01")
        func rows(_ person: String?) throws -> [String: [String: JSONValue]] {
            let rows = try school.report("curriculum.practice", by: person)
            return Dictionary(uniqueKeysWithValues: rows.map { ($0["code"]?.string ?? "", $0) })
        }
        let order = try school.report("curriculum.practice").map { $0["count"]?.integer }
        #expect(order == [0, 0, 0, 0, 0, 0, 2])
        #expect(try rows("r1")["OD1-V2"]?["titles"]?.string == "Undring")
        #expect(try rows("s01")["OD2-P1"]?["interpretations"]?.integer == 1)
        // Sealed until the groups meet; another school sees nothing at all.
        #expect(try rows("s02")["OD2-P1"]?["count"]?.integer == 0)
        #expect(try rows("y1").values.allSatisfy { $0["count"]?.integer == 0 })
        try lab.ok("do", "curriculum.interpretation.to-groups", talk, "--as", "r1")
        #expect(try rows("s02")["OD2-P1"]?["interpretations"]?.integer == 1)
    }

    @Test func whatLeansOnAnOldCodeIsAWorkListWithItsReplacement() throws {
        let school = try SchoolLab()
        let lab = school.lab
        try lab.ok("import", "grep", ShippedWorkspace.repository + "/Curricula/eksempel")
        _ = try lab.make(
            "curriculum.concept.create", "--group", "heimen", "--title", "Dyr", "--scale", "ordinal", "--elements", "KM1", by: "s01")
        let plan = try lab.make("curriculum.local-plan.create", "--group", "heimen", "--title", "Skogfag", by: "r1")
        _ = try lab.make("curriculum.local-aim.create", "--local-plan", plan, "--code", "KM2", "--checkpoint", "4", by: "s02")
        _ = try lab.make("curriculum.local-aim.create", "--local-plan", plan, "--code", "KM21", "--checkpoint", "4", by: "s02")
        let rows = try school.report("curriculum.impact", "--from", "SKO01-01", "--to", "SKO01-02")
        #expect(rows.map { $0["code"]?.string } == ["KM1", "KM2"], "\(rows)")
        #expect(rows.map { $0["replaced-by"]?.string } == ["KM12", "KM13"], "\(rows)")
        #expect(rows.map { $0["title"]?.string } == ["Dyr", "Skogfag"], "\(rows)")
        #expect(rows.allSatisfy { "\($0["owner"] ?? .null)".contains("s0") }, "\(rows)")
        #expect(try school.report("curriculum.impact", "--from", "SKO01-01", "--to", "SKO01-02", by: "y1").isEmpty)
    }

    /// A course is touched where its setting names a code, and so is all that it says works on it.
    @Test func coursesAndWhatInThemWorksOnAnOldCodeAreOnTheList() throws {
        let session = try CurriculumSession()
        let workspace = session.workspace
        try workspace.replace(
            "    OD-2.5: [overordnet-del, utproving]", with: "    KM1: [overordnet-del, utproving]", in: "Config/programmes/plf.yaml")
        #expect(workspace.run("apply", "--yes").status == 0)
        let answer = workspace.run("report", "curriculum.impact", "--from", "SKO01-01", "--to", "SKO01-02", "--output", "csv")
        for (work, title) in [("Course variant", ""), ("Activity", ".overordnet-del"), ("Activity", ".utproving")] {
            #expect(answer.output.contains("vest,\(work),,vest-plf-2027\(title),,KM1,"), "\(answer.output)\(answer.errors)")
        }
    }

    /// People read titles where programs read codes, and a group by its name where nobody is told who wrote.
    @Test func peopleReadTitles() throws {
        let workspace = try CurriculumSession().workspace
        try workspace.replace(
            "    OD-2.5: [overordnet-del, utproving]", with: "    KM1: [overordnet-del, utproving]", in: "Config/programmes/plf.yaml")
        #expect(workspace.run("apply", "--yes").status == 0)
        for output in ["table", "html"] {
            let shown = workspace.run(
                ["report", "curriculum.impact", "--from", "SKO01-01", "--to", "SKO01-02", "--output", output], language: "nn"
            ).output
            #expect(shown.contains("Les overordna del av læreplanverket") && !shown.contains("vest-plf-2027"), "\(shown)")
        }
        let school = try SchoolLab()
        let lab = school.lab
        try lab.ok("import", "grep", ShippedWorkspace.repository + "/Curricula/eksempel")
        let talk = try lab.make("curriculum.interpretation.create", "--group", "heimen", "--title", "Sammen", "--question", "Q", by: "r1")
        _ = try lab.make(
            "curriculum.contribution.create", "--interpretation", talk, "--text", "x", "--level", "formal", "--elements", "KM1", by: "s01")
        try lab.ok("do", "curriculum.interpretation.to-groups", talk, "--as", "r1")
        let rows = try lab.ok("report", "curriculum.impact", "--from", "SKO01-01", "--to", "SKO01-02", "--output", "csv", "--as", "r1")
        #expect(rows.contains("the leader of Heimen (heimen),"), "\(rows)")
    }

    /// Those who plan courses see which of them are touched; the work of a staff is still the staff's.
    @Test func thoseWhoPlanCoursesMayAsk() throws {
        let school = try SchoolLab()
        let lab = school.lab
        try lab.ok("import", "grep", ShippedWorkspace.repository + "/Curricula/eksempel")
        _ = try lab.make(
            "curriculum.concept.create", "--group", "heimen", "--title", "Dyr", "--scale", "ordinal", "--elements", "KM1", by: "s01")
        let words = ["curriculum.impact", "--from", "SKO01-01", "--to", "SKO01-02"]
        #expect(try school.report(words[0], words[1], words[2], words[3], words[4], by: "c1").isEmpty)
        let refused = lab.session.run(["report"] + words + ["--as", "p1"], now: RuntimeLab.open)
        #expect(refused.code == 77, "\(refused)")
    }

    /// A value may name the aims that it shows itself in, and work on those aims is told beside work on the value.
    ///
    /// What another module gives counts for those who may see it there, and for nobody else.
    @Test func workOfOtherModulesCountsAsFarAsItIsSeen() throws {
        let school = try SchoolLab()
        let lab = school.lab
        try lab.session.put(try sample(), "core.yaml")
        try lab.ok("import", "core", "core.yaml")
        let project = try lab.make(
            "community.project.create", "--group", "heimen", "--title", "Undring hver dag", "--need", "Hemmelig", "--responsible", "r1",
            "--elements", "OD1-V2", by: "r1")
        func row(_ person: String?) throws -> [String: JSONValue] {
            try #require(try school.report("curriculum.practice", by: person).first { $0["code"]?.string == "OD1-V2" })
        }
        let own = try row("r1")
        #expect(own["other"]?.integer == 1 && own["count"]?.integer == 1 && own["titles"]?.string == "Undring hver dag", "\(own)")
        #expect(try school.report("curriculum.practice").last?["code"]?.string == "OD1-V2")
        for person in ["s01", "y1"] { #expect(try row(person)["count"]?.integer == 0, "\(person)") }
        // Shared with the school it counts for the staff too, until it is taken back or its day is over.
        let share = try lab.make(
            "community.share.create", "--group", "heimen", "--record", "project", "--number", project, "--to-group", "heimen", "--until",
            "2027-12-01", by: "r1")
        #expect(try row("s01")["titles"]?.string == "Undring hver dag")
        let late = ["report", "curriculum.practice", "--output", "csv", "--as", "s01"]
        #expect(lab.session.run(late, now: "2027-12-01T22:00:00Z").out.contains("Undring hver dag"))
        #expect(!lab.session.run(late, now: "2027-12-01T23:00:00Z").out.contains("Undring hver dag"))
        try lab.ok("do", "community.share.take-back", share, "--as", "r1")
        #expect(try row("s01")["count"]?.integer == 0)
        #expect(!lab.session.run(late, now: RuntimeLab.open).out.contains("Hemmelig"))
    }

    @Test func aimsOfAValueLeadToPractice() throws {
        let school = try SchoolLab()
        let lab = school.lab
        try lab.ok("import", "grep", ShippedWorkspace.repository + "/Curricula/eksempel")
        let text = try sample().replacingOccurrences(of: "code: OD1-V2", with: "code: OD1-V2\n    aims: [eksempel/KM12, eksempel/KM99]")
        try lab.session.put(text, "core.yaml")
        try lab.ok("import", "core", "core.yaml")
        #expect(try lab.ok("import", "core", "core.yaml").contains("nothing has changed"))
        func row() throws -> [String: JSONValue]? {
            try school.report("curriculum.practice").first { $0["code"]?.string == "OD1-V2" }
        }
        let none = try #require(try row())
        #expect(none["aims"]?.string == "KM12, KM99" && none["through-aims"]?.integer == 0, "\(none)")
        let plan = try lab.make("curriculum.local-plan.create", "--group", "heimen", "--title", "Skogfag", by: "r1")
        _ = try lab.make("curriculum.local-aim.create", "--local-plan", plan, "--code", "km12", "--checkpoint", "4", by: "s02")
        let concept = try lab.make(
            "curriculum.concept.create", "--group", "heimen", "--title", "Undring", "--elements", "OD1-V2", "--elements", "KM12",
            by: "r1")
        _ = try lab.make("curriculum.round.create", "--concept", concept, "--title", "Høst", "--invited", "5", by: "r1")
        let some = try #require(try row())
        #expect(some["through-aims"]?.integer == 1 && some["concepts"]?.integer == 1 && some["rounds"]?.integer == 1, "\(some)")
        #expect(some["count"]?.integer == 2 && some["titles"]?.string == "Høst; Undring", "\(some)")
        // The other way: what is read in of the core curriculum refers to the aim.
        #expect(try lab.ok("list", "curriculum.link", "--kind", "related", "--output", "csv").contains("eksempel/KM12"))
    }
}
