/// Whether a person stands in a relation to a record, as a SQL condition over the record's row.
///
/// One place decides this, for reading and for acting, for one record and for lists. What the standing holds is written out, or kept apart
/// where `places` are given.
struct RelationSQL {
    let type: RecordType
    let row: String
    let standing: Standing
    let live: LiveConfiguration
    let scope: RecordScope
    /// Takes what is bound; nil where all is written out.
    let places: RelationStatement.Places?

    init(_ type: RecordType, row: String, standing: Standing, live: LiveConfiguration, places: RelationStatement.Places? = nil) {
        self.type = type
        self.row = row
        self.standing = standing
        self.live = live
        self.places = places
        scope = row == "r" ? live.memory.scope(of: type, live) : RecordScope(type, row: row, live: live)
    }

    /// The condition; `0` where it can hold for no record.
    func condition(_ relation: String) -> String {
        guard let person = standing.person else { return "0" }
        switch relation {
        case "everyone": return "1"
        case "owner": return scope.owner.map { "(\($0) IS \(key(person)))" } ?? "0"
        case "author": return type.isAnonymous ? "0" : "(\(row)._author IS \(places?.name(.author) ?? text("person:\(person)")))"
        case "peer": return peer(person)
        case "shared": return shared(with: person)
        case "audience": return audience(person)
        case "sharer": return sharer()
        default:
            if let role = live.roles.named(relation, of: type) { return any(conditions(of: role, person)) }
            return path(relation, person)
        }
    }

    /// The condition under which a grant of reading holds: its relation, and what the record must be besides.
    func condition(_ grant: ReadGrant) -> String {
        var conditions = [condition(grant.relation)]
        // What can hold for no record needs no more said of it.
        if conditions == ["0"] { return "0" }
        if let state = grant.once { conditions.append(reached(state, kind: type.id, id: "\(row)._id")) }
        conditions += grant.filters.map(filter)
        if Self.passive.contains(grant.relation) { conditions += notOtherwise() }
        return "(" + conditions.joined(separator: " AND ") + ")"
    }

    private func filter(_ filter: ReadGrant.Filter) -> String {
        if filter.path.count == 1, let field = type.field(filter.path[0]), case .list(let item) = field.type {
            let list = SQLName.quoted(SQLName.list(table: type.table, field: field.name))
            return "EXISTS (SELECT 1 FROM \(list) l WHERE l.record = \(row)._id AND \(isOne(of: filter.values, "l.value", item)))"
        }
        guard let found = RecordPath(live).resolve(filter.path, of: type, row: row) else { return "0" }
        let end: FieldType? = if case .value(let type) = found.target { type } else { nil }
        return "(\(isOne(of: filter.values, found.sql, end)))"
    }

    /// Whether what stands in a column is one of some words.
    private func isOne(of words: [String], _ column: String, _ type: FieldType?) -> String {
        if case .number? = type {
            let numbers = Set(words.compactMap(RecordFilter.number))
            return "\(column) IN (\(numbers.sorted().map { "\($0)" }.joined(separator: ", ")))"
        }
        let words = Set(words.map { word in type.map { RecordFilter.word(word, $0) } ?? word })
        return "CAST(\(column) AS TEXT) IN (\(texts(words)))"
    }

    private func peer(_ person: Int64) -> String {
        guard let offering = scope.offering, let held = standing.offerings[EnrolmentList.participant], !held.isEmpty else { return "0" }
        let other = scope.owner.map { " AND \($0) IS NOT \(key(person))" } ?? ""
        return "(\(offering) IN (\(offerings(EnrolmentList.participant)))\(other))"
    }

