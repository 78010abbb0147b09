import Foundation
import KernelTesting
import Testing

/// `modules enable`, `disable`, `remove` and `new` edit files; plan and apply do the rest, and no work is lost.
@Suite struct ModulesLifeTests {
    private func settings(_ session: Session) throws -> String {
        try String(contentsOfFile: session.path + "/Config/kjerne.yaml", encoding: .utf8)
    }

    @Test func enableWritesOneLineAndPlanShowsIt() throws {
        var files = try WorkspaceFixture()
        try files.replace("  notes: ^1.0\n", with: "  notes: ^1.0 # ours\n", in: "Config/kjerne.yaml")
        let session = try Session(files)
        let before = try settings(session)
        let shown = session.run("modules", "enable", "reflection", "--dry-run", "--output", "csv")
        #expect(shown.code == 0, "\(shown.err)")
        #expect(shown.out.hasSuffix("Config/kjerne.yaml,13,added,  reflection: ^1.0\r\n"), "\(shown.out)")
        #expect(try settings(session) == before)
        let done = session.run("modules", "enable", "reflection")
        #expect(done.code == 0, "\(done.err)")
        #expect(done.err.contains("'kjerne plan' shows what it means, 'kjerne apply' does it"))
        #expect(try settings(session) == before + "  reflection: ^1.0\n")
        #expect(session.run("plan").out.contains("+ modules.reflection"))
        let again = session.run("modules", "enable", "reflection")
        #expect(again.code == 0 && again.err.contains("It is so already."))
    }

    @Test func whatCannotBeIsRefusedAndNothingIsWritten() throws {
        let session = try Session(WorkspaceFixture())
        let before = try settings(session)
        let unknown = session.run("modules", "enable", "reflexion")
        #expect(unknown.code == 65 && unknown.err.contains("did you mean 'reflection'?"), "\(unknown.err)")
        let gone = session.run("modules", "remove", "note")
        #expect(gone.code == 65 && gone.err.contains("did you mean 'notes'?"), "\(gone.err)")
        let range = session.run("modules", "enable", "reflection@1.two")
        #expect(range.code == 64 && range.err.contains("is not a range of versions"), "\(range.err)")
        let version = session.run("modules", "enable", "reflection@^9.0")
        #expect(version.code == 1 && version.err.contains("Nothing was written"), "\(version.err)")
        // The variants place activities of it.
        let used = session.run("modules", "disable", "community")
        #expect(used.code == 1 && used.err.contains("Nothing was written"), "\(used.err)")
        #expect(try settings(session) == before)
    }

    /// Disabled with work, its records are closed and all there when it is enabled again.
    @Test func disabledAndEnabledAgainItHasItsWork() throws {
        let lab = try RuntimeLab()
        let session = lab.session
        let id = try lab.make("lab.thing.create", "--offering", "nord-h27", "--text", "kept", by: "p1")
        let before = try settings(session)
        let rows = try lab.texts("SELECT * FROM lab_thing")
        #expect(session.run("modules", "disable", "lab").code == 0)
        #expect(try settings(session) == before.replacingOccurrences(of: "lab: ^1.0", with: "lab: {version: ^1.0, enabled: false}"))
        #expect(session.run("check").code == 0)
        #expect(session.run("modules", "list", "--output", "csv").out.contains("lab,1.0.0,disabled"))
        #expect(session.run("plan").out.contains("its records stay, closed, until the module returns"))
        #expect(session.run("apply", "--yes").code == 77)
        #expect(session.run("apply", "--yes", "--lose-work").code == 0)
        #expect(session.run("show", "lab.thing", id).code == 65)
        #expect(try lab.texts("SELECT * FROM lab_thing") == rows)
        #expect(session.run("modules", "enable", "lab").code == 0)
        #expect(session.run("apply", "--yes").code == 0)
        #expect(try lab.show("lab.thing", id, by: "p1") != nil)
        #expect(try lab.texts("SELECT * FROM lab_thing") == rows)
        // Taken out and named anew it is the same; the settings that stood there are the only loss.
        #expect(session.run("modules", "remove", "lab", "--keep").code == 0)
        #expect(!(try settings(session)).contains("lab"))
        #expect(session.run("apply", "--yes", "--lose-work").code == 0)
        #expect(session.run("modules", "enable", "lab@^1.0").code == 0)
        #expect(session.run("apply", "--yes").code == 0)
        #expect(try lab.texts("SELECT * FROM lab_thing") == rows)
    }

    @Test func aNewModuleConformsAndRuns() throws {
        let session = try Session(nil)
        #expect(session.run("new", "w").code == 0)
        let shown = session.run("--workspace", "w", "modules", "new", "diary", "--dry-run")
        #expect(shown.code == 0 && shown.out == "Modules/diary/README.md\nModules/diary/module.yaml\n", "\(shown.out)\(shown.err)")
        #expect(!FileManager.default.fileExists(atPath: session.path + "/w/Modules"))
        #expect(session.run("--workspace", "w", "modules", "new", "diary").code == 0)
        #expect(session.run("--workspace", "w", "check", "--strict").code == 0)
        let checked = session.run("modules", "check", "./w/Modules/diary", "--lang", "en")
        #expect(checked.code == 0, "\(checked.out)")
        #expect(session.run("--workspace", "w", "modules", "check", "diary").code == 0)
        #expect(session.run("--workspace", "w", "modules", "enable", "diary").code == 0)
        let check = session.run("--workspace", "w", "check", "--strict")
        #expect(check.code == 0, "\(check.out)")
        #expect(session.run("--workspace", "w", "apply", "--yes").code == 0)
        #expect(session.run("--workspace", "w", "list", "diary.entry").code == 0)
        #expect(session.run("--workspace", "w", "modules", "new", "diary").code == 73)
        #expect(session.run("--workspace", "w", "modules", "new", "assessment").code == 73)
        #expect(session.run("--workspace", "w", "modules", "new", "Diary").code == 64)
        #expect(session.run("--workspace", "w", "modules", "new", "../x").code == 64)
    }
}
