/// Names of files within an archive.
enum ArchivePath {
    /// Whether a name stays within the archive: relative, without `..`, backslashes, drives and control characters.
    static func isSafe(_ path: String) -> Bool {
        guard !path.isEmpty, !path.hasPrefix("/"), path.utf8.count <= 1024 else { return false }
        guard !path.unicodeScalars.contains(where: { $0.value < 0x20 || $0 == "\\" || $0 == ":" }) else { return false }
        return !path.split(separator: "/").contains("..")
    }
}
