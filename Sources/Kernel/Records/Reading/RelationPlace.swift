import GRDB

/// Something of a person's standing that a statement on her relations is given as a value.
enum RelationPlace: Hashable, Sendable {
    /// Her internal key.
    case person
    /// How records name her as their author.
    case author
    // The places where she holds a role; of any role where none is named.
    case offerings(String?)
    case organisations(String?)
    case institutions(String)
    case groups(String?)

    /// When she asks, and the day that it is then.
    case instant
    case day

    /// The places that a role is held in: one as itself, several as a list in JSON.
    func value(in standing: Standing) -> DatabaseValue {
        switch self {
        case .person: (standing.person ?? 0).databaseValue
        case .author: standing.actor.description.databaseValue
        case .instant: standing.asked?.instant.microseconds.databaseValue ?? .null
        case .day: standing.asked?.day.description.databaseValue ?? .null
        case .offerings(let role): Self.value(Self.held(standing.offerings, role)) { .string($0) }
        case .organisations(let role): Self.value(Self.held(standing.organisations, role)) { .string($0) }
        case .institutions(let role): Self.value(standing.institutions[role] ?? []) { .string($0) }
        case .groups(let role): Self.value(Self.held(standing.groups, role)) { .integer(Int($0)) }
        }
    }

    static func held<Place>(_ places: [String: Set<Place>], _ role: String?) -> Set<Place> {
        guard let role else { return places.values.reduce(into: []) { $0.formUnion($1) } }
        return places[role] ?? []
    }

    private static func value<Place: Hashable & Comparable & DatabaseValueConvertible>(
        _ places: Set<Place>, _ json: (Place) -> JSONValue
    ) -> DatabaseValue {
        if places.count == 1, let only = places.first { return only.databaseValue }
        return JSONValue.array(places.sorted().map(json)).compact.databaseValue
    }
}
