/// A day of the week, numbered from 1 for Monday to 7 for Sunday as in ISO 8601.
public enum Weekday: Int, Sendable, Hashable, CaseIterable, Comparable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    /// The weekday of that name in a file, for example `saturday`.
    public init?(named name: String) {
        guard let match = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = match
    }

    /// The name in files.
    public var name: String {
        switch self {
        case .monday: "monday"
        case .tuesday: "tuesday"
        case .wednesday: "wednesday"
        case .thursday: "thursday"
        case .friday: "friday"
        case .saturday: "saturday"
        case .sunday: "sunday"
        }
    }

    /// The name for people.
    public var text: Text {
        switch self {
        case .monday: Text(nb: "mandag", nn: "måndag", en: "Monday")
        case .tuesday: Text(nb: "tirsdag", nn: "tysdag", en: "Tuesday")
        case .wednesday: Text(nb: "onsdag", nn: "onsdag", en: "Wednesday")
        case .thursday: Text(nb: "torsdag", nn: "torsdag", en: "Thursday")
        case .friday: Text(nb: "fredag", nn: "fredag", en: "Friday")
        case .saturday: Text(nb: "lørdag", nn: "laurdag", en: "Saturday")
        case .sunday: Text(nb: "søndag", nn: "sundag", en: "Sunday")
        }
    }

    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
