import Glibc

/// Reads and writes whole files.
public enum FileContent {
    /// Why a file could not be read or written.
    public struct Failure: Error, Sendable {
        public var path: String
        public var reason: Text
        /// The system's `errno`.
        public var code: Int32
    }

    /// The bytes of a file.
    ///
    /// A pipe is read only where the shell made it (`/dev/stdin`, `<(…)`): one in a folder could be waited for without end.
    ///
    /// - Parameter limit: the most bytes to read; one more than that is read of a larger file, so that a reader can say that it is too large.
    public static func read(_ path: String, limit: Int = 1 << 30) throws(Failure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(path) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw failure(path, EISDIR) }
        if status.st_mode & S_IFMT == S_IFIFO {
            guard path.hasPrefix("/dev/") || path.hasPrefix("/proc/") else {
                throw Failure(path: path, reason: .pipe(), code: EINVAL)
            }
        }
        guard fcntl(descriptor, F_SETFL, O_RDONLY) == 0 else { throw failure(path) }
        var bytes: [UInt8] = []
        var capacity = max(4096, min(Int(status.st_size) + 1, limit + 1))
        while bytes.count <= limit {
            let room = min(capacity, limit + 1 - bytes.count)
            var code: Int32 = 0
            let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                let got = Glibc.read(descriptor, buffer.baseAddress, room)
                if got < 0 { code = errno }
                count = max(0, got)
            }
            if code == EINTR { continue }
            if code != 0 { throw failure(path, code) }
            if chunk.isEmpty { break }
            if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
            // A regular file gives less than was asked for only at its end.
            if chunk.count < room && status.st_mode & S_IFMT == S_IFREG { break }
            capacity = 1 << 16
        }
        return bytes
    }

    /// Writes a file so that a reader sees either the old content or the new: a temporary file beside it, flushed, then renamed.
    ///
    /// Of a link it is the file that it leads to; what is no file, such as a device, is left as it is.
    public static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
        let path = resolved(path)
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            throw failure(path, status.st_mode & S_IFMT == S_IFDIR ? EISDIR : ENXIO)
        }
        let temporary = path + ".\(getpid()).tmp"
        // One that lies there was left by a process that was killed, and had the same number.
        unlink(temporary)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure(path) }
        var offset = 0
        while offset < bytes.count {
            let wrote = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress?.advanced(by: offset), bytes.count - offset) }
            if wrote < 0 && errno == EINTR { continue }
            guard wrote > 0 else {
                let error = failure(path)
                close(descriptor)
                unlink(temporary)
                throw error
            }
            offset += wrote
        }
        guard fsync(descriptor) == 0, close(descriptor) == 0, rename(temporary, path) == 0 else {
            let error = failure(path)
            unlink(temporary)
            throw error
        }
    }

    /// Finds out whether a file could be written, without changing what is there.
    ///
    /// Folders that are not there yet count as far as they could be made.
    public static func checkWritable(_ path: String) throws(Failure) {
        let path = resolved(path)
        var status = stat()
        let isThere = stat(path, &status) == 0
        if isThere, status.st_mode & S_IFMT != S_IFREG { throw failure(path, status.st_mode & S_IFMT == S_IFDIR ? EISDIR : ENXIO) }
        if !isThere && errno != ENOENT { throw failure(path) }
        // A file that nobody may change is not replaced either; one that only is not to be written in is.
        if isThere {
            let descriptor = open(path, O_WRONLY | O_CLOEXEC)
            if descriptor < 0 && errno != EACCES { throw failure(path) }
            if descriptor >= 0 { close(descriptor) }
        }
        var folder = Substring(path)
        repeat {
            guard let slash = folder.lastIndex(of: "/") else { break }
            folder = folder[..<slash]
        } while !folder.isEmpty && access(String(folder), F_OK) != 0
        let trial = folder + "/.\(getpid()).tmp"
        unlink(String(trial))
        let descriptor = open(String(trial), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure(path) }
        close(descriptor)
        unlink(String(trial))
    }

    /// Adds to the end of a file that only its owner may read, in one write; makes it where it is not there, and follows no link.
    public static func append(_ bytes: [UInt8], to path: String) throws(Failure) {
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else { throw failure(path) }
    }

    /// Makes a folder and those above it; an existing one is left as it is.
    public static func makeFolder(_ path: String) throws(Failure) {
        var partial = path.hasPrefix("/") ? "/" : ""
        for component in path.split(separator: "/") {
            partial += (partial.isEmpty || partial.hasSuffix("/") ? "" : "/") + component
            if mkdir(partial, 0o755) != 0 && errno != EEXIST { throw failure(partial) }
        }
    }

    /// Where the links of a path lead; the path itself where they lead nowhere.
    private static func resolved(_ path: String) -> String {
        guard let found = realpath(path, nil) else { return path }
        defer { free(found) }
        return String(cString: found)
    }

    private static func failure(_ path: String, _ code: Int32 = errno) -> Failure {
        Failure(path: path, reason: .systemReason(code), code: code)
    }
}

extension FileContent {
    /// Takes files away, and the folders below `root` that are empty then; what cannot be taken away stays.
    public static func remove(_ paths: [String], upTo root: String) {
        var folders: Set<String> = []
        for path in paths {
            unlink(path)
            var folder = path
            while let slash = folder.lastIndex(of: "/"), slash > folder.startIndex, folder.count > root.count {
                folder = String(folder[..<slash])
                if folder.count > root.count { folders.insert(folder) }
            }
        }
        for folder in folders.sorted(by: { $0.count > $1.count }) { rmdir(folder) }
    }

    /// Whether anything lies at that path.
    public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
