import Kernel

/// The parts of a core curriculum (overordnet del), which Grep does not hold.
enum CoreType: String, CaseIterable {
    case section, value, principle

    /// The type of its element.
    var element: String { "core-\(rawValue)" }

    static let elements = allCases.map(\.element)

    init?(element: String) {
        guard let type = Self.allCases.first(where: { $0.element == element }) else { return nil }
        self = type
    }

    var title: Text {
        switch self {
        case .section: Text(nb: "avsnitt", nn: "avsnitt", en: "section")
        case .value: Text(nb: "verdi", nn: "verdi", en: "value")
        case .principle: Text(nb: "prinsipp", nn: "prinsipp", en: "principle")
        }
    }
}
