import Glibc

@testable import Kernel

/// Folders for tests.
enum TestFolder {
    static func make() throws -> String {
        var template = Array("/tmp/kjerne-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw TestFolderError(code: errno) }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    static func remove(_ path: String) {
        if let entries = try? list(path) {
            for entry in entries { remove(path + "/" + entry) }
            rmdir(path)
        } else {
            unlink(path)
        }
    }

    static func list(_ path: String) throws -> [String] {
        guard let folder = opendir(path) else { throw TestFolderError(code: errno) }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    static func bytes(_ path: String) throws -> [UInt8] { try FileContent.read(path) }

    static func write(_ bytes: [UInt8], to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        guard descriptor >= 0 else { throw TestFolderError(code: errno) }
        defer { close(descriptor) }
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else { throw TestFolderError(code: errno) }
    }
}

struct TestFolderError: Error {
    var code: Int32
}
