import Foundation
import Testing

/// A file under `Tests/Fixtures/reports` that holds what a renderer must write.
///
/// With `RECORD_SNAPSHOTS=1` in the environment it is written anew, and the run fails, so that no recording passes for a test.
enum GoldenFile {
    static func expect(_ text: String, _ name: String, at location: SourceLocation = #_sourceLocation) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Fixtures/reports/\(name)")
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            Issue.record("recorded \(name)", sourceLocation: location)
            return
        }
        let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
        #expect(text == expected, "\(name) is not what the golden file says", sourceLocation: location)
    }
}
