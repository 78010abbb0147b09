import GRDB

extension FormerNames {
    /// Those of the live modules.
    static func load(_ db: Database) throws -> FormerNames {
        let rows = try Row.fetchAll(
            db, sql: "SELECT key, json FROM kernel_document WHERE kind = 'module' AND instr(json, 'was') > 0 ORDER BY key")
        return FormerNames(try rows.map { try LiveConfiguration.module(try StoredNode.read($0[1], name: $0[0]), id: $0[0]).declarations })
    }
}
