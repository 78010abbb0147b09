import Foundation
import KernelTesting
import Testing

/// Every file of `Tests/Fixtures/transcripts` that begins with a comment, run in a copy of the shipped configuration.
///
/// With `RECORD_SNAPSHOTS=1` in the environment the files are written anew, and the run fails.
@Suite struct GoldenTranscriptTests {
    static let folder = WorkspaceFixture.root(#filePath) + "/Tests/Fixtures/transcripts"
    static let names: [String] = {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return all.filter {
            $0.hasSuffix(".txt") && (try? String(contentsOfFile: folder + "/" + $0, encoding: .utf8))?.hasPrefix("#") == true
        }
        .sorted()
    }()

    @Test func thereAreTranscripts() { #expect(!Self.names.isEmpty) }

    @Test(arguments: names) func theTranscriptHolds(_ name: String) throws {
        let path = Self.folder + "/" + name
        let recorded = try String(contentsOfFile: path, encoding: .utf8)
        let session = try Session(nil)
        for folder in ["Config", "Modules", "Curricula"] {
            try FileManager.default.copyItem(
                atPath: WorkspaceFixture.root(#filePath) + "/" + folder, toPath: session.path + "/" + folder)
        }
        let actual = try GoldenTranscript(recorded).run(in: session, files: Self.folder + "/files")
        if actual != recorded, ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try Data(actual.utf8).write(to: URL(fileURLWithPath: path))
            Issue.record("recorded \(name)")
            return
        }
        guard actual != recorded else { return }
        let old = recorded.split(separator: "\n", omittingEmptySubsequences: false)
        let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
        let first = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }
        Issue.record(
            "\(name), line \((first?.offset ?? min(old.count, new.count)) + 1): now \(first.map { String($0.element.1) } ?? "of another length")"
        )
    }
}
