import Glibc

extension TimeZoneRules {
    /// Reads the rules of a zone from the machine's time zone data.
    ///
    /// Where the data lack the zone, `Europe/Oslo` and `UTC` come from the kernel's own rules, and `source` says so. A damaged
    /// file is always an error.
    ///
    /// - Parameters:
    ///   - name: an IANA name, for example `Europe/Oslo`.
    ///   - directory: where the time zone data lie.
    /// - Throws: `TimeError` with a sentence that says what to do.
    public static func load(_ name: String, from directory: String = "/usr/share/zoneinfo") throws(TimeError) -> TimeZoneRules {
        guard isZoneName(name) else { throw .invalidZoneName(name.excerpt) }
        let path = "\(directory)/\(name)"
        if let bytes = try contents(of: path, zone: name) {
            return try TimeZoneFile.read(bytes, name: name, path: path)
        }
        if let builtIn = builtIn(name) { return builtIn }
        var status = stat()
        guard stat(directory, &status) == 0 else { throw .zoneDataMissing(name, directory: directory) }
        throw .unknownZone(name, directory: directory)
    }

    /// Whether the name has the form of a zone's: parts of letters, digits, `_`, `+` and `-` between slashes.
    ///
    /// It can thus not leave the directory.
    private static func isZoneName(_ name: String) -> Bool {
        guard name.utf8.count <= 64 else { return false }
        return name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part.allSatisfy { $0.isLetter || $0.isDigit || "_+-".utf8.contains($0) }
        }
    }

    /// The bytes of the file; nil if there is no such regular file.
    private static func contents(of path: String, zone: String) throws(TimeError) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw .zoneDataDamaged(zone, reason: .systemReason(errno))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        guard status.st_size <= TimeZoneFile.largest else { throw .zoneDataDamaged(zone, reason: Text(verbatim: "\(status.st_size) B")) }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress?.advanced(by: filled), $0.count - filled) }
            if count < 0 && errno == EINTR { continue }
            if count <= 0 { break }
            filled += count
        }
        return Array(bytes[..<filled])
    }
}
