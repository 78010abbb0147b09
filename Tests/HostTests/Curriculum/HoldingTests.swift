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

    /// Two editions of a plan that hold on one day are told, also where one of them was read in before.
    @Test func editionsThatOverlapAreTold() throws {
        let workspace = try CurriculumSession(importing: false).workspace
        func oddities() -> String {
            workspace.run("report", "curriculum.oddities", "--kind", "editions-overlap", "--output", "csv").output
        }
        var grep = OwnGrep("eget")
        grep.plan("NOR01-05", from: "2020-08-01", to: "2025-07-31")
        grep.plan("NOR01-06", from: "2024-08-01", to: "2026-07-31")
        // The day after, another plan, an edition that came to nothing, and one that expired without a day: none of them overlaps.
        grep.plan("NOR01-07", from: "2026-08-01")
        grep.plan("NOR02-05", from: "2020-08-01")
        grep.plan("NOR01-08", from: "2020-08-01", status: "under_arbeid")
        grep.plan("NOR01-09", from: "2020-08-01", status: "utgaatt")
        #expect(workspace.run("import", "grep", try grep.write()).status == 0)
        let told = oddities()
        #expect(told.contains("editions-overlap,laereplaner-lk20,NOR01-05,"), "\(told)")
        #expect(told.contains("NOR01-06 (2024-08-01–2025-07-31)"), "\(told)")
        #expect(told.split(whereSeparator: \.isNewline).count == 2, "\(told)")
        // A single object is held against what has been read in.
        var next = OwnGrep("eget")
        next.plan("NOR02-06", from: "2026-08-01")
        #expect(workspace.run("import", "grep", try next.write() + "/laereplaner-lk20/NOR02-06.json").status == 0)
        #expect(oddities().contains("NOR02-06 (2026-08-01–)"), "\(oddities())")
        let table = workspace.run(["report", "curriculum.oddities", "--kind", "two editions hold at once"], language: "en")
        #expect(table.output.contains("Two editions hold at once") && table.output.contains("NOR01-05"), "\(table)")
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
