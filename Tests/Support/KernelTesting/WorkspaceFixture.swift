import Foundation
import Kernel

/// A small sound workspace, `Tests/Fixtures/base/`, and changes to it.
///
/// An input of a golden file is laid over the base by its path:
/// - `Config/kjerne.yaml` replaces the file, or adds it;
/// - `Config/kjerne.yaml.diff` changes it: each block of lines that begin with a space, `-` or `+` is found by its lines with space and `-`,
///   and becomes its lines with space and `+`; an empty line or `@@` parts two blocks;
/// - `Config/kjerne.yaml.removed` takes it away.
public struct WorkspaceFixture: Sendable {
    /// A change that does not fit the base.
    public struct Misfit: Error, CustomStringConvertible {
        public let description: String

        public init(description: String) { self.description = description }
    }

    /// Path to content.
    public private(set) var files: [String: [UInt8]]

    /// The base, read from the folder of the package that holds `file`.
    public init(base: String = "Tests/Fixtures/base", file: String = #filePath) throws {
        self.init(folder: Self.root(file) + "/" + base)
    }

    /// The files below `Config/` and `Modules/` of any folder.
    public init(folder: String) {
        files = [:]
        for top in ["Config", "Modules"] {
            guard let paths = FileManager.default.enumerator(atPath: folder + "/" + top) else { continue }
            for case let path as String in paths {
                var isFolder: ObjCBool = false
                guard FileManager.default.fileExists(atPath: "\(folder)/\(top)/\(path)", isDirectory: &isFolder), !isFolder.boolValue,
                    let data = FileManager.default.contents(atPath: "\(folder)/\(top)/\(path)")
                else { continue }
                files["\(top)/\(path)"] = Array(data)
            }
        }
    }

    /// The package's folder, found from one of its files under `Tests/`.
    public static func root(_ file: String = #filePath) -> String {
        file.split(separator: "/", omittingEmptySubsequences: false).prefix { $0 != "Tests" }.joined(separator: "/")
    }

    public subscript(path: String) -> String {
        get { String(decoding: files[path] ?? [], as: UTF8.self) }
        set { files[path] = Array(newValue.utf8) }
    }

    public var tree: FileTree { FileTree(files) }

    /// Lays one input of a golden file over this workspace.
    public mutating func lay(_ path: String, _ bytes: [UInt8]) throws {
        if path.hasSuffix(".removed") {
            let target = String(path.dropLast(".removed".count))
            guard files.removeValue(forKey: target) != nil else { throw Misfit(description: "\(target) is not there to be removed") }
        } else if path.hasSuffix(".diff") {
            try patch(String(path.dropLast(".diff".count)), with: String(decoding: bytes, as: UTF8.self))
        } else {
            files[path] = bytes
        }
    }

    /// Replaces text that stands exactly once.
    public mutating func replace(_ old: String, with new: String, in path: String) throws {
        let text = self[path]
        guard text.components(separatedBy: old).count == 2 else { throw Misfit(description: "\(path) does not hold once: \(old)") }
        self[path] = text.replacingOccurrences(of: old, with: new)
    }

    private mutating func patch(_ path: String, with diff: String) throws {
        guard files[path] != nil else { throw Misfit(description: "\(path) is not there to be changed") }
        for block in diff.components(separatedBy: "\n").split(whereSeparator: { $0.isEmpty || $0.hasPrefix("@@") }) {
            let before = block.filter { !$0.hasPrefix("+") }.map { $0.dropFirst() + "\n" }.joined()
            let after = block.filter { !$0.hasPrefix("-") }.map { $0.dropFirst() + "\n" }.joined()
            guard !before.isEmpty else { throw Misfit(description: "a block of \(path) has no line to find its place by") }
            var found = self[path]
            guard let place = found.range(of: before), found.range(of: before, range: place.upperBound..<found.endIndex) == nil,
                place.lowerBound == found.startIndex || found[found.index(before: place.lowerBound)] == "\n"
            else { throw Misfit(description: "\(path) does not hold these lines once:\n\(before)") }
            found.replaceSubrange(place, with: after)
            self[path] = found
        }
    }

    /// Writes the files below `folder`; those that lie there and are not in the fixture are removed.
    public func write(to folder: String) throws {
        for top in ["Config", "Modules"] { try? FileManager.default.removeItem(atPath: folder + "/" + top) }
        for (path, bytes) in files {
            let target = URL(fileURLWithPath: folder + "/" + path)
            try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: target)
        }
    }
}
