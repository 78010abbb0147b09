import CLibZip
import Kernel

/// A zip, read through Debian's libzip from memory and never unpacked to disk.
final class ZipArchive: Archive {
    private let zip: LibZip
    private let archive: OpaquePointer
    private let memory: UnsafeMutableRawBufferPointer
    private let name: String
    private let entries: [Entry]
    let digest: String

    private struct Entry {
        var index: zip_uint64_t
        var path: String
        var size: Int
    }

    var paths: [String] { entries.map(\.path) }

    /// Opens a zip and judges its directory: names, sizes and how far it would swell.
    ///
    /// - Parameter name: the file's name for messages.
    /// - Throws: `SourcedFaults`.
    init(_ bytes: [UInt8], name: String, limits: ArchiveLimits = .standard) throws {
        self.name = name
        let zip = try LibZip()
        self.zip = zip
        memory = .allocate(byteCount: max(1, bytes.count), alignment: 1)
        memory.copyBytes(from: bytes)
        var error = zip_error_t()
        zip.errorInit(&error)
        defer { zip.errorFini(&error) }
        guard let source = zip.sourceBufferCreate(memory.baseAddress, zip_uint64_t(bytes.count), 0, &error) else {
            memory.deallocate()
            throw SourcedFaults(.zipDamaged(name, zip.text(zip.errorText(&error))))
        }
        guard let opened = zip.openFromSource(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) else {
            let reason = zip.text(zip.errorText(&error))
            zip.sourceFree(source)
            memory.deallocate()
            throw SourcedFaults(.zipDamaged(name, reason))
        }
        do { entries = try Self.entries(of: opened, zip, name, limits) } catch {
            zip.discard(opened)
            memory.deallocate()
            throw error
        }
        archive = opened
        digest = Digest.hex(bytes)
    }

    deinit {
        zip.discard(archive)
        memory.deallocate()
    }

    private static func entries(of archive: OpaquePointer, _ zip: LibZip, _ name: String, _ limits: ArchiveLimits) throws -> [Entry] {
        let count = zip.count(archive, 0)
        guard count <= limits.entries else { throw SourcedFaults(.archiveTooLarge(name, entry: nil)) }
        var entries: [Entry] = []
        var total = 0
        for index in 0..<zip_uint64_t(max(0, count)) {
            var status = zip_stat_t()
            zip.statInit(&status)
            guard zip.statIndex(archive, index, 0, &status) == 0, let raw = status.name else {
                throw SourcedFaults(.zipDamaged(name, zip.text(zip.archiveText(archive))))
            }
            let path = String(cString: raw)
            guard ArchivePath.isSafe(path) else { throw SourcedFaults(.archivePath(name, entry: path)) }
            if path.hasSuffix("/") { continue }
            let needed = zip_uint64_t(ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE)
            guard status.valid & needed == needed, status.size <= UInt64(limits.entry) else {
                throw SourcedFaults(.archiveTooLarge(name, entry: path))
            }
            guard status.encryption_method == UInt16(ZIP_EM_NONE) else { throw SourcedFaults(.zipEncrypted(name, entry: path)) }
            let size = Int(status.size)
            total += size
            guard total <= limits.total, size <= limits.compact || size <= Int(status.comp_size) * limits.ratio else {
                throw SourcedFaults(.archiveTooLarge(name, entry: path))
            }
            entries.append(Entry(index: index, path: path, size: size))
        }
        return entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    func forEach(of paths: [String], _ body: (_ path: String, _ bytes: UnsafeBufferPointer<UInt8>) throws -> Void) throws {
        let room = (entries.map(\.size).max() ?? 0) + 1
        let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: room)
        defer { buffer.deallocate() }
        let wanted = Set(paths)
        for entry in entries where wanted.contains(entry.path) {
            guard let file = zip.open(archive, entry.index, 0) else {
                throw SourcedFaults(.zipDamaged("\(name)/\(entry.path)", zip.text(zip.archiveText(archive))))
            }
            defer { _ = zip.close(file) }
            var count = 0
            while count <= entry.size {
                // One byte more than it says it holds, so that libzip comes to the end and compares the checksum.
                let got = zip.read(file, buffer.baseAddress?.advanced(by: count), zip_uint64_t(entry.size + 1 - count))
                guard got >= 0 else {
                    throw SourcedFaults(.zipDamaged("\(name)/\(entry.path)", zip.text(zip.fileText(file))))
                }
                if got == 0 { break }
                count += Int(got)
            }
            guard count == entry.size else {
                throw SourcedFaults(
                    .zipDamaged(
                        "\(name)/\(entry.path)",
                        Text(
                            nb: "størrelsen er en annen enn den innholdsfortegnelsen sier",
                            nn: "storleiken er ein annan enn den innhaldslista seier", en: "its size is not what the directory says")))
            }
            try body(entry.path, UnsafeBufferPointer(rebasing: UnsafeBufferPointer(buffer)[..<count]))
        }
    }
}
