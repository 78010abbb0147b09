/// The records of the kernel itself, as far as modules may refer to them.
public enum KernelRecord: String, Sendable, Hashable, CaseIterable {
    case person = "kernel.person"
    case enrolment = "kernel.enrolment"
    case offering = "kernel.offering"
    case activity = "kernel.activity"
    case organisation = "kernel.organisation"
    case group = "kernel.group"

    /// What people call one of it.
    public var label: Text {
        switch self {
        case .person: Text(nb: "person", nn: "person", en: "person")
        case .enrolment: Text(nb: "påmelding", nn: "påmelding", en: "enrolment")
        case .offering: Text(nb: "gjennomføring", nn: "gjennomføring", en: "offering")
        case .activity: Text(nb: "aktivitet", nn: "aktivitet", en: "activity")
        case .organisation: Text(nb: "organisasjon", nn: "organisasjon", en: "organisation")
        case .group: Text(nb: "gruppe", nn: "gruppe", en: "group")
        }
    }

    /// The table that it lies in.
    public var table: String { "kernel_" + rawValue.dropFirst("kernel.".count) }

    /// The column of its internal key.
    public var key: String {
        switch self {
        case .person, .activity, .group: "key"
        case .enrolment, .offering, .organisation: "id"
        }
    }

    /// Whether the internal key is a number; otherwise it is the id that people know.
    public var hasNumber: Bool { self != .offering && self != .organisation }

    /// The references that paths may follow from it: name, column and target.
    public var references: [(name: String, target: KernelRecord)] {
        switch self {
        case .person, .offering: []
        case .enrolment: [("person", .person), ("offering", .offering)]
        case .activity: [("offering", .offering)]
        case .organisation: [("parent", .organisation)]
        case .group: [("offering", .offering), ("organisation", .organisation)]
        }
    }

    /// The values of a person that only she herself sees, and those who see everyone.
    static let ownValues: Set<String> = ["language"]

    /// The plain values that paths may end at, by name and column type.
    public var values: [(name: String, type: String)] {
        switch self {
        case .person: [("id", "text"), ("given-name", "text"), ("family-name", "text"), ("language", "code")]
        case .enrolment: [("role", "code"), ("state", "code"), ("since", "instant")]
        case .offering: [("id", "code"), ("variant", "code"), ("start", "date"), ("state", "code")]
        case .activity: [("activity", "code"), ("kind", "code"), ("title", "localized"), ("opens", "instant"), ("due", "instant")]
        case .organisation: [("id", "code"), ("kind", "code"), ("title", "localized")]
        case .group: [("id", "code"), ("title", "text")]
        }
    }
}
