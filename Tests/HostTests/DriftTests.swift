import Foundation
import Kernel
import Testing

/// What differs in content is drift; what only reads differently is told apart, and kept by the next apply.
@Suite struct DriftTests {
    private static let frame = "Config/programmes/plf.yaml"

    private func applied() throws -> ShippedWorkspace {
        let workspace = try ShippedWorkspace()
        #expect(workspace.run("apply", "--yes").status == 0)
        return workspace
    }

    @Test func aCommentIsNoDifferenceAndIsKept() throws {
        let workspace = try applied()
        let live = workspace.run("history", "--output", "json").output
        let text = try workspace.read(Self.frame)
        try workspace.write(
            "# Agreed in May.\n" + text.replacingOccurrences(of: "\ncredits:", with: "\n# Fifteen.\n\ncredits:"), to: Self.frame)
        #expect(workspace.run("plan", "--exit-code") == .init(status: 0, output: "Nothing to change.\n", errors: ""))
        let drift = workspace.run("drift", "--output", "csv")
        #expect(drift.status == 0 && drift.output.hasSuffix("text,\(Self.frame),changed\r\n"), "\(drift.output)")
        #expect(workspace.run("history", "--output", "json").output == live)
        let apply = workspace.run("apply")
        #expect(apply == .init(status: 0, output: "Nothing to change.\n", errors: "The files are kept as number 2.\n"))
        #expect(workspace.run("drift", "--output", "csv").output.split(separator: "\r\n").count == 1)
        #expect(workspace.run("apply") == .init(status: 0, output: "Nothing to change.\n", errors: ""))
        // An undo of what comes after returns to the comment.
        try workspace.replace("due: +2w", with: "due: +3w", in: Self.frame)
        #expect(workspace.run("drift").status == 2)
        #expect(workspace.run("apply", "--yes").status == 0)
        #expect(workspace.run("undo", "3", "--write-files", "--yes").status == 0)
        #expect(try workspace.read(Self.frame).hasPrefix("# Agreed in May.\n"))
        #expect(workspace.run("drift").status == 0)
    }

    @Test func filesThatNothingReadsAreNoDifference() throws {
        let workspace = try applied()
        try workspace.write("Hello.\n", to: "Config/institutions/vest/notes.md")
        let drift = workspace.run("drift", "--output", "csv")
        #expect(drift.status == 0 && drift.output.hasSuffix("text,Config/institutions/vest/notes.md,added\r\n"))
        #expect(workspace.run("apply").status == 0)
        #expect(workspace.run("drift", "--output", "csv").output.split(separator: "\r\n").count == 1)
    }

    /// A module is pinned by its bytes, and plan and drift agree on that.
    @Test func aManifestIsItsBytes() throws {
        let workspace = try applied()
        try workspace.write("", to: "Config/institutions/vest/notes.md")
        let file = "Modules/notes/module.yaml"
        let module = "module: notes\nversion: 1.0.0\nkernel: \">=1.0 <2.0\"\ntitle: {nb: Notater, nn: Notat, en: Notes}\n"
        try FileManager.default.createDirectory(atPath: workspace.folder + "/Modules/notes", withIntermediateDirectories: true)
        try workspace.write(module, to: file)
        try workspace.replace("modules:\n", with: "modules:\n  notes: ^1.0\n", in: "Config/kjerne.yaml")
        #expect(workspace.run("apply", "--yes").status == 0)
        try workspace.write("# A comment.\n" + module, to: file)
        #expect(workspace.run("plan", "--exit-code").status == 2)
        #expect(workspace.run("drift").status == 2)
    }

    /// What no variant takes in is not live, and plan and drift agree on that.
    @Test func aProgrammesOwnTitleIsNoDifference() throws {
        let workspace = try applied()
        try workspace.replace("title:\n  nb: ", with: "title:\n  nb: Nytt om ", in: Self.frame)
        #expect(workspace.run("plan", "--exit-code") == .init(status: 0, output: "Nothing to change.\n", errors: ""))
        let drift = workspace.run("drift", "--output", "csv")
        #expect(drift.status == 0 && drift.output.hasSuffix("text,\(Self.frame),changed\r\n"), "\(drift.output)")
        #expect(workspace.run("apply").status == 0)
        #expect(workspace.run("drift", "--output", "csv").output.split(separator: "\r\n").count == 1)
    }

