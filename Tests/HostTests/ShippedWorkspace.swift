import Assessment
import Community
import Curriculum
import Foundation
import GRDB
import Kernel
import KjerneHost
import Participation
import Synchronization

/// A copy of the shipped configuration in a folder of its own, and the commands of the linked host run in it.
final class ShippedWorkspace {
    let folder: String
    static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .path

    /// - Parameter seed: the folders to copy; none makes an empty workspace folder.
    init(copying seed: [String] = ["Config", "Modules"]) throws {
        folder = NSTemporaryDirectory() + "kjerne-host-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for name in seed { try FileManager.default.copyItem(atPath: Self.repository + "/" + name, toPath: folder + "/" + name) }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// What a command wrote, and how it ended.
    struct Result: Equatable {
        var status: Int32
        var output: String
        var errors: String
    }

    @discardableResult
    func run(_ arguments: String..., now: String = "2027-08-16T08:00:00Z", language: String = "en") -> Result {
        run(arguments, now: now, language: language)
    }

    /// - Parameter answer: what a person at a terminal answers to a question; nil where there is none.
    @discardableResult
    func run(_ arguments: [String], now: String = "2027-08-16T08:00:00Z", language: String = "en", answering answer: String? = nil)
        -> Result
    {
        let output = Mutex("")
        let errors = Mutex("")
        let io = HostIO(
            write: { text in output.withLock { $0 += text } }, writeError: { text in errors.withLock { $0 += text } },
            environment: ["KJERNE_NOW": now, "KJERNE_LANG": language], folder: folder,
            isTerminal: answer != nil, isErrorTerminal: answer != nil, answer: { answer })
        let linked = LinkedModules(
            plugins: [ParticipationPlugin.self, CurriculumPlugin.self, CommunityPlugin.self, AssessmentPlugin.self],
            declarations: YAMLModules.declarations)
        let status = KjerneHost.run(arguments, linked: linked, io: io)
        return Result(status: status, output: output.withLock { $0 }, errors: errors.withLock { $0 })
    }

    func write(_ text: String, to path: String) throws {
        try text.write(toFile: folder + "/" + path, atomically: true, encoding: .utf8)
    }

    func read(_ path: String) throws -> String { try String(contentsOfFile: folder + "/" + path, encoding: .utf8) }

    /// Replaces the first occurrence of `old` in a file, which must be there.
    func replace(_ old: String, with new: String, in path: String) throws {
        let text = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
        guard let range = text.range(of: old) else { throw CocoaError(.fileReadCorruptFile) }
        try write(text.replacingCharacters(in: range, with: new), to: path)
    }

    /// Writes into the store around the kernel.
    func sql(_ statement: String) throws {
        let queue = try DatabaseQueue(path: folder + "/var/kjerne.sqlite")
        try queue.write { try $0.execute(sql: statement) }
        try queue.close()
    }

    /// A digest over all that the store means.
    func contentDigest() throws -> String {
        let store = try Store.open(at: folder + "/var/kjerne.sqlite", access: .readOnly)
        defer { try? store.close() }
        return try store.read { try ContentDigest.of($0) }
    }
}
