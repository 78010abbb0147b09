import Foundation
import Kernel
import Testing

/// A process killed before any of its writes to disk leaves the state before or the state after.
@Suite struct KillTests {
    private static let frame = "Config/programmes/plf.yaml"

    /// Old until a certain step, new from there on, and both seen.
    private func expectOneTurn(_ found: [(step: Int, found: String)], from old: String, to new: String) {
        let words = found.map(\.found)
        #expect(words.first == old && words.last == new)
        #expect(words == words.filter { $0 == old } + words.filter { $0 == new }, "neither old nor new, or back again: \(words)")
    }

    @Test func applyLeavesTheOldOrTheNewState() throws {
        let workspace = try ShippedWorkspace()
        let process = try KilledProcess(in: workspace.folder)
        #expect(try process.run(["apply", "--yes"]).status == 0)
        let old = try workspace.contentDigest()
        try workspace.replace("due: +2w", with: "due: +3w", in: Self.frame)
        let found = try process.strike(["apply", "--yes"], most: 60) { step in
            let check = workspace.run("log", "--verify")
            #expect(check.status == 0, "step \(step): \(check.output)")
            return try workspace.contentDigest()
        }
        #expect(found.count >= 20, "the steps of an apply are \(found.count)")
        #expect(try workspace.contentDigest() == old)
        #expect(try process.run(["apply", "--yes"]).status == 0)
        expectOneTurn(found, from: old, to: try workspace.contentDigest())
        #expect(workspace.run("drift").status == 0)
    }

    /// What was killed is done by running it again.
    @Test func whatWasKilledCanBeRunAgain() throws {
        let workspace = try ShippedWorkspace()
        let process = try KilledProcess(in: workspace.folder)
        #expect(try process.run(["apply", "--yes"]).status == 0)
        try workspace.replace("due: +2w", with: "due: +3w", in: Self.frame)
        let found = try process.strike(["apply", "--yes"], most: 5) { step in
            let again = workspace.run("apply", "--yes")
            #expect(again.status == 0, "step \(step): \(again.errors)")
            return try workspace.contentDigest()
        }
        #expect(found.count == 5 && Set(found.map(\.found)).count == 1)
    }

    @Test func anImportIsAllOrNothing() throws {
        let workspace = try ShippedWorkspace()
        let process = try KilledProcess(in: workspace.folder)
        #expect(try process.run(["apply", "--yes"]).status == 0)
        let rows = (1...2000).map { "p\($0),Navn\($0),Etternavn,,Skolen,teacher,nb\n" }.joined()
        try workspace.write("id,given_name,family_name,email,organisation,role,language\n" + rows, to: "people.csv")
        let found = try process.strike(["people", "import", "people.csv"], most: 24) { step in
            let list = workspace.run("people", "list", "--output", "csv")
            #expect(list.status == 0, "step \(step): \(list.errors)")
            return String(list.output.split(whereSeparator: \.isNewline).count - 1)
        }
        #expect(found.count == 24)
        expectOneTurn(found, from: "0", to: "2000")
    }

    @Test func anImportOfACurriculumIsAllOrNothing() throws {
        let workspace = try ShippedWorkspace(copying: ["Config", "Modules", "Curricula"])
        let process = try KilledProcess(in: workspace.folder)
        #expect(try process.run(["apply", "--yes"]).status == 0)
        let found = try process.strike(["import", "grep", "Curricula/eksempel"], most: 16) { step in
            let check = workspace.run("log", "--verify")
            #expect(check.status == 0, "step \(step): \(check.output)")
            let list = workspace.run("list", "curriculum.element", "--output", "csv")
            #expect(list.status == 0, "step \(step): \(list.errors)")
            return String(list.output.split(whereSeparator: \.isNewline).count - 1)
        }
        #expect(found.count >= 5, "the steps of an import are \(found.count)")
        expectOneTurn(found, from: "0", to: "32")
    }
}
