import Foundation
import Testing

/// What counts on a day is what holds on it: by its dates, by its status, and by its plan.
@Suite struct HoldingTests {
    private static let folder = "Curricula/eksempel/"

    private func themes(_ workspace: ShippedWorkspace, _ date: String) -> String {
        workspace.run("report", "curriculum.theme", "--theme", "TT3", "--date", date, "--output", "csv").output
    }

    /// - Parameter word: the status in the addresses that Grep gives.
    private func set(_ file: String, _ word: String, _ workspace: ShippedWorkspace) throws {
        let path = workspace.folder + "/" + Self.folder + file
        let text = try String(contentsOfFile: path, encoding: .utf8)
        // The object's own status stands one step in; those of what it refers to stand further in.
        let own = text.replacing(
            "\n \"status\": \"https://kjerne.example/eksempel/v1/status/status_publisert\"",
            with: "\n \"status\": \"https://kjerne.example/eksempel/v1/status/status_\(word)\"")
        try own.write(toFile: path, atomically: true, encoding: .utf8)
    }

    @Test(arguments: ["ugyldig", "under_arbeid"]) func aPlanThatIsNoneDoesNotHold(_ status: String) throws {
        let session = try CurriculumSession(importing: false)
        let workspace = session.workspace
        try set("laereplaner-lk20/SKO01-02.json", status, workspace)
        #expect(workspace.run("import", "grep", "Curricula/eksempel").status == 0)
        #expect(!themes(workspace, "2026-09-01").contains("SKO01-02"))
        // What is asked for by name is shown.
        #expect(workspace.run("report", "curriculum.search", "--plan", "SKO01-02").output.contains("KM14"))
    }

    @Test func anAimThatExpiredInAPlanThatGoesOnDoesNotHold() throws {
        let session = try CurriculumSession(importing: false)
        let workspace = session.workspace
        try set("kompetansemaal-lk20/KM14.json", "utgaatt", workspace)
        #expect(workspace.run("import", "grep", "Curricula/eksempel").status == 0)
        let now = themes(workspace, "2026-09-01")
        #expect(now.contains("SKO01-02") && !now.contains("KM14"), "\(now)")
        // A plan that has expired held before it did, with its aims.
        #expect(themes(workspace, "2026-07-01").contains("SKO01-01"))
        let dated = workspace.run("report", "curriculum.search", "--date", "2026-09-01", "--words", "forest", "--output", "csv").output
        #expect(!dated.contains("KM14,"), "\(dated)")
        let status = workspace.run("report", "curriculum.search", "--status", "utgaatt", "--output", "csv").output
        #expect(status.contains("KM14,") && status.contains("SKO01-01,"), "\(status)")
    }
}
