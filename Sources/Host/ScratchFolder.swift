import Foundation
import Kernel

/// A folder for what a command tries out.
enum ScratchFolder {
    /// Runs `body` with an empty folder that is gone afterwards.
    static func with<T>(_ body: (String) throws -> T) throws -> T {
        let folder = FileManager.default.temporaryDirectory.path + "/kjerne-" + UUID().uuidString
        try FileContent.makeFolder(folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try body(folder)
    }
}
