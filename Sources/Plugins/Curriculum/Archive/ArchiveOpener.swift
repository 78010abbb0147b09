import Glibc
import Kernel

/// Opens what a person named: a zip, a folder or a single file.
enum ArchiveOpener {
    static func open(_ source: ImportSource, limits: ArchiveLimits = .standard) throws -> any Archive {
        var status = stat()
        guard stat(source.path, &status) == 0 else { throw SourcedFaults(.unreadable(source.name, .systemReason(errno))) }
        if status.st_mode & S_IFMT == S_IFDIR { return try FolderArchive(source.path, name: source.name, limits: limits) }
        guard status.st_size <= limits.file else { throw SourcedFaults(.archiveTooLarge(source.name, entry: nil)) }
        let bytes: [UInt8]
        do { bytes = try FileContent.read(source.path, limit: limits.file) } catch {
            throw SourcedFaults(.unreadable(source.name, error.reason))
        }
        if bytes.starts(with: "PK".utf8) { return try ZipArchive(bytes, name: source.name, limits: limits) }
        guard bytes.count <= limits.entry else { throw SourcedFaults(.archiveTooLarge(source.name, entry: nil)) }
        return FileArchive(bytes, name: source.name)
    }
}
