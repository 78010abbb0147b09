import Foundation
import Kernel
import Testing

/// Where a plan is kept, and what a rehearsal says in JSON.
@Suite struct PlanFileTests {
    private func json(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }

    @Test func aPlanIsWrittenOverNothingButAPlan() throws {
        let workspace = try ShippedWorkspace()
        func save(_ path: String) -> (status: Int32, errors: String) {
            let result = workspace.run("plan", "--save", path)
            return (result.status, result.errors)
        }
        let settings = try String(contentsOfFile: workspace.folder + "/Config/kjerne.yaml", encoding: .utf8)
        let refused = save("Config/kjerne.yaml")
        #expect(refused.status == 73 && refused.errors.contains("a file lies there that is no plan"))
        #expect(try String(contentsOfFile: workspace.folder + "/Config/kjerne.yaml", encoding: .utf8) == settings)
        #expect(save("Config").status == 73)
        // A device keeps being one.
        #expect(mkfifo(workspace.folder + "/pipe", 0o600) == 0)
        #expect(save("pipe").status == 73)
        var status = stat()
        #expect(stat(workspace.folder + "/pipe", &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
        // A link stays, and what it leads to is written.
        #expect(save("plan.json").status == 0 && save("plan.json").status == 0)
        try FileManager.default.createSymbolicLink(atPath: workspace.folder + "/link.json", withDestinationPath: "plan.json")
        try FileManager.default.removeItem(atPath: workspace.folder + "/plan.json")
        try workspace.write("", to: "plan.json")
        #expect(save("link.json").status == 0)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: workspace.folder + "/link.json") == "plan.json")
        #expect(try json(String(contentsOfFile: workspace.folder + "/plan.json", encoding: .utf8))["format"]?.string == Plan.format)
    }

    @Test func aRehearsalSaysThatItIsOne() throws {
        let workspace = try ShippedWorkspace()
        #expect(workspace.run("apply", "--yes").status == 0)
        try workspace.write("id,given_name,family_name\np1,Kari,Li\n", to: "people.csv")
        #expect(workspace.run("people", "import", "people.csv").status == 0)
        let digest = try workspace.contentDigest()
        let commands = [
            ["apply"], ["undo", "1"], ["people", "import", "people.csv"], ["enrol", "vest-h27", "p1"],
            ["do", "kernel.enrolment.create", "--offering", "vest-h27", "--person", "p1"],
        ]
        for words in commands {
            let extra = words[0] == "undo" ? ["--lose-work"] : []
            let rehearsed = workspace.run(words + extra + ["--dry-run", "--output", "json"])
            #expect(try rehearsed.status == 0 && json(rehearsed.output)["dry-run"]?.bool == true, "\(words): \(rehearsed)")
            #expect(try workspace.contentDigest() == digest)
        }
        let apply = try json(workspace.run("apply", "--dry-run", "--output", "json").output)
        #expect(apply["effect"]?["plan"]?["format"]?.string == Plan.format, "\(apply)")
        let done = try json(workspace.run("enrol", "vest-h27", "p1", "--output", "json").output)
        #expect(done["dry-run"] == nil && done["state"]?.string == "active")
    }

    @Test func anEditedPlanIsSaidToBeOne() throws {
        let workspace = try ShippedWorkspace()
        #expect(workspace.run("apply", "--yes").status == 0)
        try workspace.replace("due: +2w", with: "due: +3w", in: "Config/programmes/plf.yaml")
        #expect(workspace.run("plan", "--save", "plan.json").status == 0)
        let plan = try workspace.read("plan.json")
        try workspace.write(plan.replacing("\"safe\"", with: "\"affects-people\""), to: "plan.json")
        let refused = workspace.run("apply", "plan.json")
        #expect(refused.status == 75 && refused.errors.contains("does not say what a plan made now"), "\(refused)")
    }

    /// What is not there is empty, and what is long stands whole, also to a spreadsheet.
    @Test func aPlanAsATableHasEmptyAndWholeValues() throws {
        let workspace = try ShippedWorkspace()
        let csv = workspace.run("plan", "--output", "csv").output
        #expect(
            csv.contains("offerings.vest-h27,added,,\"{\"\"offering\"\":\"\"vest-h27\"\"") && !csv.contains("added,'-,"),
            "\(csv.prefix(2000))")
        #expect(!csv.contains("…\""))
        let html = workspace.run("plan", "--output", "html").output
        #expect(html.contains("<td></td>") && !html.contains("<td>-</td>"))
        let words = ["variants", "diff", "vest-plf-2027", "storby-plf-2027", "--output"]
        let difference = workspace.run(words + ["csv"]).output
        #expect(
            difference.contains(",,") && !difference.contains(",'-,") && !difference.contains(",'-\r") && !difference.contains("…"),
            "\(difference.prefix(2000))")
        let rows = try json(workspace.run(words + ["json"]).output)["rows"]?.array ?? []
        #expect(rows.contains { $0.array?.contains(.null) == true } && !rows.contains { $0.array?.contains(.string("-")) == true })
    }

    @Test func aBlankTextIsNone() throws {
        let workspace = try ShippedWorkspace()
        try workspace.replace("en: Continuing education for school leaders", with: "en: \"  \"", in: "Config/kjerne.yaml")
        let result = workspace.run("check")
        #expect(result.status == 1 && result.output.contains("1 error"), "\(result)")
    }
}
