public import GRDB

/// Who may do what.
///
/// Nothing is allowed by default.
///
/// The operator is trusted and logged; the system does what time makes happen; a person needs one of the roles that the action names.
public enum Authorisation {
    /// Lets the actor go on, or throws.
    ///
    /// - Parameters:
    ///   - action: the name of the action, for the refusal.
    ///   - roles: the roles that may do it, held in the whole workspace.
    /// - Throws: `Refusal`.
    public static func require(_ actor: Actor, for action: String, roles: [String], in db: Database) throws {
        switch actor {
        case .operator, .system: return
        case .anonymous: throw Refusal(action: action, allowed: roles.sorted())
        case .person(let key):
            guard try self.roles(of: key, in: db).isDisjoint(with: roles) else { return }
            throw Refusal(action: action, allowed: roles.sorted())
        }
    }

    /// The roles that a person holds in the whole workspace.
    ///
    /// - Parameter key: the person's internal key.
    public static func roles(of key: Int64, in db: Database) throws -> Set<String> {
        Set(try String.fetchAll(db.cachedStatement(sql: "SELECT role FROM kernel_role WHERE person = ?"), arguments: [key]))
    }

    /// The actor that `--as` names.
    ///
    /// - Parameter id: the id that the person is known by.
    /// - Throws: `DiagnosticsError` with the nearest id if there is no such person.
    public static func actor(_ id: String, in db: Database) throws -> Actor {
        if let person = try Person.find(id, in: db) { return .person(person.key) }
        throw DiagnosticsError(.unknownPerson(id, nearest: try Person.nearestID(to: id, in: db), at: nil))
    }
}
