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
            #expect(result.status == 65 && result.errors.contains("link to a folder"), "\(result)")
        }
    }

    @Test func aPipeIsAnErrorAndNotWaitedFor() throws {
        let workspace = try ShippedWorkspace()
        #expect(workspace.run("apply", "--yes").status == 0)
        #expect(mkfifo(workspace.folder + "/people.csv", 0o600) == 0)
        let result = workspace.run("people", "import", "people.csv")
        #expect(result.status == 65 && result.errors.contains("it is a pipe"), "\(result)")
        #expect(mkfifo(workspace.folder + "/Config/institutions/vest/pipe.yaml", 0o600) == 0)
        #expect(workspace.run("check").status == 65)
    }

    @Test(arguments: [".inf", "-.inf", ".nan", "1e400"]) func aNumberThatJSONDoesNotHaveIsShown(number: String) throws {
        let workspace = try ShippedWorkspace()
        try workspace.write("a: 1\nb: [2, \(number)]\n", to: "number.yaml")
        let result = workspace.run("schema", "canonical", "number.yaml")
        #expect(result.status == 65 && (result.output + result.errors).contains("number.yaml:2:8"), "\(result)")
    }
}
