import Foundation
import Kernel
import Testing

/// What a variant covers of its outcomes and of the curriculum elements that it names, and what stops a plan.
@Suite struct CoverageTests {
    private static let variant = "Config/institutions/storby/variants/storby-plf-2027.yaml"

    private func rows(_ workspace: ShippedWorkspace, _ id: String) throws -> [String: [String]] {
        let answer = workspace.run("report", "curriculum.coverage", "--variant", id, "--output", "json")
        #expect(answer.status == 0, "\(answer.errors)")
        let json = try JSONValue(parsing: Array(answer.output.utf8))
        let rows = (json["rows"]?.array ?? []).compactMap(\.array)
        return Dictionary(uniqueKeysWithValues: rows.map { ($0[1].string ?? "", $0[3...].map { $0.string ?? "" }) })
    }

    @Test func placesAndHolesAreNamed() throws {
        let workspace = try ShippedWorkspace()
        #expect(workspace.run("apply", "--yes").status == 0)
        for id in ["storby-plf-2027", "vest-plf-2027", "hovedstad-plf-2027", "kyst-plf-2027", "handel-plf-2027", "oppdrag-plf-2027"] {
            #expect(try rows(workspace, id).allSatisfy { $0.value[1] != "–" }, "\(id)")
        }
        let storby = try rows(workspace, "storby-plf-2027")
        #expect(storby["begrepsarbeid"] == ["samling-3, begrepsrunde", "begrepsrunde", "eksamen", "begrepsrunde, eksamen"])
        #expect(storby["OD-2.5"]?[2] == "–")
        let unknown = workspace.run("report", "curriculum.coverage", "--variant", "storby-plf-2028")
        #expect(unknown.status == 65 && unknown.errors.contains("did you mean 'storby-plf-2027'?"), "\(unknown)")
    }

    /// An element goes by its code or by framework and code; one that is not there says so.
    @Test func anElementIsNamedWithItsText() throws {
        let workspace = try ShippedWorkspace(copying: ["Config", "Modules", "Curricula"])
        try workspace.replace("framework: grep", with: "framework: eksempel", in: "Config/programmes/plf.yaml")
        try workspace.replace(
            "    OD-2.5: [overordnet-del, utproving]",
            with: "    eksempel/KM15: [utproving]\n    KM14: [utproving]\n    OD-2.5: [overordnet-del, utproving]",
            in: "Config/programmes/plf.yaml")
        #expect(workspace.run("apply", "--yes").status == 0)
        #expect(workspace.run("import", "grep", "Curricula/eksempel").status == 0)
        try FileManager.default.removeItem(atPath: workspace.folder + "/Curricula/eksempel/kompetansemaal-lk20/KM14.json")
        #expect(workspace.run("import", "grep", "Curricula/eksempel").status == 0)
        let answer = workspace.run("report", "curriculum.coverage", "--variant", "storby-plf-2027").output
        #expect(answer.contains("explore and describe a nature reserve") && answer.contains("(not read in)"), "\(answer)")
        #expect(answer.contains("discuss how people use the forest (withdrawn)"), "\(answer)")
    }

    @Test func whatIsAskedForStopsThePlan() throws {
        let workspace = try ShippedWorkspace()
        try workspace.replace(
            "coverage: {minimum: 100}", with: "coverage: {minimum: 100, asks: [practised, assessed]}", in: "Config/programmes/plf.yaml")
        let plan = workspace.run("plan")
        #expect(plan.status == 1)
        #expect((plan.output + plan.errors).contains("nothing assesses 'OD-2.5' [curriculum/coverage]"), "\(plan)")
    }

    @Test func anElementThatNothingWorksOnIsAHoleAndANameMustBeThere() throws {
        let workspace = try ShippedWorkspace()
        try workspace.replace(
            "    OD-2.5: [overordnet-del, utproving]", with: "    OD-2.5: []\n    OD-1.1: [utprovin]", in: "Config/programmes/plf.yaml")
        let check = workspace.run("check")
        #expect(check.status == 1)
        #expect(check.output.contains("no activity practises 'OD-2.5' [curriculum/coverage]"), "\(check.output)")
        #expect(check.output.contains("no gathering, activity or exam part named 'utprovin'"), "\(check.output)")
        #expect(check.output.contains("did you mean 'utproving'?"), "\(check.output)")
    }

    /// A kind that no module has is a misspelling, and would let what it means count as it should not.
    @Test(arguments: [
        ("not-practice: [assessment.exm]", "assessment.exm", "assessment.exam"),
        ("assessing: [assessment.requiredwrk]", "assessment.requiredwrk", "assessment.requiredwork"),
    ])
    func aKindOfActivityMustBeThere(_ setting: String, _ word: String, _ near: String) throws {
        let workspace = try ShippedWorkspace()
        try workspace.replace("coverage: {minimum: 100}", with: "coverage: {minimum: 100, \(setting)}", in: "Config/programmes/plf.yaml")
        let check = workspace.run("check")
        #expect(check.status == 1)
        #expect(check.output.contains("there is no kind of activity '\(word)'"), "\(check.output)")
        #expect(
            check.output.contains("did you mean '\(near)'?") && check.output.contains("Config/programmes/plf.yaml:122"), "\(check.output)")
    }

    /// The framework of the course decides whose text stands there; where it has not been read in, no other stands in for it.
    @Test(arguments: ["tull", "annet", "eksempel"]) func theTextIsThatOfTheFrameworkOfTheCourse(_ framework: String) throws {
        let workspace = try ShippedWorkspace(copying: ["Config", "Modules", "Curricula"])
        let path = "Config/programmes/plf.yaml"
        try workspace.replace(
            "    OD-2.5: [overordnet-del, utproving]", with: "    KM15: [utproving]\n    eksempel/KM14: [utproving]", in: path)
        let text = try workspace.read(path)
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("  framework: ") })
        try workspace.write(text.replacing(line, with: "  framework: \(framework)"), to: path)
        #expect(workspace.run("apply", "--yes").status == 0)
        #expect(workspace.run("import", "grep", "Curricula/eksempel").status == 0)
        var other = OwnGrep("annet")
        other.plan("NEW01-01", from: "2020-08-01")
        other.set("KV1", plan: "NEW01-01", year: 10, aims: ["KM15"])
        #expect(workspace.run("import", "grep", try other.write()).status == 0)
        let answer = workspace.run("report", "curriculum.coverage", "--variant", "storby-plf-2027").output
        #expect(answer.contains("discuss how people use the forest"), "\(answer)")
        #expect(answer.contains("nature reserve") == (framework == "eksempel"), "\(answer)")
        #expect(answer.contains("Aim KM15") == (framework == "annet"), "\(answer)")
        #expect(
            answer.contains("'tull', the framework that the course builds on, has not been read in") == (framework == "tull"), "\(answer)")
    }
}
