import GRDB

/// Configuration from the store as nodes, for the readers that work on them.
enum StoredNode {
    /// - Parameter name: what it is, for the error.
    static func read(_ text: String, name: String) throws -> Node {
        let result = JSONReader.read(SourceFile(id: .init(0), path: "kernel:store/\(name)", bytes: Array(text.utf8)))
        guard let document = result.document, result.isSound else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "stored configuration \(name)")
        }
        return document.root
    }
}
