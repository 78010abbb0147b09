import KernelTesting
import Testing

/// `modules show` and `modules graph` over what a module declares.
@Suite struct ModulesCommandTests {
    @Test func showListsWhatIsDeclaredWithItsRights() throws {
        var files = try WorkspaceFixture()
        try files.replace(
            "    title: {nb: Notat, nn: Notat, en: Note}\n    fields:",
            with:
                "    title: {nb: Notat, nn: Notat, en: Note}\n    create: {by: [lecturer]}\n    read: {author: all, lecturer: [text]}\n    fields:",
            in: "Modules/notes/module.yaml")
        let answer = try Session(files).run("modules", "show", "notes", "--plain", "--lang", "en")
        #expect(answer.code == 0)
        #expect(answer.out.contains("create: lecturer; read: author, lecturer [text]"))
        #expect(answer.out.contains("draft -> kept: participant"))
    }

    @Test func graphDrawsWorkflows() throws {
        let session = try Session(WorkspaceFixture())
        let answer = session.run("modules", "graph", "notes", "note")
        #expect(answer.code == 0)
        #expect(answer.out.contains("  s_draft --> s_kept : keep (participant)\n"))
        #expect(session.run("modules", "graph", "notes").out == answer.out)
        #expect(session.run("modules", "graph", "notes", "nota").code != 0)
        #expect(session.run("modules", "graph", "note").code != 0)
        #expect(session.run("modules", "graph").out.hasPrefix("flowchart LR"))
    }
}
