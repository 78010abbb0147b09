import Foundation
import Testing

/// What lies in the folders of a workspace and cannot be read is said, since leaving it out would remove what is live.
@Suite struct UnreadableFilesTests {
    @Test func aLinkToAFolderIsAnError() throws {
        let workspace = try ShippedWorkspace()
        #expect(workspace.run("apply", "--yes").status == 0)
        let away = workspace.folder + "/away"
        try FileManager.default.moveItem(atPath: workspace.folder + "/Config/institutions/vest", toPath: away)
        try FileManager.default.createSymbolicLink(atPath: workspace.folder + "/Config/institutions/vest", withDestinationPath: away)
        for command in [["check", "--strict"], ["plan"], ["apply", "--yes"]] {
            let result = workspace.run(command)
            #expect(result.status == 1 && (result.output + result.errors).contains("link to a folder"), "\(result)")
        }
    }

    @Test func aNameThatIsNotUTF8IsAnError() throws {
        let workspace = try ShippedWorkspace()
        var path = Array((workspace.folder + "/Modules/b").utf8CString.dropLast())
        path += [CChar(bitPattern: 0xFF), 0]
        #expect(mkdir(path, 0o700) == 0)
        let result = workspace.run("check")
        #expect(result.status == 1 && result.output.contains("cannot be read: its name is not UTF-8"), "\(result)")
    }

    @Test func aNewWorkspaceSaysWhyItCannotBe() throws {
        let workspace = try ShippedWorkspace()
        try workspace.write("", to: "taken")
        let file = workspace.run("new", "taken")
        #expect(file.status == 73 && file.errors.contains("'taken' cannot be made") && !file.errors.contains("not empty"), "\(file)")
        let full = workspace.run("new", "Config")
        #expect(full.status == 73 && full.errors.contains("the folder 'Config' is not empty"), "\(full)")
    }

    @Test func aPipeIsAnErrorAndNotWaitedFor() throws {
        let workspace = try ShippedWorkspace()
        #expect(workspace.run("apply", "--yes").status == 0)
        #expect(mkfifo(workspace.folder + "/people.csv", 0o600) == 0)
        let result = workspace.run("people", "import", "people.csv")
        #expect(result.status == 65 && result.errors.contains("it is a pipe"), "\(result)")
        #expect(mkfifo(workspace.folder + "/Config/institutions/vest/pipe.yaml", 0o600) == 0)
        let checked = workspace.run("check")
        #expect(checked.status == 1 && checked.output.contains("pipe.yaml:1:1: error: this cannot be read: it is neither"), "\(checked)")
    }

    @Test(arguments: ["text", "json", "sarif"]) func whatCannotBeReadIsOneFaultAndTheRestIsChecked(output: String) throws {
        let workspace = try ShippedWorkspace()
        let config = workspace.folder + "/Config/"
        for path in ["programmes/plf.yaml", "calendars/norway.yaml", "institutions/vest/offerings/vest-h27.yaml"] {
            try FileManager.default.removeItem(atPath: config + path)
            try FileManager.default.createDirectory(atPath: config + path, withIntermediateDirectories: false)
        }
        try FileManager.default.createSymbolicLink(atPath: config + "institutions/vest/nowhere.md", withDestinationPath: "/nowhere")
        try workspace.write(
            "institution: fjell\ntitle: {nb: Fjell, nn: Fjell, en: Fjell}\nlanguage: 7\n", to: "Config/institutions/fjell/institution.yaml")
        let result = workspace.run(output == "text" ? ["check"] : ["check", "--output", output])
        #expect(result.status == 1 && result.errors.isEmpty)
        let unreadable = output == "text" ? "this cannot be read" : "\"workspace/unreadable\""
        #expect(result.output.components(separatedBy: unreadable).count - 1 == (output == "sarif" ? 5 : 4), "\(result.output)")
        #expect(
            result.output.contains("link to something that does not exist") && result.output.contains("the number 7"), "\(result.output)")
        if output == "text" { #expect(result.output.contains("5 errors"), "\(result.output)") }
    }

    @Test(arguments: [".inf", "-.inf", ".nan", "1e400"]) func aNumberThatJSONDoesNotHaveIsShown(number: String) throws {
        let workspace = try ShippedWorkspace()
        try workspace.write("a: 1\nb: [2, \(number)]\n", to: "number.yaml")
        let result = workspace.run("schema", "canonical", "number.yaml")
        #expect(result.status == 65 && (result.output + result.errors).contains("number.yaml:2:8"), "\(result)")
    }
}
