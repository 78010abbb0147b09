import Foundation
import Kernel
import Testing

/// `undo` asks before it changes anything, and never writes over what nobody has applied.
@Suite struct UndoTests {
    private static let frame = "Config/programmes/plf.yaml"

    /// Applied with `+2w`, then with `+3w`.
    private func twiceApplied() throws -> ShippedWorkspace {
        let workspace = try ShippedWorkspace()
        #expect(workspace.run("apply", "--yes").status == 0)
        try workspace.replace("due: +2w", with: "due: +3w", in: Self.frame)
        #expect(workspace.run("apply", "--yes").status == 0)
        return workspace
    }

    @Test func withoutConsentNothingChanges() throws {
        let workspace = try twiceApplied()
        let digest = try workspace.contentDigest()
        let answer = workspace.run("undo", "2")
        #expect(answer.status == 77 && answer.output == "")
        #expect(answer.errors == "error: not confirmed; nothing has changed\n  = help: run again with --yes\n")
        #expect(try workspace.contentDigest() == digest)
    }

    @Test func aTerminalIsAsked() throws {
        let workspace = try twiceApplied()
        let digest = try workspace.contentDigest()
        let no = workspace.run(["undo", "2"], answering: "n")
        #expect(no.status == 77 && no.errors.contains("Go back to this? [y/N] "))
        #expect(try workspace.contentDigest() == digest)
        #expect(workspace.run(["undo", "2"], answering: "y").status == 0)
        #expect(try workspace.contentDigest() != digest)
    }

    @Test func whatWasNeverAppliedIsNamedAndKept() throws {
        let workspace = try twiceApplied()
        let digest = try workspace.contentDigest()
        try workspace.replace("due: +3w", with: "due: +4w", in: Self.frame)
        let edited = try workspace.read(Self.frame)
        let refused = workspace.run("undo", "2", "--write-files")
        #expect(refused.status == 77)
        #expect(refused.errors.contains("hold changes that were never applied: \(Self.frame)"), "\(refused.errors)")
        #expect(refused.errors.contains("--yes"))
        #expect(try workspace.read(Self.frame) == edited)
        #expect(try workspace.contentDigest() == digest)
        let asked = workspace.run(["undo", "2", "--write-files"], answering: "n")
        #expect(asked.status == 77 && asked.errors.contains(Self.frame))
        #expect(try workspace.read(Self.frame) == edited)
        let dry = workspace.run("undo", "2", "--write-files", "--dry-run")
        #expect(dry.status == 0 && dry.errors.contains(Self.frame))
        #expect(try workspace.read(Self.frame) == edited)
        #expect(workspace.run("undo", "2", "--write-files", "--yes").status == 0)
        #expect(try workspace.read(Self.frame).contains("due: +2w"))
        #expect(workspace.run("drift").status == 0)
    }

    /// Where a file cannot be put back, nothing is: neither what is live nor another file.
    @Test func aFileThatCannotBeWrittenStopsItAll() throws {
        let workspace = try twiceApplied()
        let digest = try workspace.contentDigest()
        let edited = try workspace.read(Self.frame)
        let folder = workspace.folder + "/Config/institutions/vest/variants"
        try FileManager.default.removeItem(atPath: folder)
        try Data().write(to: URL(fileURLWithPath: folder))
        let refused = workspace.run("undo", "2", "--write-files", "--yes")
        #expect(refused.status == 73 && refused.errors.contains("Config/institutions/vest/variants/vest-plf-2027.yaml"), "\(refused)")
        #expect(try workspace.contentDigest() == digest)
        #expect(try workspace.read(Self.frame) == edited)
        #expect(try FileManager.default.contentsOfDirectory(atPath: workspace.folder + "/Config").allSatisfy { !$0.hasSuffix(".tmp") })
        // A folder that is gone altogether is made again.
        try FileManager.default.removeItem(atPath: folder)
        #expect(workspace.run("undo", "2", "--write-files", "--yes").status == 0)
        #expect(try workspace.read(Self.frame).contains("due: +2w"))
        #expect(workspace.run("drift").status == 0)
    }

    /// Also where nothing live would change.
    @Test func editsAreNotLostWhereLiveStaysAsItIs() throws {
        let workspace = try twiceApplied()
        try workspace.replace("due: +3w", with: "due: +4w", in: Self.frame)
        #expect(workspace.run("undo", "2", "--to", "--write-files").status == 77)
        #expect(try workspace.read(Self.frame).contains("due: +4w"))
        #expect(workspace.run("undo", "2", "--to", "--write-files", "--yes").status == 0)
        #expect(try workspace.read(Self.frame).contains("due: +3w"))
    }

    /// A file that undo would not touch, because it was not there then, is neither named as lost nor written.
    @Test func newFilesAreNoObstacle() throws {
        let workspace = try twiceApplied()
        try workspace.write("Mine.\n", to: "Config/institutions/vest/notes.md")
        #expect(workspace.run(["undo", "2", "--write-files"], answering: "y").status == 0)
        #expect(try workspace.read("Config/institutions/vest/notes.md") == "Mine.\n")
    }
}
