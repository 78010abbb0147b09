import Foundation
import Kernel
import Testing

/// Locks: what a course builds on of the curriculum, pinned code by code.
@Suite struct LockTests {
    private let workspace: ShippedWorkspace

    init() throws {
        workspace = try ShippedWorkspace(copying: ["Config", "Modules", "Curricula"])
        #expect(workspace.run("apply", "--yes").status == 0)
        #expect(workspace.run("import", "grep", "Curricula/eksempel").status == 0)
        #expect(workspace.run("export", "lock", "eksempel", "--to", "Config/locks/eksempel.yaml").status == 0)
    }

    private func release() throws -> JSONValue {
        try JSONValue(parsing: Array(workspace.run("variants", "show", "vest-plf-2027", "--output", "json").output.utf8))
    }

    @Test func aLockIsAPartOfEveryRelease() throws {
        let lock = try #require(try release()["locks"]?["eksempel"]?.string)
        #expect(lock.count == 64)
        let plan = workspace.run("plan")
        #expect(plan.output.contains("locks.eksempel") && plan.output.contains("vest-plf-2027.locks"), "\(plan.output)")
        #expect(workspace.run("apply", "--yes").status == 0)
        #expect(workspace.run("plan").output == "Nothing to change.\n")
        // One code of it changes: so does the release.
        let text = try workspace.read("Config/locks/eksempel.yaml")
        let code = try #require(text.split(separator: "\n").first { $0.contains("\"KM11\"") })
        try workspace.write(
            text.replacing(code, with: "    \"KM11\": \"\(String(repeating: "0", count: 64))\","), to: "Config/locks/eksempel.yaml")
        #expect(try release()["locks"]?["eksempel"]?.string != lock)
        #expect(workspace.run("plan").output.contains("locks.eksempel.entries.KM11"))
        workspace.run("apply", "--yes")
        let report = workspace.run("report", "curriculum.lock")
        #expect(report.output.contains("KM11") && report.output.contains("1 changed"), "\(report.output)")
    }

    @Test func whatIsReadInIsAsItWasPinned() throws {
        workspace.run("apply", "--yes")
        #expect(workspace.run("report", "curriculum.lock").output.contains("32 codes are as pinned, 0 changed, 0 are not read in"))
        let all = try JSONValue(parsing: Array(workspace.run("report", "curriculum.lock", "--all", "true", "--output", "json").output.utf8))
        #expect(all["rows"]?.array?.count == 32)
    }

    @Test func codesThatNoLockHasAreNamed() throws {
        let check = workspace.run("check")
        #expect(check.status == 0)
        #expect(check.output.contains("curriculum/pinned") && check.output.contains("'OD-1.6' is pinned in no lock"), "\(check.output)")
        #expect(workspace.run("check", "--strict").status == 1)
    }

    @Test func aPlanIsPinnedWithWhatItIsTiedTo() throws {
        let lock = try JSONValue(parsing: Array(workspace.run("export", "lock", "SKO01-02").output.utf8))
        let codes = Set((lock["entries"]?.object ?? []).map(\.key))
        #expect(codes.contains("SKO01-02") && codes.contains { $0.hasPrefix("KE") } && codes.contains { $0.hasPrefix("TT") })
        #expect(lock["licence"]?.string == "CC0")
    }

    @Test(arguments: [
        ("\"module\": \"curriculum\"", "\"module\": \"nothing\"", "workspace/lock-of-no-module"),
        ("\"lock\": \"eksempel\"", "\"lock\": \"other\"", "workspace/file-name"),
        ("\"licence\": \"CC0\",\n", "", "schema/missing-key"), ("\"licence\"", "\"license\"", "schema/unknown-key"),
        ("\"taken\": \"2027", "\"taken\": \"2027-13", "schema/format"),
    ])
    func aFaultyLockIsNamed(_ old: String, _ new: String, _ id: String) throws {
        let text = try workspace.read("Config/locks/eksempel.yaml")
        try workspace.write(text.replacingOccurrences(of: old, with: new), to: "Config/locks/eksempel.yaml")
        let check = workspace.run("check")
        #expect(check.status == 1 && check.output.contains(id), "\(check.output)")
    }

    @Test func whatCannotBePinnedIsRefused() {
        #expect(workspace.run("export", "lock", "nothing").status == 65)
        #expect(workspace.run("export", "lock").status == 65)
    }
}
