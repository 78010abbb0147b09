import Foundation
import Testing

/// The built executable, killed just before one of its writes to disk: the same number kills at the same place each time.
struct KilledProcess {
    /// How a run ended, and how many steps it took if nothing killed it.
    struct End {
        var status: Int32
        var wasKilled: Bool
        var steps: Int?
    }

    /// The built executable: `KJERNE_EXECUTABLE`, or the one beside the tests.
    static let executable: String = {
        if let given = ProcessInfo.processInfo.environment["KJERNE_EXECUTABLE"] { return given }
        return ShippedWorkspace.repository + "/.build/debug/kjerne"
    }()

    let folder: String
    private let library: String

    /// Compiles what is preloaded; the toolchain that built the tests has a compiler of C.
    ///
    /// - Parameter folder: the workspace.
    init(in folder: String) throws {
        self.folder = folder
        library = folder + "/kill_point.so"
        let compiler = Process()
        compiler.executableURL = URL(filePath: "/usr/bin/env")
        compiler.arguments = [
            "clang", "-shared", "-fPIC", "-O1", "-o", library, ShippedWorkspace.repository + "/Tests/Support/KillPoint/kill_point.c",
        ]
        try compiler.run()
        compiler.waitUntilExit()
        try #require(compiler.terminationStatus == 0, "clang cannot compile kill_point.c")
    }

    /// - Parameter step: before which write it is killed, from 1; nil lets it end.
    func run(_ arguments: [String], killedBefore step: Int? = nil) throws -> End {
        let counted = folder + "/kill_point.count"
        try? FileManager.default.removeItem(atPath: counted)
        let process = Process()
        process.executableURL = URL(filePath: Self.executable)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder)
        process.environment = [
            "LD_PRELOAD": library, "KILL_POINT": String(step ?? 0), "KILL_COUNT": counted, "KJERNE_NOW": "2027-08-16T08:00:00Z",
            "KJERNE_LANG": "en", "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let steps = (try? String(contentsOfFile: counted, encoding: .utf8)).flatMap { Int($0.filter(\.isNumber)) }
        return End(status: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal, steps: steps)
    }

    /// Kills a command before each of its steps, or before so many of them, evenly spread, and looks at what it leaves.
    ///
    /// - Parameters:
    ///   - most: the most steps to kill at.
    ///   - look: what there is afterwards, in a word; the store is put back between.
    /// - Returns: the steps that were struck, with what was found.
    func strike(_ arguments: [String], most: Int, look: (Int) throws -> String) throws -> [(step: Int, found: String)] {
        let manager = FileManager.default
        let (store, kept) = (folder + "/var", folder + "/var-before")
        func reset() throws {
            try manager.removeItem(atPath: store)
            try manager.copyItem(atPath: kept, toPath: store)
        }
        try manager.copyItem(atPath: store, toPath: kept)
        let whole = try run(arguments)
        try #require(whole.status == 0 && !whole.wasKilled)
        let steps = try #require(whole.steps)
        var struck: [(Int, String)] = []
        for number in 0..<min(steps, most) {
            let step = steps <= most ? number + 1 : 1 + number * (steps - 1) / (most - 1)
            try reset()
            let end = try run(arguments, killedBefore: step)
            #expect(end.wasKilled && end.status == SIGKILL, "nothing struck at step \(step) of \(steps)")
            struck.append((step, try look(step)))
        }
        try reset()
        return struck
    }
}
