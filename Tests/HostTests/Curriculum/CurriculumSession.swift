import Foundation

/// A workspace with the sample framework read in.
struct CurriculumSession {
    let workspace: ShippedWorkspace

    init(importing: Bool = true) throws {
        workspace = try ShippedWorkspace(copying: ["Config", "Modules", "Curricula"])
        guard workspace.run("apply", "--yes").status == 0 else { throw CocoaError(.fileReadUnknown) }
        guard importing else { return }
        let result = workspace.run("import", "grep", "Curricula/eksempel")
        guard result.status == 0 else { throw CocoaError(.fileReadCorruptFile, userInfo: [NSDebugDescriptionErrorKey: result.errors]) }
    }

    /// Packs a folder of the workspace into a zip, without compression.
    func zip(_ files: [(name: String, content: [UInt8])]) -> [UInt8] { StoredZip.make(files) }
}

/// A zip without compression, made byte by byte, so that tests can spoil it.
enum StoredZip {
    static func make(_ files: [(name: String, content: [UInt8])], claiming size: UInt32? = nil) -> [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for file in files {
            let offset = UInt32(bytes.count)
            let name = Array(file.name.utf8)
            let stored = UInt32(file.content.count)
            let common: [UInt8] =
                le16(20) + le16(0) + le16(0) + le16(0) + le16(0x21) + le32(crc(file.content)) + le32(stored) + le32(size ?? stored)
                + le16(UInt16(name.count)) + le16(0)
            bytes += le32(0x0403_4B50) + common + name + file.content
            directory +=
                le32(0x0201_4B50) + le16(20) + common + le16(0) + le16(0) + le16(0) + le32(0) + le32(offset) + name
        }
        let start = UInt32(bytes.count)
        let count = UInt16(files.count)
        return bytes + directory + le32(0x0605_4B50) + le16(0) + le16(0) + le16(count) + le16(count) + le32(UInt32(directory.count))
            + le32(start) + le16(0)
    }

    private static func le16(_ value: UInt16) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8)] }
    private static func le32(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> (8 * $0) & 255) } }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}
