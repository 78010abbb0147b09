import Glibc

/// The little arithmetic on paths that the store needs.
enum FilePaths {
    /// The folder that `path` lies in; `.` for a bare name.
    static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Whether something lies at `path`, or may lie there unseen for want of access; a dangling symbolic link counts as nothing.
    static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0 || errno == EACCES
    }

    /// Whether this process may make and remove files in `folder`, by the rights it acts with.
    static func isWritable(_ folder: String) -> Bool {
        faccessat(AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) == 0
    }

    /// Whether the file system of `folder` has no block left for this process.
    static func isFull(_ folder: String) -> Bool {
        var status = statvfs()
        return statvfs(folder, &status) == 0 && status.f_bavail == 0
    }

    /// Makes `folder` and the folders above it that are missing.
    ///
    /// - Returns: the folders it made, the innermost last.
    /// - Throws: the `errno` of the first that could not be made; those made before it are removed again.
    static func makeFolders(_ folder: String) throws(SystemError) -> [String] {
        guard !exists(folder) else { return [] }
        var made = try makeFolders(self.folder(of: folder))
        if mkdir(folder, 0o777) != 0, errno != EEXIST {
            let error = SystemError(code: errno)
            remove(folders: made)
            throw error
        }
        made.append(folder)
        return made
    }

    /// Removes folders made by `makeFolders`, as far as they are empty.
    static func remove(folders: [String]) {
        for folder in folders.reversed() { rmdir(folder) }
    }

    /// Makes what was created or removed in `folder` durable.
    static func sync(folder: String) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
