import Foundation
import GRDB

/// The files of each apply, kept once for each content.
struct Snapshots {
    let db: Database

    /// Keeps a workspace's files with an apply.
    func keep(_ tree: FileTree, of apply: Int64) throws {
        let blob = try db.makeStatement(sql: "INSERT INTO kernel_blob (digest, bytes) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING")
        let file = try db.makeStatement(sql: "INSERT INTO kernel_snapshot_file (apply, path, digest) VALUES (?, ?, ?)")
        for path in tree.paths {
            guard let bytes = tree[path] else { continue }
            let digest = Digest.hex(bytes)
            try blob.execute(arguments: [digest, bytes.withUnsafeBytes { Data($0) }])
            try file.execute(arguments: [apply, path, digest])
        }
    }

    /// Whether a workspace's files are, byte for byte, those that were last applied; true where nothing was applied yet.
    func isLast(_ tree: FileTree) throws -> Bool {
        guard let last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM kernel_apply") else { return true }
        let rows = try Row.fetchAll(db, sql: "SELECT path, digest FROM kernel_snapshot_file WHERE apply = ?", arguments: [last])
        return rows.count == tree.files.count && rows.allSatisfy { row in tree[row[0]].map(Digest.hex) == row[1] as String }
    }

    /// The files as they were applied; empty for the state before the first apply.
    ///
    /// - Throws: `DatabaseError` where what is kept is no longer what was applied.
    func tree(of apply: Int64) throws -> FileTree {
        var files: [String: [UInt8]] = [:]
        let rows = try Row.fetchCursor(
            db,
            sql:
                "SELECT f.path, b.bytes, f.digest FROM kernel_snapshot_file f LEFT JOIN kernel_blob b ON b.digest = f.digest WHERE f.apply = ?",
            arguments: [apply])
        while let row = try rows.next() {
            let path: String = row[0]
            guard let bytes = row[1] as Data?, Digest.hex(Array(bytes)) == row[2] as String else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "\(path) as it was at apply \(apply)")
            }
            files[path] = Array(bytes)
        }
        return FileTree(files)
    }
}
