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

    /// A dot too many names nothing.
    @Test(arguments: ["vest-plf-2027..credits", "vest-plf-2027.credits.", ".vest-plf-2027.credits"]) func emptyPartsLeadNowhere(
        path: String
    ) throws {
        let answer = try ShippedWorkspace().run("explain", "value", path)
        #expect(answer.status != 0 && answer.output.isEmpty, "\(answer.output)")
    }
}
