import Assessment
import Community
import Curriculum
import Foundation
import Kernel
import KernelTesting
import KjerneHost
import Participation
import Synchronization

/// A workspace on disk and the command line in this process, with what it wrote.
final class Session: Sendable {
    /// What one command answered.
    struct Answer {
        var code: Int32
        var out: String
        var err: String
    }

    static let plugins: [any Plugin.Type] = [ParticipationPlugin.self, CurriculumPlugin.self, CommunityPlugin.self, AssessmentPlugin.self]
    static let linked = LinkedModules(plugins: plugins, declarations: YAMLModules.declarations)
    static let now = "2027-08-16T08:00:00Z"

    let folder: TemporaryFolder
    let language: String

    /// - Parameter files: what the workspace holds; nil for an empty folder.
    init(_ files: WorkspaceFixture?, language: String = "en") throws {
        folder = try TemporaryFolder()
        self.language = language
        try files?.write(to: folder.path)
    }

    var path: String { folder.path }

    @discardableResult
    func run(_ arguments: String..., linked: LinkedModules = Session.linked, now: String = Session.now) -> Answer {
        run(arguments, linked: linked, now: now)
    }

    @discardableResult
    func run(_ arguments: [String], linked: LinkedModules = Session.linked, now: String = Session.now) -> Answer {
        let captured = Captured()
        let io = HostIO(
            write: { text in captured.out.withLock { $0 += text } }, writeError: { text in captured.err.withLock { $0 += text } },
            environment: ["KJERNE_LANG": language, "KJERNE_NOW": now], folder: path)
        let code = KjerneHost.run(arguments, linked: linked, io: io)
        return Answer(code: code, out: captured.out.withLock { $0 }, err: captured.err.withLock { $0 })
    }

    /// Puts a file into the workspace's folder.
    func put(_ text: String, _ name: String) throws {
        let target = URL(fileURLWithPath: path + "/" + name)
        try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: target)
    }

    /// Replaces text that stands exactly once in a file.
    func edit(_ name: String, _ old: String, _ new: String) throws {
        let text = try String(contentsOfFile: path + "/" + name, encoding: .utf8)
        guard text.components(separatedBy: old).count == 2 else {
            throw WorkspaceFixture.Misfit(description: "\(name) does not hold once: \(old)")
        }
        try put(text.replacingOccurrences(of: old, with: new), name)
    }

    /// The digest of what the store means; nil where there is none.
    func digest() throws -> String? {
        guard FileManager.default.fileExists(atPath: path + "/var/kjerne.sqlite") else { return nil }
        return try Store.open(at: path + "/var/kjerne.sqlite", access: .readOnly).read { try ContentDigest.of($0) }
    }
}

/// What a run writes; a class, since two closures share it.
private final class Captured: Sendable {
    let out = Mutex("")
    let err = Mutex("")
}
