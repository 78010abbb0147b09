import Foundation
import Kernel
import Testing

/// What `explain value` says of values that lie within one that layers replace as a whole.
@Suite struct ExplainTests {
    @Test func partsOfATextComeFromTheLayerThatGaveTheText() throws {
        let workspace = try ShippedWorkspace()
        let frame = try workspace.read("Config/programmes/plf.yaml")
        let composed = try JSONValue(parsing: Array(workspace.run("variants", "show", "vest-plf-2027", "--output", "json").output.utf8))
        let outcome = try #require(composed["body"]?["outcomes"]?.object?.first?.key)
        let path = "vest-plf-2027.outcomes.\(outcome).title"
        let whole = workspace.run("explain", "value", path).output
        let line = try #require(whole.split(separator: "\n").first { $0.contains("from programme/plf, Config/programmes/plf.yaml:") })
        let part = workspace.run("explain", "value", path + ".nn")
        #expect(part.output.contains(line) && part.output.contains("  a part of \(path)\n"), "\(part.output)")
        #expect(!part.output.contains("default from the schema"))
        #expect(frame.contains(outcome))
    }

    /// What a variant is called and described as is shown, explained, compared, planned and live like all else.
    @Test func titlesAndDescriptionsAreExplainedToo() throws {
        let workspace = try ShippedWorkspace()
        let file = "Config/institutions/vest/variants/vest-plf-2027.yaml"
        let title = workspace.run("explain", "value", "vest-plf-2027.title", "--lang", "en")
        #expect(title.status == 0 && title.output.contains("  from variant/vest-plf-2027, \(file):"), "\(title.output)\(title.errors)")
        #expect(title.output.contains("Leading learning and curriculum work"))
        let part = workspace.run("explain", "value", "vest-plf-2027.title.nn")
        #expect(part.output.hasPrefix("vest-plf-2027.title.nn = Leiing av lærings- og læreplanarbeid\n"), "\(part.output)")
        #expect(part.output.contains("vest-plf-2027.title\n"))
        #expect(workspace.run("explain", "value", "vest-plf-2027.titel").errors.contains("title"))
        #expect(workspace.run("apply", "--yes").status == 0)
        try workspace.replace(
            "layers: [institution/vest]", with: "description: {nb: Om kurset, nn: Om kurset, en: About it}\nlayers: [institution/vest]",
            in: file)
        let plan = workspace.run("plan", "--lang", "en").output
        #expect(plan.contains("vest-plf-2027.description"), "\(plan)")
        #expect(workspace.run("explain", "value", "vest-plf-2027.description", "--lang", "en").output.contains("About it"))
        #expect(workspace.run("variants", "show", "vest-plf-2027", "--lang", "en").output.contains("\nAbout it\n"))
        let difference = workspace.run("variants", "diff", "storby-plf-2027", "vest-plf-2027").output
        #expect(difference.contains("\ntitle ") && difference.contains("\ndescription "))
        #expect(workspace.run("apply", "--yes").status == 0)
        #expect(workspace.run("drift").status == 0)
        try workspace.replace(
            "language: ", with: "description: {nb: Om oss, nn: Om oss, en: About us}\nlanguage: ",
            in: "Config/institutions/vest/institution.yaml")
        #expect(workspace.run("plan", "--lang", "en").output.contains("institutions.vest.description"))
    }

    @Test func partsOfARequirementToo() throws {
        let workspace = try ShippedWorkspace()
        let answer = workspace.run("explain", "value", "vest-plf-2027.requirements.all", "--output", "json")
        let value = try JSONValue(parsing: Array(answer.output.utf8))
        #expect(value["whole"]?.string == "vest-plf-2027.requirements")
        let steps = try #require(value["steps"]?.array)
        #expect(!steps.isEmpty && steps.allSatisfy { $0["layer"]?.string != nil && $0["file"]?.string?.hasPrefix("Config/") == true })
        #expect(steps.last?["value"]?.array != nil)
    }

    @Test func defaultsAreStillDefaults() throws {
        let workspace = try ShippedWorkspace()
        let composed = try JSONValue(parsing: Array(workspace.run("variants", "show", "vest-plf-2027", "--output", "json").output.utf8))
        let part = try #require(composed["body"]?["parts"]?.array?.first)
        let id = try #require(part["part"]?.string)
        let answer = workspace.run("explain", "value", "vest-plf-2027.parts.\(id).start")
        #expect(answer.output.contains("default from the schema") || answer.output.contains("from "))
        let activity = try #require(part["activities"]?.array?.first?["activity"]?.string)
        let work = workspace.run("explain", "value", "vest-plf-2027.parts.\(id).activities.\(activity).placed")
        #expect(work.output.contains("default from the schema"), "\(work.output)")
    }

    /// A dot too many names nothing, but at the end it asks what lies there.
    @Test(arguments: ["vest-plf-2027..credits", "vest-plf-2027.credits..", ".vest-plf-2027.credits"])
    func emptyPartsLeadNowhere(path: String) throws {
        let answer = try ShippedWorkspace().run("explain", "value", path)
        #expect(answer.status != 0 && answer.output.isEmpty, "\(answer.output)")
    }
}
