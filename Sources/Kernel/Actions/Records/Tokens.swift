import Crypto
import Foundation
import GRDB

/// One-time tokens of an anonymous record: whoever holds one may answer once, and no one can tell who did.
///
/// Only the hash of an unused token is kept. Which person got which token is never stored, and using one deletes its hash.
struct Tokens {
    private let table: String

    init(_ type: RecordType) { table = SQLName.quoted(SQLName.tokens(table: type.table)) }

    /// Makes new tokens; they are told once, to the caller, and never again.
    func issue(_ count: Int, in transaction: ActionTransaction) throws -> [String] {
        try (0..<count).map { _ in
            let token = Hex.string(transaction.context.randomness.bytes(16))
            try transaction.db.execute(
                sql: "INSERT INTO \(table) (hash) VALUES (?)", arguments: [Data(SHA256.hash(data: Array(token.utf8)))])
            return token
        }
    }

    /// Takes a token out of use.
    ///
    /// - Throws: `ActRefusal.token` if it is unknown or used.
    func use(_ token: String?, in db: Database) throws {
        guard let token else { throw ActRefusal.token }
        try db.execute(sql: "DELETE FROM \(table) WHERE hash = ?", arguments: [Data(SHA256.hash(data: Array(token.utf8)))])
        guard db.changesCount == 1 else { throw ActRefusal.token }
    }
}