    /// What somebody wrote into the store by hand stands in the plan that an apply would carry out.
    @Test func anOfferingThatWasChangedByHandIsPlanned() throws {
        let workspace = try applied()
        try workspace.sql("UPDATE kernel_offering SET start = '2027-01-01' WHERE id = 'vest-h27'")
        let path = "offerings.vest-h27.start"
        let plan = workspace.run("plan", "--exit-code")
        #expect(plan.status == 2 && plan.output.contains("~ \(path): 2027-01-01 -> "), "\(plan.output)")
        #expect(plan.output.contains("What is live was changed around the kernel. 'kjerne drift' shows where."))
        #expect(workspace.run("plan", "--output", "json").output.contains("\"altered\": true"))
        #expect(workspace.run("drift", "--output", "csv").output.hasSuffix("live,\(path),changed\r\n"))
        #expect(workspace.run("apply", "--yes").status == 0)
        #expect(workspace.run("plan", "--exit-code") == .init(status: 0, output: "Nothing to change.\n", errors: ""))
        #expect(workspace.run("drift").status == 0)
    }

    /// A row beside the documents is named, and written anew by the next apply instead of being taken over.
    @Test(arguments: [
        ("UPDATE kernel_organisation SET title = '{}' WHERE id = 'vest'", "institutions.vest.title,changed"),
        ("UPDATE kernel_organisation SET origin = 'import' WHERE id = 'vest'", "institutions.vest.origin,changed"),
        ("UPDATE kernel_module SET state = 'disabled' WHERE id = 'resources'", "modules.resources.state,changed"),
        ("DELETE FROM kernel_module WHERE id = 'resources'", "modules.resources,removed"),
    ]) func aRowThatWasChangedByHandIsNamedAndRestored(_ statement: String, _ expected: String) throws {
        let workspace = try applied()
        let digest = try workspace.contentDigest()
        try workspace.sql(statement)
        let drift = workspace.run("drift", "--output", "csv")
        #expect(drift == .init(status: 2, output: "side,path,kind\r\nlive,\(expected)\r\n", errors: ""))
        #expect(workspace.run("plan").output.contains("'kjerne drift' shows where."))
        try workspace.replace("due: +2w", with: "due: +3w", in: Self.frame)
        #expect(workspace.run("apply", "--yes").status == 0)
        #expect(workspace.run("drift", "--output", "csv").output == "side,path,kind\r\n")
        try workspace.replace("due: +3w", with: "due: +2w", in: Self.frame)
        #expect(workspace.run("apply", "--yes").status == 0)
        #expect(try workspace.contentDigest() == digest)
    }

    /// What was in a table that is missing cannot be written anew, so drift goes on telling.
    @Test func aMissingTableIsNamedUntilItIsThereAgain() throws {
        let workspace = try applied()
        try workspace.sql("DROP TABLE reflection_note__search")
        let told = "side,path,kind\r\nlive,modules.reflection.tables.reflection_note__search,removed\r\n"
        #expect(workspace.run("drift", "--output", "csv") == .init(status: 2, output: told, errors: ""))
        #expect(workspace.run("plan").output.contains("'kjerne drift' shows where."))
        try workspace.replace("due: +2w", with: "due: +3w", in: Self.frame)
        #expect(workspace.run("apply", "--yes").status == 0)
        #expect(workspace.run("drift", "--output", "csv").output == told)
    }

    /// An activity's row is no file's word, so the plan can only say that something is not as it was left.
    @Test func whatElseWasChangedByHandIsSaid() throws {
        let workspace = try applied()
        try workspace.sql("UPDATE kernel_activity SET position = position + 100")
        let plan = workspace.run("plan", "--exit-code")
        #expect(plan.status == 0)
        #expect(
            plan.output == "Nothing to change.\nWhat is live was changed around the kernel. 'kjerne drift' shows where.\n", "\(plan.output)"
        )
        #expect(workspace.run("drift").status == 2)
    }
}
