/// The relations of those with whom something was shared.
///
/// Both look at the rows that share, as they are now: what is taken back is gone with the same transaction, and what is shared until some time
/// with that time, wherever it is asked for.
extension RelationSQL {
    /// Whether the record, or the nearest one above it that can be shared, is shared with a person.
    func shared(with person: Int64) -> String {
        for place in scope.line {
            guard let type = live.record(place.kind), let sharing = type.sharing else { continue }
            guard let share = live.record(sharing.through), let terms = share.shares, let record = share.field(terms.record),
                let number = share.field(terms.number)
            else { return "0" }
            return """
                EXISTS (SELECT 1 FROM \(SQLName.quoted(share.table)) s WHERE s.\(SQLName.quoted(record.column)) = \(text(type.name)) \
                AND s.\(SQLName.quoted(number.column)) = \(place.id) AND \(isGiven(by: share, terms, row: "s")) \
                AND \(named(by: share, terms, row: "s", person)))
                """
        }
        return "0"
    }

    /// Whether a row that shares, the record's own or that of one above it, shares with a person.
    func audience(_ person: Int64) -> String {
        for place in scope.line {
            guard let share = live.record(place.kind), let terms = share.shares else { continue }
            return """
                EXISTS (SELECT 1 FROM \(SQLName.quoted(share.table)) s WHERE s._id = \(place.id) AND \(isGiven(by: share, terms, row: "s")) \
                AND \(named(by: share, terms, row: "s", person)))
                """
        }
        return "0"
    }

    /// Whether a row shares now: it is in the state, and the time until which it shares has not passed, whether or not anyone has noted that.
    private func isGiven(by share: RecordType, _ terms: ShareTerms, row: String) -> String {
        let isInState = "\(row)._state = \(text(terms.state))"
        guard let until = terms.until.flatMap(share.field) else { return isInState }
        let column = "\(row).\(SQLName.quoted(until.column))"
        // A date ends at its midnight, as it does for the deadlines.
        let lasts =
            if case .instant = until.type {
                "\(column) > \(places?.name(.instant) ?? standing.asked.map { String($0.instant.microseconds) } ?? "NULL")"
            } else {
                "\(column) >= \(places?.name(.day) ?? standing.asked.map { text($0.day.description) } ?? "NULL")"
            }
        return "\(isInState) AND (\(column) IS NULL OR \(lasts))"
    }

    /// Whether a person may share what a row shares, the record's own or that of one above it: it is hers to give and to take back.
    func sharer() -> String {
        for place in scope.line {
            guard let share = live.record(place.kind), let terms = share.shares, let record = share.field(terms.record),
                let number = share.field(terms.number)
            else { continue }
            let shared = live.recordTypes.filter { $0.sharing?.through == share.id }
            let each = shared.compactMap { type -> String? in
                let relations = RelationSQL(type, row: "a", standing: standing, live: live, places: places)
                let held = (type.sharing?.by ?? []).map(relations.condition).filter { $0 != "0" }
                guard !held.isEmpty else { return nil }
                return """
                    EXISTS (SELECT 1 FROM \(SQLName.quoted(share.table)) s JOIN \(SQLName.quoted(type.table)) a \
                    ON a._id = s.\(SQLName.quoted(number.column)) WHERE s._id = \(place.id) \
                    AND s.\(SQLName.quoted(record.column)) = \(text(type.name)) AND (\(held.joined(separator: " OR "))))
                    """
            }
            return each.isEmpty ? "0" : "(\(each.joined(separator: " OR ")))"
        }
        return "0"
    }

    /// The relations that hold only for those who have no other.
    static let passive: Set<String> = ["shared", "audience"]

    /// That the record is read by nothing else that is granted: to share with someone never takes from what she reads anyway.
    func notOtherwise() -> [String] {
        type.read.filter { !Self.passive.contains($0.relation) }.map(condition).filter { $0 != "0" }.map { "NOT \($0)" }
    }

    /// Whether a row that shares names a person: she fits every person, group, organisation and offering that stands there.
    func named(by share: RecordType, _ terms: ShareTerms, row: String, _ person: Int64) -> String {
        let role = terms.role.flatMap(share.field).map { "\(row).\(SQLName.quoted($0.column))" }
        let places = share.places.map { place in
            let column = "\(row).\(SQLName.quoted(place.field.column))"
            return (column: column, holds: holds(place.target, column, role: role, person))
        }
        guard !places.isEmpty else { return "0" }
        let names = places.map { "\($0.column) IS NOT NULL" }.joined(separator: " OR ")
        return "(\(names)) AND " + places.map { "(\($0.column) IS NULL OR \($0.holds))" }.joined(separator: " AND ")
    }

    private func holds(_ target: KernelRecord, _ column: String, role: String?, _ person: Int64) -> String {
        switch target {
        case .person: "\(column) IS \(key(person))"
        case .group: within(standing.groups, column, role: role, groups)
        case .organisation: within(standing.organisations, column, role: role, organisations)
        case .offering: within(standing.offerings, column, role: role, offerings)
        default: "0"
        }
    }

    /// - Parameters:
    ///   - held: by role, the places where it is held.
    ///   - list: those of one role, or of any, as a list in SQL.
    private func within<Place>(
        _ held: [String: Set<Place>], _ column: String, role: String?, _ list: (String?) -> String
    ) -> String {
        let held = held.filter { !$0.value.isEmpty }.keys.sorted()
        guard !held.isEmpty else { return "0" }
        let anywhere = "\(column) IN (\(list(nil)))"
        guard let role else { return anywhere }
        let each = held.map { "\(role) = \(text($0)) AND \(column) IN (\(list($0)))" }
        return "(\(role) IS NULL AND \(anywhere) OR \(each.joined(separator: " OR ")))"
    }
}
