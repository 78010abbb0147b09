import Crypto
import Foundation
import GRDB

/// One-time tokens of an anonymous record: whoever holds one may answer once, and no one can tell who did.
///
/// A token is for the record that it was issued under, such as one round of questions, and for no other. Only the hash of an unused
/// token is kept, and who has collected one, in two tables that know nothing of each other. Which person got which token is never stored,
/// using one deletes its hash, and once no more answers are taken, who had collected one is forgotten.
struct Tokens {
    private let table: String
    private let asked: String

    init(_ type: RecordType) {
        table = SQLName.quoted(SQLName.tokens(table: type.table))
        asked = SQLName.quoted(SQLName.asked(table: type.table))
    }

    /// Notes that a person has collected her token.
    ///
    /// - Parameter parent: the internal key of the record that the answers will hang under; nil where they hang under none.
    /// - Throws: `ActRefusal.collected` if she has one already.
    func ask(_ person: Int64, under parent: DatabaseValue?, in db: Database) throws {
        let scope = Self.scope(parent) ?? ""
        try db.execute(sql: "INSERT OR IGNORE INTO \(asked) (scope, person) VALUES (?, ?)", arguments: [scope, person])
        guard db.changesCount == 1 else { throw ActRefusal.collected }
        try KeyOrder(table: asked, key: ["scope", "person"], db: db).forget(around: [scope.databaseValue, person.databaseValue])
    }

    /// Makes a new token, which is told once.
    func make(under parent: DatabaseValue?, in transaction: ActionTransaction) throws -> String {
        let token = Hex.string(transaction.context.randomness.bytes(16))
        let hash = Self.hash(token)
        try transaction.db.execute(sql: "INSERT INTO \(table) (hash, scope) VALUES (?, ?)", arguments: [hash, Self.scope(parent)])
        try KeyOrder(table: table, key: ["hash"], db: transaction.db).forget(around: [hash.databaseValue])
        return token
    }

    /// Forgets who has collected a token under a record that takes no more answers.
    func end(under parent: Int64, in db: Database) throws {
        try db.execute(sql: "DELETE FROM \(asked) WHERE scope = ?", arguments: [String(parent)])
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
            arguments: [Self.hash(token), Self.scope(parent)])
        guard db.changesCount == 1 else { throw ActRefusal.token }
    }

    private static func hash(_ token: String) -> Data { Data(SHA256.hash(data: Array(token.utf8))) }

    private static func scope(_ parent: DatabaseValue?) -> String? {
        parent.flatMap { Int64.fromDatabaseValue($0).map(String.init) ?? String.fromDatabaseValue($0) }
    }
}
