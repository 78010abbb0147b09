import Foundation
import KernelTesting
import Testing

/// What `modules check` prints, command by command: `Tests/Fixtures/transcripts/modules-check.txt`, in a folder with a stranger's modules.
@Suite struct ModulesCheckTranscriptTests {
    static let path = WorkspaceFixture.root() + "/Tests/Fixtures/transcripts/modules-check.txt"

    /// Modules that nobody here wrote, each faulty in its own way.
    static let strangers: [(name: String, text: String)] = [
        (
            "Modules/broken/module.yaml",
            ModuleConformanceTests.manifest.replacingOccurrences(of: "module: small", with: "module: broken")
                .replacingOccurrences(of: "version: 1.0.0", with: "version: one").replacingOccurrences(of: "en: Note}", with: "fr: Note}")
        ),
        (
            "Modules/stuck/module.yaml",
            ModuleConformanceTests.manifest.replacingOccurrences(of: "module: small", with: "module: stuck")
                .replacingOccurrences(of: "draft: {title: {nb: Utkast, nn: Utkast, en: Draft}}", with: "draft: {}")
                .replacingOccurrences(
                    of: "events:", with: "events:\n  note.burnt: {version: 1, payload: {type: object}}")
        ),
    ]

    @Test func theTranscriptHolds() throws {
        let session = try Session(WorkspaceFixture())
        for file in Self.strangers { try session.put(file.text, file.name) }
        let recorded = try String(contentsOfFile: Self.path, encoding: .utf8)
        var actual = ""
        for line in recorded.split(separator: "\n") where line.hasPrefix("$ kjerne ") {
            let answer = session.run(line.dropFirst("$ kjerne ".count).split(separator: " ").map(String.init))
            actual += "\(line)\n\(answer.out)\(answer.err)(\(answer.code))\n\n"
        }
        if actual != recorded, ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try Data(actual.utf8).write(to: URL(fileURLWithPath: Self.path))
        }
        #expect(actual == recorded)
    }
}
