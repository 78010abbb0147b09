import Foundation
public import Kernel

extension ModuleConformance {
    /// Judges the module in a folder; what a module's tests call first.
    ///
    /// ```swift
    /// #expect(try ModuleConformance.broken("Modules/notes", linked: linked).isEmpty)
    /// ```
    /// - Parameter change: what is done to the module's files first, path to text.
    /// - Returns: the checks that are broken.
    public static func broken(
        _ folder: String, linked: LinkedModules, changing change: (inout [String: String]) -> Void = { _ in }
    ) throws -> [ConformanceCheck] {
        let parts = folder.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let tree = FileTree.read(root: parts.dropLast().joined(separator: "/"), folders: [parts.last ?? ""])
        var files = Dictionary(
            tree.files.map { (String($0.key.drop { $0 != "/" }.dropFirst()), String(decoding: $0.value, as: UTF8.self)) }
        ) { first, _ in first }
        change(&files)
        let scratch = try TemporaryFolder()
        return try ModuleConformance(id: parts.last ?? "", files: files.mapValues { Array($0.utf8) }, linked: linked).run(in: scratch.path)
            .filter { !$0.isKept }
    }
}
