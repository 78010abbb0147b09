import Foundation

/// A folder of its own for one test, gone when the test lets go of it.
public final class TemporaryFolder: Sendable {
    public let path: String

    public init() throws {
        path = FileManager.default.temporaryDirectory.path + "/kjerne-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The bytes of every file below the folder, by path, for comparing before and after.
    public func content() -> [String: Data] {
        var found: [String: Data] = [:]
        guard let paths = FileManager.default.enumerator(atPath: path) else { return found }
        for case let name as String in paths { found[name] = FileManager.default.contents(atPath: path + "/" + name) }
        return found
    }
}
