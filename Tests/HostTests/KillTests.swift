import Foundation
import Kernel
import Testing

/// A process killed at any moment leaves the state before or the state after.
@Suite struct KillTests {
    /// The built executable: `KJERNE_EXECUTABLE`, or the one beside the tests.
    static let executable: String = {
        if let given = ProcessInfo.processInfo.environment["KJERNE_EXECUTABLE"] { return given }
        return ShippedWorkspace.repository + "/.build/debug/kjerne"
    }()

    /// Runs the executable and kills it after `delay` seconds; nil lets it end.
    private func run(_ arguments: [String], in folder: String, killAfter delay: Double?) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: Self.executable)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        if let delay {
            Thread.sleep(forTimeInterval: delay)
            kill(process.processIdentifier, SIGKILL)
        }
        process.waitUntilExit()
        return process.terminationStatus
    }

    @Test func applyLeavesTheOldOrTheNewState() throws {
        let workspace = try ShippedWorkspace()
        #expect(try run(["apply", "--yes"], in: workspace.folder, killAfter: nil) == 0)
        var now = try workspace.contentDigest()
        var other: String?
        var random = SystemRandomNumberGenerator()
        var moved = 0
        for round in 0..<40 {
            let path = "Config/programmes/plf.yaml"
            let text = try String(contentsOfFile: workspace.folder + "/" + path, encoding: .utf8)
            try workspace.replace(
                text.contains("due: +2w") ? "due: +2w" : "due: +3w", with: text.contains("due: +2w") ? "due: +3w" : "due: +2w", in: path)
            _ = try run(["apply", "--yes"], in: workspace.folder, killAfter: Double.random(in: 0.001...0.3, using: &random))
            let after = try workspace.contentDigest()
            if after != now {
                moved += 1
                if let other { #expect(after == other, "round \(round): a state that is neither") }
                (other, now) = (now, after)
            }
            let check = workspace.run("log", "--verify")
            #expect(check.status == 0, "\(check.output)")
        }
        #expect(try run(["apply", "--yes"], in: workspace.folder, killAfter: nil) == 0)
        #expect(workspace.run("drift").status == 0)
    }

    @Test func anImportIsAllOrNothing() throws {
        let workspace = try ShippedWorkspace()
        #expect(try run(["apply", "--yes"], in: workspace.folder, killAfter: nil) == 0)
        let rows = (1...5000).map { "p\($0),Navn\($0),Etternavn,,Skolen,teacher,nb\n" }.joined()
        try workspace.write("id,given_name,family_name,email,organisation,role,language\n" + rows, to: "people.csv")
        var random = SystemRandomNumberGenerator()
        for _ in 0..<15 {
            _ = try run(
                ["people", "import", "people.csv"], in: workspace.folder, killAfter: Double.random(in: 0.001...0.2, using: &random))
            let count = workspace.run("people", "list", "--output", "csv").output.split(separator: "\r\n").count - 1
            #expect(count == 0 || count == 5000)
        }
    }
}