    private func conditions(of role: Role, _ person: Int64) -> [String] {
        var conditions: [String] = []
        if role.scopes.contains(.workspace), standing.everywhere.contains(role.id) { return ["1"] }
        if !role.scopes.isDisjoint(with: [.offering, .institution]), let offering = scope.offering,
            let held = standing.offerings[role.id], !held.isEmpty
        {
            conditions.append("\(offering) IN (\(offerings(role.id)))")
        }
        if let organisation = scope.organisation {
            if role.scopes.contains(.organisation), let held = standing.organisations[role.id], !held.isEmpty {
                conditions.append("\(organisation) IN (\(organisations(role.id)))")
            } else if role.scopes.contains(.institution), let held = standing.institutions[role.id], !held.isEmpty {
                conditions.append("\(organisation) IN (\(list(standing.institutions, role.id, .institutions(role.id), text)))")
            }
        }
        if role.scopes.contains(.group), let group = scope.group, let held = standing.groups[role.id], !held.isEmpty {
            conditions.append("\(group) IN (\(groups(role.id)))")
        }
        guard standing.assigned.contains(role.id) else { return conditions }
        if role.scopes.contains(.activity), let activity = scope.activity {
            conditions.append(assigned(role.id, person, KernelRecord.activity.rawValue, activity))
        }
        if role.scopes.contains(.record) {
            for (kind, id) in scope.line { conditions.append(assigned(role.id, person, kind, id)) }
        }
        return conditions
    }

    private func assigned(_ role: String, _ person: Int64, _ kind: String, _ id: String) -> String {
        """
        EXISTS (SELECT 1 FROM kernel_assignment a WHERE a.person = \(key(person)) AND a.kind = \(text(kind)) AND a.role = \(text(role)) \
        AND a.record = CAST(\(id) AS TEXT))
        """
    }

    /// A reference, or a list of references, to a person.
    private func path(_ relation: String, _ person: Int64) -> String {
        let words = relation.split(separator: ".").map(String.init)
        if words.count == 1, let field = type.field(words[0]), case .list(.reference(let reference)) = field.type,
            reference.target == KernelRecord.person.rawValue
        {
            let list = SQLName.quoted(SQLName.list(table: type.table, field: field.name))
            return "EXISTS (SELECT 1 FROM \(list) l WHERE l.record = \(row)._id AND l.value = \(key(person)))"
        }
        guard let found = RecordPath(live).resolve(words, of: type, row: row), case .record(let target) = found.target,
            target == KernelRecord.person.rawValue
        else { return "0" }
        return "(\(found.sql) IS \(key(person)))"
    }

    /// Whether a seal holds for the row: the record that it names has never been in the state.
    func sealed(_ seal: Field.Seal) -> String { closed(until: (seal.record, seal.state)) }

    /// Whether the row is kept from the reader by a seal on the whole record.
    var isKeptBack: String {
        guard let seal = type.seal, standing.actor != .system else { return "0" }
        let excepted = seal.except.map(condition).filter { $0 != "0" }
        return "(\(seal.until.map(closed) ?? "1")" + (excepted.isEmpty ? ")" : " AND NOT (\(excepted.joined(separator: " OR "))))")
    }

    /// Whether the record, or the one above it, has never been in the state.
    private func closed(until state: (record: String, state: String)) -> String {
        guard let place = scope.line.first(where: { $0.kind == state.record }) else { return "1" }
        return "NOT " + reached(state.state, kind: place.kind, id: place.id)
    }

    /// Whether a record has been in a state.
    private func reached(_ state: String, kind: String, id: String) -> String {
        "EXISTS (SELECT 1 FROM kernel_state s WHERE s.kind = \(text(kind)) AND s.record = \(id) AND s.state = \(text(state)))"
    }

    private func any(_ conditions: [String]) -> String {
        conditions.isEmpty ? "0" : "(" + conditions.joined(separator: " OR ") + ")"
    }

    // What comes from the standing: her key, and what follows an `IN` for the places where she holds a role, or any.
    func key(_ person: Int64) -> String { places?.name(.person) ?? String(person) }
    func offerings(_ role: String?) -> String { list(standing.offerings, role, .offerings(role), text) }
    func organisations(_ role: String?) -> String { list(standing.organisations, role, .organisations(role), text) }
    func groups(_ role: String?) -> String { list(standing.groups, role, .groups(role)) { String($0) } }

    private func list<Place: Comparable>(
        _ held: [String: Set<Place>], _ role: String?, _ place: RelationPlace, _ literal: (Place) -> String
    ) -> String {
        let held = RelationPlace.held(held, role)
        guard let places else { return held.sorted().map(literal).joined(separator: ", ") }
        return held.count == 1 ? places.name(place) : "SELECT value FROM json_each(\(places.name(place)))"
    }

    func texts(_ values: Set<String>) -> String { values.sorted().map(text).joined(separator: ", ") }
    func text(_ value: String) -> String { "'\(value.replacing("'", with: "''"))'" }
}
