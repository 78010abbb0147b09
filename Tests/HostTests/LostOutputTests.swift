import Foundation
import Glibc
import Kernel
import KjerneHost
import Synchronization
import Testing

/// An answer that could not be written is not passed off as done.
@Suite struct LostOutputTests {
    private func run(_ arguments: [String], fault: Int32) throws -> (code: Int32, errors: String) {
        let workspace = try ShippedWorkspace()
        let errors = Mutex("")
        let io = HostIO(
            write: { _ in }, writeError: { text in errors.withLock { $0 += text } },
            environment: ["KJERNE_LANG": "en", "KJERNE_NOW": Session.now],
            folder: workspace.folder, fault: { fault })
        return (KjerneHost.run(arguments, linked: Session.linked, io: io), errors.withLock { $0 })
    }

    @Test func aFullDiskEndsWith74() throws {
        let answer = try run(["check"], fault: ENOSPC)
        #expect(answer.code == 74)
        #expect(answer.errors.hasPrefix("error: the answer could not be written: the disk is full\n"))
        #expect(try run(["chekc"], fault: ENOSPC).code == 64)
    }

    @Test func aClosedPipeIsTheReadersWish() throws {
        #expect(try run(["check"], fault: EPIPE) == (0, ""))
    }

    /// By the executable itself, onto a device that is always full.
    @Test func theExecutableNotices() throws {
        let workspace = try ShippedWorkspace()
        let process = Process()
        process.executableURL = URL(filePath: KilledProcess.executable)
        process.arguments = ["check"]
        process.currentDirectoryURL = URL(filePath: workspace.folder)
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: "/dev/full"))
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 74)
    }
}
