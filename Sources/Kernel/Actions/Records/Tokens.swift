import Crypto
import Foundation
import GRDB

/// One-time tokens of an anonymous record: whoever holds one may answer once, and no one can tell who did.
///
/// A token is for the record that it was issued under, such as one round of questions, and for no other. Only the hash of an unused
/// token is kept. Which person got which token is never stored, and using one deletes its hash.
struct Tokens {
    private let table: String

    init(_ type: RecordType) { table = SQLName.quoted(SQLName.tokens(table: type.table)) }

    /// Makes new tokens; they are told once, to the caller, and never again.
    ///
    /// - Parameter parent: the internal key of the record that the answers will hang under; nil where they hang under none.
    func issue(_ count: Int, under parent: DatabaseValue?, in transaction: ActionTransaction) throws -> [String] {
        try (0..<count).map { _ in
            let token = Hex.string(transaction.context.randomness.bytes(16))
            try transaction.db.execute(
                sql: "INSERT INTO \(table) (hash, scope) VALUES (?, ?)",
                arguments: [Data(SHA256.hash(data: Array(token.utf8))), Self.scope(parent)])
            return token
        }
    }

    /// How many tokens are not used yet.
    func count(under parent: DatabaseValue?, in db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table) WHERE scope IS ?", arguments: [Self.scope(parent)]) ?? 0
    }

    /// Takes a token out of use.
    ///
    /// - Throws: `ActRefusal.token` if it is unknown, used, or for another record than `parent`; it then stays in use.
    func use(_ token: String?, under parent: DatabaseValue?, in db: Database) throws {
        guard let token else { throw ActRefusal.token }
        try db.execute(
            sql: "DELETE FROM \(table) WHERE hash = ? AND scope IS ?",
            arguments: [Data(SHA256.hash(data: Array(token.utf8))), Self.scope(parent)])
        guard db.changesCount == 1 else { throw ActRefusal.token }
    }

    private static func scope(_ parent: DatabaseValue?) -> String? {
        parent.flatMap { Int64.fromDatabaseValue($0).map(String.init) ?? String.fromDatabaseValue($0) }
    }
}
