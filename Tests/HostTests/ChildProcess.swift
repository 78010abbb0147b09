import Foundation
import Kernel

/// The built executable, run as a process of its own.
final class ChildProcess {
    /// What it wrote, and how it ended; a process that was killed ends with the signal's number.
    struct Answer {
        var code: Int32
        var out: String
        var err: String
        var seconds: Double
    }

    private let process = Process()
    private let folder: TemporaryOutput
    private let begun = ContinuousClock.now

    init(_ words: [String], in path: String, now: String = RuntimeLab.open, language: String = "en") throws {
        folder = try TemporaryOutput()
        process.executableURL = URL(filePath: KilledProcess.executable)
        process.arguments = words
        process.currentDirectoryURL = URL(filePath: path)
        process.environment = ["KJERNE_NOW": now, "KJERNE_LANG": language, "PATH": "/usr/bin:/bin"]
        process.standardOutput = folder.out
        process.standardError = folder.err
        try process.run()
    }

    func kill() { Glibc.kill(process.processIdentifier, SIGKILL) }

    func wait() throws -> Answer {
        process.waitUntilExit()
        let took = ContinuousClock.now - begun
        return Answer(
            code: process.terminationStatus, out: try folder.text("out"), err: try folder.text("err"),
            seconds: Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18)
    }

    /// Runs it, and kills it after `delay` seconds; nil lets it end.
    static func run(_ words: [String], in path: String, killAfter delay: Double? = nil, now: String = RuntimeLab.open) throws -> Answer {
        let child = try ChildProcess(words, in: path, now: now)
        if let delay {
            Thread.sleep(forTimeInterval: delay)
            child.kill()
        }
        return try child.wait()
    }

    /// Runs several at once.
    static func together(_ commands: [[String]], in path: String, now: String = RuntimeLab.open) throws -> [Answer] {
        try commands.map { try ChildProcess($0, in: path, now: now) }.map { try $0.wait() }
    }
}

/// Files that take what a process writes, so that none waits for a full pipe.
private final class TemporaryOutput {
    let path = NSTemporaryDirectory() + "kjerne-out-\(UUID().uuidString)"
    let out: FileHandle
    let err: FileHandle

    init() throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for name in ["out", "err"] { try Data().write(to: URL(filePath: path + "/" + name)) }
        out = try FileHandle(forWritingTo: URL(filePath: path + "/out"))
        err = try FileHandle(forWritingTo: URL(filePath: path + "/err"))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func text(_ name: String) throws -> String { try String(contentsOfFile: path + "/" + name, encoding: .utf8) }
}
