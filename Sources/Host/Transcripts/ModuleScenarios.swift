import Foundation
import Kernel
import Synchronization

/// A module's own scenarios, `tests/*.txt`: transcripts that anyone can write, each run in a workspace of its own.
///
/// The workspace is the one that `kjerne new` makes, with the module and what it requires enabled; files below `tests/workspace` lie over it.
struct ModuleScenarios {
    let id: String
    /// The files of every module that may be needed, by module: path in the folder to content.
    let modules: [String: [String: [UInt8]]]
    let linked: LinkedModules

    /// How one scenario went.
    struct Outcome {
        var name: String
        var commands: Int
        /// The scenario as it now reads.
        var text: String
        /// The first line that is not as it was written; nil where all of them are.
        var difference: (line: Int, was: String, now: String)?
    }

    /// The scenarios, by name.
    var names: [String] {
        (modules[id] ?? [:]).keys.filter { $0.hasPrefix("tests/") && $0.hasSuffix(".txt") && $0.filter { $0 == "/" }.count == 1 }.sorted()
    }

    /// Runs one.
    ///
    /// - Parameter folder: an empty folder; the caller removes it.
    func run(_ name: String, in folder: String) throws -> Outcome {
        let own = modules[id] ?? [:]
        let written = String(decoding: own[name] ?? [], as: UTF8.self)
        for (path, bytes) in workspace() { try Self.put(bytes, folder + "/" + path) }
        let answer = try CommandTranscript(written).run(
            put: { try Self.put(Array($0.utf8), folder + "/" + Self.inside($1)) },
            file: { file in
                guard let bytes = own["tests/files/" + file] else { throw CommandTranscript.Misfit(description: "tests/files/\(file)") }
                return String(decoding: bytes, as: UTF8.self)
            },
            perform: { perform($0, at: $1, in: folder) })
        return Outcome(
            name: name, commands: answer.split(separator: "\n").count { $0.hasPrefix("$ kjerne ") }, text: answer,
            difference: CommandTranscript.difference(written, answer))
    }

    private func perform(_ words: [String], at now: String, in folder: String) -> CommandTranscript.Answer {
        let heard = Heard()
        let io = HostIO(
            write: { text in heard.out.withLock { $0 += text } }, writeError: { text in heard.err.withLock { $0 += text } },
            environment: ["KJERNE_LANG": "en", "KJERNE_NOW": now], folder: folder)
        let code = KjerneHost.run(words, linked: linked, io: io)
        return CommandTranscript.Answer(code: code, out: heard.out.withLock { $0 }, err: heard.err.withLock { $0 })
    }

    /// What a command writes; a class, since two closures share it.
    private final class Heard: Sendable {
        let out = Mutex("")
        let err = Mutex("")
    }

    private func workspace() -> [String: [UInt8]] {
        var files = Template.files(workspace: "test")
        let needed = ModuleNeeds.of(id, in: modules)
        let lines = needed.sorted().map { "  \($0): \">=0.0.0\"\n" }.joined()
        let settings = String(decoding: files[FileKind.workspace.place] ?? [], as: UTF8.self)
        files[FileKind.workspace.place] = Array(settings.replacingOccurrences(of: "modules: {}\n", with: "modules:\n" + lines).utf8)
        for name in needed {
            for (path, bytes) in modules[name] ?? [:] where !path.hasPrefix("tests/") { files["Modules/\(name)/\(path)"] = bytes }
        }
        let over = "tests/workspace/"
        for (path, bytes) in modules[id] ?? [:] where path.hasPrefix(over) { files[String(path.dropFirst(over.count))] = bytes }
        return files
    }

    /// A path that stays in the workspace.
    private static func inside(_ name: String) throws -> String {
        guard !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else { throw CommandTranscript.Misfit(description: name) }
        return name
    }

    private static func put(_ bytes: [UInt8], _ path: String) throws {
        try FileContent.makeFolder((path as NSString).deletingLastPathComponent)
        try FileContent.write(bytes, to: path)
    }
}
