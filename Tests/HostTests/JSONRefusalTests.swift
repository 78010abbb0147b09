import Foundation
import Kernel
import Testing

/// Under `--output json` a program reads why a command did nothing, in one form, on standard output.
@Suite struct JSONRefusalTests {
    private func refusals(_ answer: ShippedWorkspace.Result) throws -> [JSONValue] {
        let value = try JSONValue(parsing: Array(answer.output.utf8))
        #expect(value["format"]?.string == "kjerne.diagnostics/1" && answer.errors.isEmpty, "\(answer)")
        return try #require(value["diagnostics"]?.array)
    }

    private static let calls: [(words: [String], status: Int32, id: String)] = [
        (["new", "Config"], 73, "command/cannot-create"),
        (["plan", "--foo"], 64, "command/usage"), (["plan", "--save", "none/plan.json"], 73, "command/cannot-create"),
        (["apply"], 77, "command/refused"), (["apply", "none.json"], 65, "command/bad-input"),
        (["apply", "people.csv"], 65, ""), (["apply", "--yes", "--safe-mode"], 77, "command/refused"),
        (["history", "more"], 64, "command/usage"), (["undo", "44", "--yes"], 65, "command/bad-input"),
        (["undo", "1"], 77, "command/refused"), (["undo"], 64, "command/usage"), (["undo", "x"], 64, "command/usage"),
        (["explain", "value", "nowhere.credits"], 65, "command/bad-input"), (["explain", "right", "nobody", "x"], 65, "command/bad-input"),
        (["explain", "deadline", "no.record", "1"], 65, "command/bad-input"),
        (["explain", "refusal", "no.action"], 65, "command/bad-input"),
        (["variants", "show", "none"], 65, "command/bad-input"),
        (["variants", "diff", "a", "b"], 65, "command/bad-input"), (["variants", "graph", "none"], 65, "command/bad-input"),
        (["schema", "show", "none"], 65, "command/bad-input"), (["schema", "keys", "none"], 65, "command/bad-input"),
        (["modules", "show", "none"], 65, "command/bad-input"), (["modules", "enable", "none"], 65, "command/bad-input"),
        (["modules", "enable", "assessment@one"], 64, "command/usage"), (["modules", "disable", "none"], 65, "command/bad-input"),
        (["modules", "remove", "none"], 65, "command/bad-input"), (["modules", "check", "none"], 65, "command/bad-input"),
        (["modules", "test", "none"], 65, "command/bad-input"), (["modules", "new", "No"], 64, "command/usage"),
        (["people", "import", "none.csv"], 65, "csv/unreadable"), (["people", "show", "none"], 65, "command/bad-input"),
        (["offerings", "show", "none"], 65, "command/bad-input"), (["enrol", "none", "p1"], 65, "people/unknown-offering"),
        (["do", "no.action"], 65, "command/bad-input"), (["do", "kernel.enrolment.create", "--foo", "1"], 64, "command/usage"),
        (["list", "no.record"], 65, "command/bad-input"), (["list"], 64, "command/usage"),
        (["show", "no.record", "1"], 65, "command/bad-input"),
        (["report", "no.report"], 65, "command/bad-input"), (["report", "kernel.progress", "--foo", "1"], 64, "command/usage"),
        (["due", "more"], 64, "command/usage"), (["simulate", "none", "--participants", "2", "--seed", "1"], 65, "command/bad-input"),
        (["import", "none", "people.csv"], 65, "command/bad-input"), (["import", "rubric"], 64, "command/usage"),
        (["export", "none", "1"], 65, "command/bad-input"), (["log", "--anchor", "x", "--verify"], 64, "command/usage"),
        (["verify", "none", "people.csv"], 65, "command/bad-input"), (["nothing"], 64, "command/usage"),
        (["people", "nothing"], 64, "command/usage"), (["check", "--as", "nobody"], 65, "command/bad-input"),
        (["check", "--at", "yesterday"], 64, "command/usage"), (["check", "--workspace", "none"], 65, "command/bad-input"),
    ]

    @Test func eachCommandRefusesInJSON() throws {
        let workspace = try ShippedWorkspace()
        try workspace.write("id,given_name,family_name\np1,Kari,Lie\n", to: "people.csv")
        #expect(workspace.run("apply", "--yes").status == 0)
        try workspace.replace("due: +2w", with: "due: +3w", in: "Config/programmes/plf.yaml")
        for call in Self.calls {
            let answer = workspace.run(call.words + ["--output", "json"])
            #expect(answer.status == call.status, "\(call.words): \(answer)")
            guard let refused = try? refusals(answer) else { Issue.record("\(call.words): \(answer)"); continue }
            #expect(refused.first?["severity"]?.string == "error" && refused.first?["message"]?.string?.isEmpty == false, "\(answer)")
            #expect(call.id.isEmpty || refused.first?["id"]?.string == call.id, "\(call.words): \(answer.output)")
        }
    }

    @Test func aStalePlanIsRefusedInJSON() throws {
        let workspace = try ShippedWorkspace()
        #expect(workspace.run("plan", "--save", "plan.json").status == 0)
        try workspace.replace("due: +2w", with: "due: +3w", in: "Config/programmes/plf.yaml")
        let answer = workspace.run("apply", "plan.json", "--output=json", language: "nn")
        #expect(answer.status == 75)
        #expect(try refusals(answer).map { $0["id"]?.string } == ["command/busy"])
    }

    /// Faults in files are as `check` writes them, whoever finds them.
    @Test(arguments: [["plan"], ["apply", "--yes"], ["variants", "list"], ["variants", "show", "vest-plf-2027"]])
    func faultyFilesAreToldInJSON(_ command: [String]) throws {
        let workspace = try ShippedWorkspace()
        try workspace.replace("credits:", with: "creditz:", in: "Config/programmes/plf.yaml")
        let answer = workspace.run(command + ["--output", "json"])
        #expect(answer.status == 1 && answer.output == workspace.run("check", "--output", "json").output)
        #expect(try refusals(answer).allSatisfy { $0["file"]?.string?.hasPrefix("Config/") == true })
    }

    @Test func aDamagedStoreSaysItInTheReadersLanguage() throws {
        let workspace = try ShippedWorkspace()
        #expect(workspace.run("apply", "--yes").status == 0)
        let path = workspace.folder + "/var/kjerne.sqlite"
        var bytes = Array(try Data(contentsOf: URL(filePath: path)))
        for offset in 4096..<bytes.count { bytes[offset] = UInt8(truncatingIfNeeded: offset &* 31) }
        try Data(bytes).write(to: URL(filePath: path))
        let text = workspace.run("people", "list", language: "nb")
        #expect(text.status == 74)
        let lines = text.errors.split(separator: "\n")
        #expect(lines.first?.hasPrefix("feil: lageret «") == true && lines.first?.hasSuffix("» er skadet") == true, "\(text)")
        #expect(lines.dropFirst().first == "  = merknad: SQLite sier: «database disk image is malformed»")
        let refused = try #require(try refusals(workspace.run("people", "list", "--output", "json", language: "nn")).first)
        #expect(refused["id"]?.string == "command/storage" && refused["message"]?.string?.contains("malformed") == false)
        #expect(refused["notes"]?.array?.first?.string == "SQLite seier: «database disk image is malformed»")
    }
}
