import Foundation
import KernelTesting
import KjerneHost
import Testing

/// `modules test`: a module's own scenarios, those of the shipped modules and a stranger's.
@Suite struct ModulesTestTests {
    @Test(arguments: ["resources", "reflection", "evaluation", "curriculum"]) func theScenariosOfShippedModulesHold(module: String) throws {
        let answer = try Session(nil).run("modules", "test", "\(ShippedWorkspace.repository)/Modules/\(module)")
        #expect(answer.code == 0, "\(answer.out)\(answer.err)")
    }

    /// Someone who writes YAML alone tests what she wrote: what is other than she wrote is told with its line.
    @Test func aStrangersScenario() throws {
        let session = try Session(nil)
        #expect(session.run("new", "w").code == 0)
        #expect(session.run("--workspace", "w", "modules", "new", "diary").code == 0)
        let none = session.run("--workspace", "w", "modules", "test", "diary")
        #expect(none.code == 65 && none.err.contains("Modules/diary/tests/NAME.txt"), "\(none)")
        try session.put("# A diary.\n$ kjerne check\nNo faults: 2 modules, 1 variant, 1 offering.\n\n", "w/Modules/diary/tests/first.txt")
        let wrong = session.run("--workspace", "w", "modules", "test", "diary", "--output", "csv")
        #expect(wrong.code == 1, "\(wrong)")
        #expect(
            wrong.out.hasSuffix(
                "tests/first.txt,1,another answer,3,\"No faults: 2 modules, 1 variant, 1 offering.\",\"No faults: 1 module, 1 variant, 1 offering.\"\r\n"
            ),
            "\(wrong.out)")
        let file = session.path + "/w/Modules/diary/tests/first.txt"
        let before = try String(contentsOfFile: file, encoding: .utf8)
        let rehearsed = session.run("--workspace", "w", "modules", "test", "diary", "--record", "--dry-run", "--output", "csv")
        #expect(
            rehearsed.code == 0 && rehearsed.out.contains(",would be written anew,") && rehearsed.err.contains("--dry-run"), "\(rehearsed)")
        #expect(try String(contentsOfFile: file, encoding: .utf8) == before)
        #expect(session.run("--workspace", "w", "modules", "test", "diary", "--record").code == 0)
        #expect(try String(contentsOfFile: file, encoding: .utf8) != before)
        #expect(session.run("--workspace", "w", "modules", "test", "./w/Modules/diary").code == 0)
        // Tests are no part of a module: what is live does not change with them.
        #expect(session.run("--workspace", "w", "modules", "enable", "diary").code == 0)
        #expect(session.run("--workspace", "w", "apply", "--yes").code == 0)
        try session.put("# A diary.\n$ kjerne history\n(none)\n\n", "w/Modules/diary/tests/second.txt")
        #expect(session.run("--workspace", "w", "plan", "--exit-code").code == 0)
    }

    /// A scenario cannot write outside its workspace, and what it cannot say is told.
    @Test(arguments: ["$ cat > ../../out.txt <<END\nx\nEND\n", "$ cp secret.txt x\n", "$ rm -rf /\n", "$ kjerne log 'open\n"])
    func aScenarioStaysInItsWorkspace(text: String) throws {
        let session = try Session(nil)
        #expect(session.run("new", "w").code == 0)
        #expect(session.run("--workspace", "w", "modules", "new", "diary").code == 0)
        try session.put(text, "w/Modules/diary/tests/first.txt")
        let answer = session.run("--workspace", "w", "modules", "test", "diary")
        #expect(answer.code == 65, "\(answer)")
    }
}
