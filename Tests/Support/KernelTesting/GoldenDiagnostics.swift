import Foundation

/// Golden files: Markdown that holds an input and the text expected of it together, so that it reads as documentation.
///
/// A file has a title, at least one sentence, one or more inputs, and the expected text:
/// ````markdown
/// # A tab in the indentation
/// YAML is indented with spaces.
/// ```yaml file=module.yaml
/// a:
/// 	b: 1
/// ```
/// ```expected
/// module.yaml:2:1: error: …
/// ```
/// ````
/// After `file=…`, the word `escaped` says that `\n`, `\r`, `\t`, `\\`, `\xE6` (a byte) and `\u{feff}` (a character) are escapes, and that
/// a `\` at the end of a line joins it with the next: for bytes that a Markdown file cannot show.
///
/// With `RECORD_SNAPSHOTS=1` in the environment the expected texts are rewritten, and the run fails,
/// so that no recording passes for a test.
/// ```swift
/// let golden = GoldenDiagnostics(folder: "Tests/Fixtures/diagnostics")
/// for mismatch in try golden.run(check) { Issue.record("\(mismatch)") }
/// ```
public struct GoldenDiagnostics: Sendable {
    /// One input of a case.
    public struct Input: Sendable, Hashable {
        /// The path after `file=`.
        public var path: String
        public var bytes: [UInt8]
    }

    /// A case that did not come out as expected, or cannot be read.
    public struct Mismatch: Sendable, CustomStringConvertible {
        public var file: String
        public var description: String
    }

    /// The folder that holds the cases; every `.md` file in it is one.
    public let folder: String
    private let isRecording: Bool

    /// Cases in a folder of the package.
    ///
    /// - Parameters:
    ///   - folder: the path from the package's root.
    ///   - file: a source file of the package under `Tests/<Target>/<folder>/`, from which the root is found.
    public init(folder: String, file: String = #filePath) {
        let root = file.split(separator: "/", omittingEmptySubsequences: false).prefix { $0 != "Tests" }.joined(separator: "/")
        self.init(path: root + "/" + folder, isRecording: ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1")
    }

    /// Cases in any folder.
    public init(path: String, isRecording: Bool) {
        folder = path
        self.isRecording = isRecording
    }

    /// The names of all cases, sorted.
    public func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".md") }.sorted()
    }

    /// Runs every case, and gives those that did not come out as expected.
    ///
    /// - Parameter render: gives the text for the inputs of one case.
    /// - Throws: where the folder cannot be read.
    public func run(_ render: ([Input]) throws -> String) throws -> [Mismatch] {
        let names = try names()
        if names.isEmpty { return [Mismatch(file: folder, description: "there is no case in \(folder)")] }
        return try names.compactMap { name in
            let path = folder + "/" + name
            let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
            do {
                let golden = try GoldenCase(text)
                let actual = try render(golden.inputs)
                if isRecording {
                    try golden.recording(actual).write(toFile: path, atomically: true, encoding: .utf8)
                    return Mismatch(file: name, description: "\(name): recorded; read the change and run again without RECORD_SNAPSHOTS")
                }
                return actual == golden.expected ? nil : Mismatch(file: name, description: Self.difference(name, golden.expected, actual))
            } catch let error as GoldenCase.Malformed {
                return Mismatch(file: name, description: "\(name): \(error.reason)")
            }
        }
    }

    private static func difference(_ name: String, _ expected: String, _ actual: String) -> String {
        let (a, b) = (expected.components(separatedBy: "\n"), actual.components(separatedBy: "\n"))
        let line = zip(a, b).enumerated().first { $1.0 != $1.1 }?.offset ?? min(a.count, b.count)
        return """
            \(name): line \(line + 1) of the text differs
            expected: \(line < a.count ? a[line] : "(end)")
            actual:   \(line < b.count ? b[line] : "(end)")
            --- whole text:
            \(actual)
            """
    }
}
