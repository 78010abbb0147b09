import Foundation
import Kernel
import Testing

/// With the clock and the seed set, the same input gives the same bytes.
@Suite struct SeedTests {
    /// The answer of `log --verify` after the main steps, each with these options.
    private func log(_ options: [String]) throws -> String {
        let workspace = try ShippedWorkspace()
        try workspace.write("id,given_name,family_name,email,organisation,role,language\np1,Kari,Lie,,Skolen,leader,nb\n", to: "people.csv")
        for command in [["apply", "--yes"], ["people", "import", "people.csv"], ["enrol", "vest-h27", "p1"]] {
            let answer = workspace.run(options + command)
            #expect(answer.status == 0, "\(answer)")
        }
        return workspace.run("log", "--verify").output
    }

    @Test func twoStoresHaveTheSameAnchor() throws {
        let options = ["--at", "2027-08-16T08:00:00Z", "--seed", "42"]
        let first = try log(options)
        #expect(first.contains("Anchor: 3:"))
        #expect(try log(options) == first)
        #expect(try log(["--at", "2027-08-16T08:00:00Z", "--seed", "43"]) != first)
    }

    @Test func withoutASeedTheyDiffer() throws {
        let options = ["--at", "2027-08-16T08:00:00Z"]
        #expect(try log(options) != log(options))
    }
}
