import Foundation
import KernelTesting
import Testing

/// The runner of golden files itself.
struct GoldenDiagnosticsTests {
    private func golden(_ content: String, recording: Bool = false, _ render: ([GoldenDiagnostics.Input]) -> String) throws -> (
        mismatches: [String], after: String
    ) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("case.md")
        try content.write(to: file, atomically: true, encoding: .utf8)
        let mismatches = try GoldenDiagnostics(path: folder.path, isRecording: recording).run(render)
        return (mismatches.map(\.description), try String(contentsOf: file, encoding: .utf8))
    }

    private let sound =
        "# Title\nA sentence.\n```yaml file=a.yaml\na: 1\n```\n"
        + "```x file=b escaped\n\\xFF\\r\\u{e6}\\\\\\\n```\n```expected\nout\n```\nAfter.\n"

    @Test func inputsAreTakenFromTheFile() throws {
        var seen: [GoldenDiagnostics.Input] = []
        let (mismatches, _) = try golden(sound) { inputs in
            seen = inputs
            return "out\n"
        }
        #expect(mismatches == [])
        #expect(seen.map(\.path) == ["a.yaml", "b"])
        #expect(seen.map(\.bytes) == [Array("a: 1\n".utf8), [0xFF, 0x0D, 0xC3, 0xA6, 0x5C]])
    }

    @Test func differencesAreShown() throws {
        let (mismatches, after) = try golden(sound) { _ in "other\n" }
        #expect(mismatches.count == 1 && mismatches[0].contains("expected: out") && mismatches[0].contains("actual:   other"))
        #expect(after == sound)
    }

    @Test func recordingRewritesTheExpectedTextAndFails() throws {
        let (mismatches, after) = try golden(sound, recording: true) { _ in "two\nlines" }
        #expect(mismatches.count == 1)
        #expect(after == sound.replacing("```expected\nout\n", with: "```expected\ntwo\nlines\n"))
    }

    @Test(arguments: [
        "", "no title\n", "# T\n```x file=a\n```\n```expected\n```\n", "# T\nS.\n```expected\n```\n", "# T\nS.\n```x file=a\n```\n",
        "# T\nS.\n```x\n```\n```expected\n```\n",
        "# T\nS.\n```x file=a\n", "# T\nS.\n```x file=a escaped\n\\q\n```\n```expected\n```\n",
        "# T\nS.\n```x file=a\n```\n```expected\n```\n```expected\n```\n",
    ]) func malformedCasesAreRefused(_ content: String) throws {
        #expect(try golden(content) { _ in "" }.mismatches.count == 1)
    }

    @Test func anEmptyFolderIsNoTest() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(try GoldenDiagnostics(path: folder.path, isRecording: false).run { _ in "" }.count == 1)
    }
}
